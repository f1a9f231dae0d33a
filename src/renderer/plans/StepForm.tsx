import { Button } from '@mantine/core';
import { subsystems, type Subsystem } from '../../shared/devices/facts';
import type { Evidence } from '../../shared/plans/template';
import {
  AddButton,
  type Path,
  ProblemAt,
  RowVerbs,
  TickField,
  TimeField,
  useFormatEditing,
  useProblem,
  valueAt,
  WordsField,
} from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, ChoicesField, NumberField, TextField } from '../widgets/FormField';
import { usePlanEditing } from './editing';
import { LevelsField } from './LevelsField';
import own from './PhasesEditor.module.css';
import type { StepPlace } from './plan-edits';
import { PlanTimeField } from './PlanTimeField';
import { PostField } from './PostField';

export interface StepVerbs {
  up: (place: StepPlace) => void;
  down: (place: StepPlace) => void;
  toPhase: (place: StepPlace, phase: number) => void;
  add: (place: StepPlace) => void;
  copy: (place: StepPlace) => void;
  remove: (place: StepPlace) => void;
}

const evidenceKinds = ['photo', 'reading', 'count', 'signature', 'text'] as const;

/** Every field of one step, and what can be done to it as a whole. */
export function StepForm({ place, verbs }: { place: StepPlace; verbs: StepVerbs }) {
  const { plan, words } = usePlanEditing();
  const { set } = useFormatEditing();
  const t = useWords('plans');
  const path: Path = ['phases', place.phase, 'steps', place.step];
  const wrongCode = useProblem([...path, 'code']);
  const step = plan.phases[place.phase]?.steps[place.step];
  if (!step) return null;
  const evidence = step.evidence ?? [];
  const wordless = step.what.zh === '' && step.what.en === '';
  return (
    <div className={own.form}>
      <div className={styles.stack}>
        <WordsField path={[...path, 'what']} label={t('part.what')} long startHere={wordless} />
        <div className={styles.row}>
          <PostField path={[...path, 'who']} label={t('part.who')} />
          <PlanTimeField path={[...path, 'due']} label={t('part.due')} />
          <TimeField path={[...path, 'every']} label={t('part.every')} optional />
          <TickField path={[...path, 'critical']} label={t('part.critical')} />
        </div>
        <WordsField path={[...path, 'onFailure']} label={t('part.onFailure')} long optional />
        <WordsField path={[...path, 'script']} label={t('part.script')} long optional />
        {plan.levels.length > 1 && <LevelsField path={[...path, 'levels']} />}
        <ChoicesField<Subsystem>
          label={t('part.checks')}
          values={step.checks ?? []}
          onChange={(next) => set([...path, 'checks'], next.length === 0 ? undefined : next)}
          choices={subsystems.map((value) => ({ value, label: words.subsystem(value) }))}
        />
        <div className={styles.lines}>
          <h3 className={styles.sub}>{t('part.evidence')}</h3>
          {evidence.map((one, i) => (
            <EvidenceLine key={i.toString()} one={one} list={[...path, 'evidence']} at={i} />
          ))}
          <AddButton
            path={[...path, 'evidence']}
            label={t('edit.addEvidence')}
            made={(): Evidence => ({ kind: 'text', label: { zh: '', en: '' } })}
          />
        </div>
        <div className={styles.row}>
          <TextField
            label={t('part.code')}
            value={step.code}
            onChange={(next) => set([...path, 'code'], next.trim())}
            maxLength={40}
            error={wrongCode}
            width="12rem"
          />
          <ChoiceField
            label={t('edit.toPhase')}
            value={String(place.phase)}
            onChange={(next) => verbs.toPhase(place, Number(next))}
            choices={plan.phases.map((phase, i) => ({ value: String(i), label: words.say(phase.name) || phase.code }))}
            width="14rem"
          />
          <Button variant="default" onClick={() => verbs.add(place)}>
            {t('edit.addStepBelow')}
          </Button>
          <Button variant="default" onClick={() => verbs.copy(place)}>
            {t('edit.copy')}
          </Button>
          <Button variant="default" onClick={() => verbs.remove(place)}>
            {t('edit.remove')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function EvidenceLine({ one, list, at }: { one: Evidence; list: Path; at: number }) {
  const { words } = usePlanEditing();
  const { whole, set } = useFormatEditing();
  const t = useWords('plans');
  const path = [...list, at];
  const lines = (valueAt(whole, list) ?? []) as Evidence[];
  const number = (field: string, decimals = 0, needed = false) => {
    const value = (one as unknown as Record<string, number | null | undefined>)[field];
    return (
      <NumberField
        label={t(`part.${field as 'min'}`)}
        value={value ?? undefined}
        onChange={(next) => set([...path, field], next ?? (needed ? null : undefined))}
        min={0}
        max={100_000}
        decimals={decimals}
        width="7rem"
      />
    );
  };
  return (
    <div className={styles.lines}>
      <div className={styles.row}>
        <ChoiceField
          label={t('part.kind')}
          value={one.kind}
          onChange={(kind) =>
            set(path, {
              kind,
              label: one.label,
              ...(kind === 'photo' ? { atLeast: 1 } : {}),
              ...(kind === 'reading' ? { unit: '' } : {}),
            })
          }
          choices={evidenceKinds.map((value) => ({ value, label: t(`evidenceKind.${value}`) }))}
          width="7rem"
        />
        <div className={styles.wide}>
          <WordsField path={[...path, 'label']} label={t('part.label')} />
        </div>
        {one.kind === 'photo' && number('atLeast', 0, true)}
        {one.kind === 'count' && number('expected')}
        {one.kind === 'reading' && (
          <>
            {number('min', 3)}
            {number('max', 3)}
            <TextField
              label={t('part.unit')}
              value={one.unit}
              onChange={(next) => set([...path, 'unit'], next)}
              maxLength={20}
              width="6rem"
            />
          </>
        )}
        <RowVerbs
          list={list}
          at={at}
          name={words.say(one.label) || t(`evidenceKind.${one.kind}`)}
          copyOf={() => structuredClone(lines[at])}
        />
      </div>
      <ProblemAt path={path} />
    </div>
  );
}
