import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type PlanPhase, type PlanShape, phaseKinds } from '../../shared/plans/template';
import { AddButton, freeCode, problemsUnder, RowVerbs, useFormatEditing, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { StatusTag } from '../widgets/StatusTag';
import { usePlanEditing } from './editing';
import { emptyStep, freeStepCode, type StepPlace, stepAdded, stepInPhase, stepMoved, stepRemoved } from './plan-edits';
import own from './PhasesEditor.module.css';
import { StepForm } from './StepForm';

/** Phases and their steps: one line each, opened where it stands; moved, copied, added and removed by keys as well. */
export function PhasesEditor() {
  const { plan, words, replace, undo, problems } = usePlanEditing();
  const { set } = useFormatEditing();
  const t = useWords('plans');
  const [open, setOpen] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  // After a step moved, the keyboard stays on it.
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    box.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(wanted.current)}"]`)?.focus();
    wanted.current = undefined;
  });
  const codeAt = (whole: PlanShape, { phase, step }: StepPlace) => whole.phases[phase]?.steps[step]?.code;
  const moved = (change: { plan: PlanShape; place: StepPlace } | undefined) => {
    if (!change) return;
    wanted.current = codeAt(change.plan, change.place);
    replace(change.plan);
  };
  const verbs = {
    up: (place: StepPlace) => moved(stepMoved(plan, place, -1)),
    down: (place: StepPlace) => moved(stepMoved(plan, place, 1)),
    toPhase: (place: StepPlace, phase: number) => moved(stepInPhase(plan, place, phase)),
    add: (place: StepPlace) => {
      const above = plan.phases[place.phase]?.steps[place.step];
      const added = emptyStep(plan, above?.who ?? plan.commander, above?.due ?? (plan.announced ? 'T-1d' : 'A+15min'));
      setOpen(added.code);
      replace(stepAdded(plan, place, added));
    },
    copy: (place: StepPlace) => {
      const step = plan.phases[place.phase]?.steps[place.step];
      if (!step) return;
      const code = freeStepCode(plan);
      wanted.current = code;
      replace(stepAdded(plan, place, { ...step, code }));
    },
    remove: (place: StepPlace) => {
      const after = stepRemoved(plan, place);
      wanted.current = codeAt(after, place) ?? codeAt(after, { ...place, step: place.step - 1 });
      replace(after);
    },
  };
  const toggle = (code: string) => setOpen((before) => (before === code ? undefined : code));
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, place: StepPlace) => {
    if (event.nativeEvent.isComposing) return;
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
    const at = rows.indexOf(event.currentTarget);
    const alt = event.altKey && !event.ctrlKey;
    const ctrl = event.ctrlKey && !event.altKey;
    const plain = !event.altKey && !event.ctrlKey;
    const runs: Record<string, (() => void) | false> = {
      ArrowUp: alt ? () => verbs.up(place) : plain && (() => rows[at - 1]?.focus()),
      ArrowDown: alt ? () => verbs.down(place) : plain && (() => rows[at + 1]?.focus()),
      Delete: plain && (() => verbs.remove(place)),
      Enter: ctrl && (() => verbs.add(place)),
      d: ctrl && (() => verbs.copy(place)),
      z: ctrl && undo,
    };
    const run = runs[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const newPhase = (): PlanPhase => ({
    code: freeCode(plan.phases, 'phase'),
    kind: 'response',
    name: { zh: '', en: '' },
    about: { zh: '', en: '' },
    steps: [emptyStep(plan, plan.commander, 'A+15min')],
  });
  return (
    <div ref={box} className={own.phases}>
      <p className={own.keys}>{t('edit.stepKeys')}</p>
      {plan.phases.map((phase, i) => {
        const name = words.say(phase.name) || t(`phaseKind.${phase.kind}`);
        const path = ['phases', i];
        return (
          <Panel key={phase.code} title={name} aside={<RowVerbs list={['phases']} at={i} name={name} needed />} flush>
            <details className={own.facts} open={problemsUnder(problems, [...path, 'name']).length > 0 || undefined}>
              <summary>{`${t(`phaseKind.${phase.kind}`)} · ${words.say(phase.about)}`}</summary>
              <div className={styles.stack}>
                <WordsField path={[...path, 'name']} label={t('part.name')} />
                <WordsField path={[...path, 'about']} label={t('part.about')} long />
                <ChoiceField
                  label={t('part.kind')}
                  value={phase.kind}
                  onChange={(next) => set([...path, 'kind'], next)}
                  choices={phaseKinds.map((value) => ({ value, label: t(`phaseKind.${value}`) }))}
                  width="10rem"
                />
              </div>
            </details>
            <ol className={own.steps}>
              {phase.steps.map((step, j) => {
                const place = { phase: i, step: j };
                const wrong = problemsUnder(problems, [...path, 'steps', j]).length;
                const isOpen = open === step.code;
                return (
                  <li key={step.code} className={own.step} data-open={isOpen || undefined}>
                    <button
                      type="button"
                      className={own.row}
                      data-step={step.code}
                      aria-expanded={isOpen}
                      onClick={() => toggle(step.code)}
                      onKeyDown={(event) => onKeyDown(event, place)}
                    >
                      <span className={own.number}>{j + 1}</span>
                      <span className={own.what}>{words.say(step.what) || t('edit.newStep')}</span>
                      <span>{step.critical && <StatusTag>{t('view.critical')}</StatusTag>}</span>
                      <span>{words.post(step.who)}</span>
                      <span>{words.time(step.due)}</span>
                      <span>{wrong > 0 && <StatusTag urgency="amber">{wrong}</StatusTag>}</span>
                    </button>
                    {isOpen && <StepForm place={place} verbs={verbs} />}
                  </li>
                );
              })}
            </ol>
            <div className={own.foot}>
              <Button variant="default" size="compact-md" onClick={() => verbs.add({ phase: i, step: phase.steps.length - 1 })}>
                {t('edit.addStep')}
              </Button>
            </div>
          </Panel>
        );
      })}
      <AddButton path={['phases']} label={t('edit.addPhase')} made={newPhase} />
    </div>
  );
}
