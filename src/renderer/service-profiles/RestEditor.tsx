import type { Duty, Goal, ServiceKind } from '../../shared/service-profiles/profile';
import { AddButton, freeCode, RemoveButton, TickField, TimeField, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, NumberField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { DoerField } from './EditFields';
import { useEditing } from './editing';

const periods = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
const measures = ['availability', 'satisfaction', 'resident', 'behindPost'] as const;
const outcomes = ['check', 'report', 'ledger', 'backup', 'visit', 'drill', 'meeting'] as const;
const none = () => ({ zh: '', en: '' });

/** Services, duties, goals, handling. */
export function RestEditor() {
  const { profile, words } = useEditing();
  const t = useWords('serviceProfiles');
  const duty = (): Duty => ({ code: freeCode(profile.duties, 'duty'), name: none(), every: { count: 1, unit: 'month' }, gives: 'check' });
  const goal = (): Goal => ({
    code: freeCode(profile.goals, 'goal'),
    name: none(),
    measure: 'availability',
    atLeast: 0.99,
    per: 'month',
  });
  return (
    <div className={styles.column}>
      {profile.services.map((service, i) => (
        <ServiceEditor key={service.code} service={service} at={i} />
      ))}
      <Panel title={t('part.duties')}>
        <div className={styles.stack}>
          {profile.duties.map((one, i) => (
            <DutyRow key={one.code} duty={one} at={i} />
          ))}
          <AddButton path={['duties']} label={t('edit.addDuty')} made={duty} />
        </div>
      </Panel>
      <Panel title={t('part.goals')}>
        <div className={styles.stack}>
          {profile.goals.map((one, i) => (
            <GoalRow key={one.code} goal={one} at={i} />
          ))}
          <AddButton path={['goals']} label={t('edit.addGoal')} made={goal} />
        </div>
      </Panel>
      <Panel title={t('part.handling')}>
        <div className={styles.stack}>
          {profile.handling.map((one, i) => (
            <div key={one.code} className={styles.line}>
              <WordsField path={['handling', i, 'what']} label={t('part.what')} />
              <WordsField path={['handling', i, 'how']} label={t('part.how')} long />
              <RemoveButton path={['handling', i]} name={words.say(one.what)} />
            </div>
          ))}
          <AddButton
            path={['handling']}
            label={t('edit.addHandling')}
            made={() => ({ code: freeCode(profile.handling, 'handling'), what: none(), how: none() })}
          />
        </div>
      </Panel>
    </div>
  );
}

function ServiceEditor({ service, at }: { service: ServiceKind; at: number }) {
  const { words } = useEditing();
  const t = useWords('serviceProfiles');
  const path = ['services', at];
  return (
    <Panel title={words.say(service.name) || service.code} aside={<RemoveButton path={path} name={words.say(service.name)} />}>
      <div className={styles.stack}>
        <WordsField path={[...path, 'name']} label={t('part.name')} />
        <WordsField path={[...path, 'help']} label={t('part.about')} long />
        {service.limits.length > 0 && (
          <div className={styles.row}>
            {service.limits.map((limit, i) => (
              <TimeField
                key={limit.code}
                path={[...path, 'limits', i, 'limit']}
                label={`${words.say(limit.name)} · ${t(`direction.${limit.direction}`)}`}
              />
            ))}
          </div>
        )}
        <details className={styles.condition}>
          <summary>
            <span className={styles.quiet}>{`${t('part.steps')} · ${service.steps.map(({ name }) => words.say(name)).join(' → ')}`}</span>
          </summary>
          <div className={styles.stack}>
            {service.steps.map((step, i) => (
              <div key={step.code} className={styles.row}>
                <div className={styles.wide}>
                  <WordsField path={[...path, 'steps', i, 'name']} label={`${i + 1}`} />
                </div>
                <DoerField path={[...path, 'steps', i, 'by']} label={t('part.by')} />
                <TimeField path={[...path, 'steps', i, 'every']} label={t('part.every')} optional />
                <TickField path={[...path, 'steps', i, 'optional']} label={t('part.optional')} />
              </div>
            ))}
          </div>
        </details>
      </div>
    </Panel>
  );
}

function DutyRow({ duty, at }: { duty: Duty; at: number }) {
  const { words, set } = useEditing();
  const t = useWords('serviceProfiles');
  const path = ['duties', at];
  return (
    <div className={styles.line}>
      <div className={styles.row}>
        <div className={styles.wide}>
          <WordsField path={[...path, 'name']} label={t('part.name')} />
        </div>
        <NumberField
          label={t('part.every')}
          value={duty.every.count}
          onChange={(next) => set([...path, 'every', 'count'], next ?? null)}
          min={1}
          max={60}
          width="6rem"
        />
        <ChoiceField
          label={t('part.days')}
          value={duty.every.unit}
          onChange={(next) => set([...path, 'every', 'unit'], next)}
          choices={periods.map((value) => ({ value, label: t(`unit.${value}`) }))}
          width="7rem"
        />
        <ChoiceField
          label={t('part.gives')}
          value={duty.gives}
          onChange={(next) => set([...path, 'gives'], next)}
          choices={outcomes.map((value) => ({ value, label: t(`gives.${value}`) }))}
          width="7rem"
        />
        <ChoiceField
          label={t('part.per')}
          value={duty.per ?? 'contract'}
          onChange={(next) => set([...path, 'per'], next === 'contract' ? undefined : next)}
          choices={(['contract', 'device'] as const).map((value) => ({ value, label: t(`dutyPer.${value}`) }))}
          width="9rem"
        />
        <TimeField path={[...path, 'within']} label={t('part.within')} optional />
        <RemoveButton path={path} name={words.say(duty.name)} />
      </div>
    </div>
  );
}

function GoalRow({ goal, at }: { goal: Goal; at: number }) {
  const { words, set } = useEditing();
  const t = useWords('serviceProfiles');
  const path = ['goals', at];
  const isShare = goal.measure === 'availability' || goal.measure === 'satisfaction';
  return (
    <div className={styles.line}>
      <div className={styles.row}>
        <div className={styles.wide}>
          <WordsField path={[...path, 'name']} label={t('part.name')} />
        </div>
        <ChoiceField
          label={t('part.measure')}
          value={goal.measure}
          onChange={(next) => set([...path, 'measure'], next)}
          choices={measures.map((value) => ({ value, label: t(`measure.${value}`) }))}
          width="11rem"
        />
        <NumberField
          label={t('part.atLeast')}
          value={isShare ? Number((goal.atLeast * 100).toFixed(3)) : goal.atLeast}
          onChange={(next) => set([...path, 'atLeast'], next === undefined ? null : isShare ? Number((next / 100).toFixed(5)) : next)}
          min={0}
          max={isShare ? 100 : 1_000}
          decimals={isShare ? 3 : 0}
          unit={t(isShare ? 'edit.percent' : 'edit.people')}
          width="9rem"
        />
        <RemoveButton path={path} name={words.say(goal.name)} />
      </div>
      {goal.otherwise && <WordsField path={[...path, 'otherwise']} label={t('part.otherwise')} long />}
    </div>
  );
}
