import { Button, Checkbox, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../i18n/useWords';
import { ChoiceField, NumberField, TextAreaField, TextField } from '../widgets/FormField';
import { type Path, textAt, valueAt } from './edit-path';
import styles from './EditFields.module.css';
import { problemsUnder, useFormatEditing } from './editing';

const units = ['min', 'h', 'd'] as const;

/** What is wrong at a place, beside it. */
export function useProblem(path: Path): string | undefined {
  const { problems, say } = useFormatEditing();
  const here = problemsUnder(problems, path)[0];
  return here && say(here.words);
}

/** Shown where no single field can carry it. */
export function ProblemAt({ path }: { path: Path }) {
  const { problems, say } = useFormatEditing();
  const here = problems.find((problem) => problem.path === path.join('.'));
  return here ? (
    <div className={styles.error} role="alert">
      {say(here.words)}
    </div>
  ) : null;
}

export interface WordsFieldProps {
  path: Path;
  label: string;
  long?: boolean;
  /** Taken away when both languages are emptied, instead of standing there blank. */
  optional?: boolean;
  /** Comes with the keyboard in it. */
  startHere?: boolean;
}

/** A name or a text in both languages. */
export function WordsField({ path, label, long = false, optional = false, startHere = false }: WordsFieldProps) {
  const { whole, set } = useFormatEditing();
  const t = useWords('formatEditor');
  const problems = { zh: useProblem([...path, 'zh']), en: useProblem([...path, 'en']) };
  const Field = long ? TextAreaField : TextField;
  const value = (language: 'zh' | 'en') => textAt(whole, [...path, language]);
  const change = (language: 'zh' | 'en', next: string) => {
    const other = value(language === 'zh' ? 'en' : 'zh');
    if (optional && next === '' && other === '') set(path, undefined);
    else if (valueAt(whole, path) === undefined) set(path, { zh: '', en: '', [language]: next });
    else set([...path, language], next);
  };
  return (
    <div className={styles.both}>
      {(['zh', 'en'] as const).map((language) => (
        <Field
          key={language}
          label={`${label} · ${t(language)}`}
          value={value(language)}
          onChange={(next) => change(language, next)}
          error={problems[language]}
          startHere={startHere && language === 'zh'}
          {...(long ? { rows: 1 } : {})}
        />
      ))}
    </div>
  );
}

/** A length of time: number and unit. An optional one is taken away by emptying the number. */
export function TimeField({ path, label, optional = false }: { path: Path; label: string; optional?: boolean }) {
  const { whole, set } = useFormatEditing();
  const t = useWords('formatEditor');
  const problem = useProblem(path);
  const text = textAt(whole, path);
  const [, digits = '', unit = 'h'] = /^(\d*)(min|h|d)$/u.exec(text) ?? [];
  const change = (number: number | undefined, next: string) => {
    if (number === undefined && optional) set(path, undefined);
    else set(path, `${number ?? ''}${next}`);
  };
  return (
    <div className={styles.time}>
      <NumberField
        label={label}
        value={digits === '' ? undefined : Number(digits)}
        onChange={(number) => change(number, unit)}
        min={0}
        max={99_999}
        error={problem}
        width="7.5rem"
      />
      <ChoiceField
        label={<VisuallyHidden>{`${label} · ${t('unit')}`}</VisuallyHidden>}
        value={unit as 'h'}
        onChange={(next) => change(digits === '' ? undefined : Number(digits), next)}
        choices={units.map((value) => ({ value, label: t(`units.${value}`) }))}
        width="6rem"
      />
    </div>
  );
}

export function TickField({ path, label }: { path: Path; label: string }) {
  const { whole, set } = useFormatEditing();
  return <Checkbox label={label} checked={valueAt(whole, path) === true} onChange={(event) => set(path, event.currentTarget.checked)} />;
}

export function RemoveButton({ path, name }: { path: Path; name: string }) {
  const { set } = useFormatEditing();
  const t = useWords('formatEditor');
  return (
    <Button variant="subtle" color="gray" size="compact-md" aria-label={t('removeNamed', { name })} onClick={() => set(path, undefined)}>
      {t('remove')}
    </Button>
  );
}

export function AddButton({ path, label, made }: { path: Path; label: string; made: () => unknown }) {
  const { whole, set } = useFormatEditing();
  const id = useId();
  const list = (valueAt(whole, path) ?? []) as unknown[];
  return (
    <div>
      <Button id={id} variant="default" size="compact-md" onClick={() => set([...path, list.length], made())}>
        {label}
      </Button>
    </div>
  );
}
