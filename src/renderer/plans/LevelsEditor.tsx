import { responseLevels } from '../../shared/plans/scenarios';
import type { PlanLevel } from '../../shared/plans/template';
import { deskRoles, type Role } from '../../shared/roles';
import { AddButton, copyInList, freeCode, ProblemAt, RowVerbs, useFormatEditing, useProblem, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, ChoicesField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { usePlanEditing } from './editing';

/** What starts the plan, and each of its levels: when, who may activate it, who may end it. */
export function LevelsEditor() {
  const { plan, words } = usePlanEditing();
  const { set } = useFormatEditing();
  const t = useWords('plans');
  const free = responseLevels.filter((level) => !plan.levels.some((one) => one.level === level));
  return (
    <div className={styles.column}>
      <Panel title={t('part.triggers')}>
        <div className={styles.stack}>
          {plan.triggers.map((trigger, i) => (
            <div key={trigger.code} className={`${styles.line} ${styles.lines}`}>
              <WordsField path={['triggers', i, 'text']} label={`${i + 1}`} long />
              <div className={styles.row}>
                <ChoiceField
                  label={t('part.level')}
                  value={trigger.level === undefined ? '' : String(trigger.level)}
                  onChange={(next) => set(['triggers', i, 'level'], next === '' ? undefined : Number(next))}
                  choices={[
                    { value: '', label: t('view.allLevels') },
                    ...plan.levels.map(({ level }) => ({ value: String(level), label: words.levelName(level) })),
                  ]}
                  width="14rem"
                />
                <RowVerbs list={['triggers']} at={i} name={words.say(trigger.text)} copyOf={copyInList(plan.triggers, 'trigger')} needed />
              </div>
              <ProblemAt path={['triggers', i, 'level']} />
            </div>
          ))}
          <AddButton
            path={['triggers']}
            label={t('edit.addTrigger')}
            made={() => ({ code: freeCode(plan.triggers, 'trigger'), text: { zh: '', en: '' } })}
          />
        </div>
      </Panel>
      {plan.levels.map((level, i) => (
        <LevelPanel key={level.level} level={level} at={i} />
      ))}
      {free[0] !== undefined && (
        <AddButton
          path={['levels']}
          label={t('edit.addLevel')}
          made={(): PlanLevel => ({
            level: free[0] ?? 4,
            when: { zh: '', en: '' },
            activatedBy: ['groupLeader', 'office'],
            endedBy: ['leadingGroup'],
            ledBy: 'office',
          })}
        />
      )}
    </div>
  );
}

function LevelPanel({ level, at }: { level: PlanLevel; at: number }) {
  const { plan, words } = usePlanEditing();
  const { set } = useFormatEditing();
  const t = useWords('plans');
  const path = ['levels', at];
  const choices = deskRoles.map((value) => ({ value, label: words.role(value) }));
  const taken = plan.levels.map((one) => one.level).filter((one) => one !== level.level);
  const problems = { activatedBy: useProblem([...path, 'activatedBy']), endedBy: useProblem([...path, 'endedBy']) };
  return (
    <Panel title={words.levelName(level.level)} aside={<RowVerbs list={['levels']} at={at} name={words.level(level.level)} needed />}>
      <div className={styles.stack}>
        <ProblemAt path={path} />
        <div className={styles.row}>
          <ChoiceField
            label={t('part.level')}
            value={String(level.level)}
            onChange={(next) => set([...path, 'level'], Number(next))}
            choices={responseLevels
              .filter((one) => !taken.includes(one))
              .map((one) => ({ value: String(one), label: words.levelName(one) }))}
            width="14rem"
          />
          <ChoiceField
            label={t('part.ledBy')}
            value={level.ledBy}
            onChange={(next) => set([...path, 'ledBy'], next)}
            choices={choices}
            width="14rem"
          />
        </div>
        <WordsField path={[...path, 'when']} label={t('part.when')} long />
        {(['activatedBy', 'endedBy'] as const).map((part) => (
          <ChoicesField<Role>
            key={part}
            label={t(`part.${part}`)}
            values={level[part]}
            onChange={(next) => set([...path, part], next)}
            choices={choices}
            error={problems[part]}
          />
        ))}
      </div>
    </Panel>
  );
}
