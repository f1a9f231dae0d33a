import { Button, Checkbox, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { roles } from '../../shared/roles';
import type { Telling, Told } from '../../shared/service-profiles/profile';
import { useWords } from '../i18n/useWords';
import { ChoiceField, ChoicesField, NumberField, TextAreaField, TextField } from '../widgets/FormField';
import { type Path, textAt, valueAt } from './edit-path';
import styles from './EditFields.module.css';
import { problemsUnder, useEditing } from './editing';

const units = ['min', 'h', 'd'] as const;

/** What is wrong at a place, beside it. */
function useProblem(path: Path): string | undefined {
  const { problems, words } = useEditing();
  const here = problemsUnder(problems, path)[0];
  return here && words.say(here.words);
}

/** Shown where no single field can carry it. */
export function ProblemAt({ path }: { path: Path }) {
  const { problems, words } = useEditing();
  const here = problems.find((problem) => problem.path === path.join('.'));
  return here ? (
    <div className={styles.error} role="alert">
      {words.say(here.words)}
    </div>
  ) : null;
}

/** A name or a text in both languages. */
export function WordsField({ path, label, long = false }: { path: Path; label: string; long?: boolean }) {
  const { profile, set } = useEditing();
  const t = useWords('serviceProfiles');
  const [chinese, english] = [useProblem([...path, 'zh']), useProblem([...path, 'en'])];
  const Field = long ? TextAreaField : TextField;
  const value = (language: 'zh' | 'en') => textAt(profile, [...path, language]);
  return (
    <div className={styles.both}>
      <Field
        label={`${label} · ${t('edit.zh')}`}
        value={value('zh')}
        onChange={(next) => set([...path, 'zh'], next)}
        error={chinese}
        {...(long ? { rows: 1 } : {})}
      />
      <Field
        label={`${label} · ${t('edit.en')}`}
        value={value('en')}
        onChange={(next) => set([...path, 'en'], next)}
        error={english}
        {...(long ? { rows: 1 } : {})}
      />
    </div>
  );
}

/** A length of time: number and unit. An optional one is taken away by emptying the number. */
export function TimeField({ path, label, optional = false }: { path: Path; label: string; optional?: boolean }) {
  const { profile, set } = useEditing();
  const t = useWords('serviceProfiles');
  const problem = useProblem(path);
  const text = textAt(profile, path);
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
        label={<VisuallyHidden>{`${label} · ${t('edit.unit')}`}</VisuallyHidden>}
        value={unit as 'h'}
        onChange={(next) => change(digits === '' ? undefined : Number(digits), next)}
        choices={units.map((value) => ({ value, label: t(`duration.unit.${value}`) }))}
        width="6rem"
      />
    </div>
  );
}

export function TickField({ path, label }: { path: Path; label: string }) {
  const { profile, set } = useEditing();
  return <Checkbox label={label} checked={valueAt(profile, path) === true} onChange={(event) => set(path, event.currentTarget.checked)} />;
}

/** Who is told: roles, whoever was sent, tiers. */
export function ToldField({ path, label }: { path: Path; label: string }) {
  const { profile, words, set } = useEditing();
  const told = (valueAt(profile, path) ?? []) as Told[];
  const all: Told[] = [...roles.filter((role) => !role.endsWith('Admin')), 'holder', ...profile.tiers.map(({ code }) => ({ tier: code }))];
  const key = (who: Told) => (typeof who === 'object' ? `tier:${who.tier}` : who);
  return (
    <ChoicesField
      label={label}
      values={told.map(key)}
      onChange={(keys) =>
        set(
          path,
          all.filter((who) => keys.includes(key(who))),
        )
      }
      choices={all.map((who) => ({ value: key(who), label: words.doer(who) }))}
    />
  );
}

/** Who does it: one of a few; a post outside the desk stays as it is. */
export function DoerField({ path, label }: { path: Path; label: string }) {
  const { profile, words, set } = useEditing();
  const now = valueAt(profile, path) as Told | 'station' | { post: { zh: string; en: string } };
  const all = [...roles, 'holder', 'station', ...profile.tiers.map(({ code }) => ({ tier: code }))] as (Told | 'station')[];
  const key = (who: unknown) => (typeof who === 'string' ? who : JSON.stringify(who));
  const shown = all.some((who) => key(who) === key(now)) ? all : [...all, now];
  return (
    <ChoiceField
      label={label}
      value={key(now)}
      onChange={(next) =>
        set(
          path,
          shown.find((who) => key(who) === next),
        )
      }
      choices={shown.map((who) => ({ value: key(who), label: words.doer(who) }))}
      width="13rem"
    />
  );
}

export function TellingFields({ path }: { path: Path }) {
  const t = useWords('serviceProfiles');
  return (
    <div className={styles.stack}>
      <ToldField path={[...path, 'amber']} label={t('view.amber')} />
      <ToldField path={[...path, 'breach']} label={t('view.breach')} />
      <div className={styles.row}>
        <TimeField path={[...path, 'every']} label={t('view.every')} />
        <TimeField path={[...path, 'takenFor']} label={t('view.takenFor')} />
      </div>
    </div>
  );
}

/** A clock told on its own terms, or as all are. */
export function OwnTelling({ path }: { path: Path }) {
  const { profile, set } = useEditing();
  const t = useWords('serviceProfiles');
  const own = valueAt(profile, path) as Telling | undefined;
  return (
    <div className={styles.stack}>
      <Checkbox
        label={t('edit.ownTelling')}
        checked={own !== undefined}
        onChange={(event) => set(path, event.currentTarget.checked ? profile.telling : undefined)}
      />
      {own && <TellingFields path={path} />}
    </div>
  );
}

export function RemoveButton({ path, name }: { path: Path; name: string }) {
  const { set } = useEditing();
  const t = useWords('serviceProfiles');
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      aria-label={t('edit.removeNamed', { name })}
      onClick={() => set(path, undefined)}
    >
      {t('edit.remove')}
    </Button>
  );
}

export function AddButton({ path, label, made }: { path: Path; label: string; made: () => unknown }) {
  const { profile, set } = useEditing();
  const id = useId();
  const list = (valueAt(profile, path) ?? []) as unknown[];
  return (
    <div>
      <Button id={id} variant="default" size="compact-md" onClick={() => set([...path, list.length], made())}>
        {label}
      </Button>
    </div>
  );
}
