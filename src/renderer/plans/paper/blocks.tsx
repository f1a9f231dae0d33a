import type { ReactNode } from 'react';
import type { PlanPhase, PlanShape, PlanStep } from '../../../shared/plans/template';
import type { Word } from '../../i18n/useWords';
import type { PaperBlock } from '../../print/Sheets';
import type { PlanWords } from '../usePlanWords';
import styles from './plan-paper.module.css';
import { said } from './words';

type Words = Word<'plans'>;

const heading = (key: string, text: string): PaperBlock => ({
  key: `heading ${key}`,
  element: <div className={styles.heading}>{text}</div>,
  keepsWithNext: true,
});
const wide = (key: string, label: ReactNode, value: ReactNode): PaperBlock => ({
  key,
  element: (
    <div className={styles.row}>
      <div className={styles.label}>{label}</div>
      <div className={styles.cell}>{value}</div>
    </div>
  ),
});

/** Head of the table of steps, at its beginning and wherever it goes on. */
export const stepsHead = () => (
  <div className={styles.step} data-head-row>
    {said.heads.map((word) => (
      <div key={word} className={styles.label}>
        {word}
      </div>
    ))}
  </div>
);

/** The whole plan in the order it is read in: triggers, levels, groups with room for names, every step, reporting, kit, annexes. */
export function blocksOfPlan(plan: PlanShape, words: PlanWords, t: Words): PaperBlock[] {
  const levels = [...plan.levels].sort((one, other) => one.level - other.level);
  const kit = (per: 'vehicle' | 'plan') =>
    words.list(
      plan.kit.filter((item) => item.per === per).map(({ name, count, unit }) => `${words.say(name)} ${count} ${words.say(unit)}`),
    );
  return [
    wide('about', t('part.about'), words.say(plan.about)),
    heading('triggers', t('part.triggers')),
    ...plan.triggers.map(({ code, text, level }) =>
      wide(`trigger ${code}`, level === undefined ? t('view.allLevels') : words.level(level), words.say(text)),
    ),
    heading('levels', t('part.levels')),
    ...levels.map((one) =>
      wide(
        `level ${one.level}`,
        words.levelName(one.level),
        [
          words.say(one.when),
          [
            `${t('part.activatedBy')}${said.colon}${words.roles(one.activatedBy)}`,
            `${t('part.endedBy')}${said.colon}${words.roles(one.endedBy)}`,
            `${t('part.ledBy')}${said.colon}${words.role(one.ledBy)}`,
          ].join(said.dot),
        ].join('\n'),
      ),
    ),
    heading('groups', t('view.groups')),
    ...plan.groups.flatMap((group) =>
      group.posts.map(
        (post): PaperBlock => ({
          key: `post ${post.code}`,
          element: (
            <div className={styles.post}>
              <div className={styles.label}>{words.say(group.name)}</div>
              <div className={styles.cell}>{`${words.say(post.name)} ${t('view.count', { n: post.count })}`}</div>
              <div className={styles.cell}>{words.say(post.does)}</div>
              <div className={styles.cell}>
                <span className={styles.quiet}>{said.tel}</span>
              </div>
            </div>
          ),
        }),
      ),
    ),
    ...plan.phases.flatMap((phase) => blocksOfPhase(plan, phase, words, t)),
    ...(plan.reporting.length === 0 ? [] : [heading('reporting', t('view.reporting'))]),
    ...plan.reporting.map((one) =>
      wide(
        `report ${one.code}`,
        words.say(one.name),
        [
          words.post(one.by),
          words.say(one.to),
          t(`means.${one.means}`),
          words.time(one.first),
          t('view.thenEvery', { length: words.length(one.every) }),
        ].join(said.dot),
      ),
    ),
    heading('kit', t('view.kit')),
    wide('vehicles', t('part.vehicles'), words.list(plan.vehicles.map(({ name, count }) => `${words.say(name)} ${count}`))),
    wide('kit vehicle', said.kitPer(t('per.vehicle')), kit('vehicle')),
    wide('kit plan', said.kitPer(t('per.plan')), kit('plan')),
    wide('call', t('part.callScript'), words.say(plan.callScript)),
    ...plan.annexes.flatMap(({ code, title, text }): PaperBlock[] => [
      heading(`annex ${code}`, `${t('view.annexes')}${said.dot}${words.say(title)}`),
      { key: `annex ${code}`, element: <div className={styles.text}>{words.say(text)}</div> },
    ]),
  ];
}

function blocksOfPhase(plan: PlanShape, phase: PlanPhase, words: PlanWords, t: Words): PaperBlock[] {
  const kind = t(`phaseKind.${phase.kind}`);
  const name = words.say(phase.name);
  return [
    heading(`phase ${phase.code}`, name === kind ? name : `${kind}${said.dot}${name}`),
    { key: `about ${phase.code}`, element: <div className={styles.text}>{words.say(phase.about)}</div>, keepsWithNext: true },
    { key: `head ${phase.code}`, element: stepsHead(), keepsWithNext: true },
    ...phase.steps.map(
      (step, i): PaperBlock => ({
        key: `step ${step.code}`,
        table: phase.code,
        element: <StepRow step={step} number={i + 1} plan={plan} words={words} t={t} />,
      }),
    ),
  ];
}

function StepRow({ step, number, plan, words, t }: { step: PlanStep; number: number; plan: PlanShape; words: PlanWords; t: Words }) {
  const only = step.levels && step.levels.length < plan.levels.length ? step.levels : undefined;
  const marks = [
    ...(step.critical ? [t('view.critical')] : []),
    ...(only ? [t('view.onlyLevels', { levels: words.list(only.map(words.level)) })] : []),
  ];
  return (
    <div className={styles.step}>
      <div className={styles.cell}>{number}</div>
      <div className={styles.cell}>
        {marks.length > 0 && <strong>{said.marks(marks)}</strong>}
        {words.say(step.what)}
        {step.script && <div className={styles.small}>{t('view.script', { text: words.say(step.script) })}</div>}
        {step.onFailure && <div className={styles.small}>{`${t('part.onFailure')}${said.colon}${words.say(step.onFailure)}`}</div>}
      </div>
      <div className={styles.cell}>{words.post(step.who)}</div>
      <div className={styles.cell}>
        {words.time(step.due)}
        {step.every !== undefined && <div>{t('time.every', { length: words.length(step.every) })}</div>}
      </div>
      <div className={styles.cell}>
        {(step.evidence ?? []).map((one) => (
          <div key={`${one.kind} ${one.label.zh}`}>{words.evidence(one)}</div>
        ))}
      </div>
      <div className={styles.cell} />
    </div>
  );
}
