import { Button } from '@mantine/core';
import { waitingReasons } from '../../shared/faults/intake';
import { milestones } from '../../shared/service-profiles/milestones';
import { type Clock, clockAims } from '../../shared/service-profiles/profile';
import { AddButton, freeCode, ProblemAt, RemoveButton, TimeField, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, ChoicesField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { ConditionField } from './ConditionField';
import { OwnTelling, TellingFields } from './EditFields';
import { useEditing } from './editing';

/** Limits, what pauses them, who is told. */
export function ClocksEditor() {
  const { profile } = useEditing();
  const t = useWords('serviceProfiles');
  const made = (): Clock => ({
    code: freeCode(profile.clocks, 'clock'),
    aim: 'repair',
    name: { zh: '', en: '' },
    from: 'reported',
    until: 'repaired',
    pausedBy: [],
    onReopen: 'continues',
    rules: [{ limit: '4h' }],
  });
  return (
    <div className={styles.column}>
      {profile.clocks.map((clock, i) => (
        <ClockEditor key={clock.code} clock={clock} at={i} />
      ))}
      <AddButton path={['clocks']} label={t('edit.addClock')} made={made} />
      <Panel title={t('part.telling')}>
        <div className={styles.stack}>
          <TellingFields path={['telling']} />
          <TimeField path={['reopenGrace']} label={t('part.reopenGrace')} />
        </div>
      </Panel>
    </div>
  );
}

function ClockEditor({ clock, at }: { clock: Clock; at: number }) {
  const { profile, words, set } = useEditing();
  const t = useWords('serviceProfiles');
  const path = ['clocks', at];
  const rules = [...path, 'rules'];
  const steps = milestones.map((value) => ({ value, label: words.step(value) }));
  const up = (i: number) => {
    const list = [...clock.rules];
    list.splice(i - 1, 0, ...list.splice(i, 1));
    set(rules, list);
  };
  return (
    <Panel
      title={words.say(clock.name) || t('part.clocks')}
      aside={profile.clocks.length > 1 && <RemoveButton path={path} name={words.say(clock.name)} />}
    >
      <div className={styles.stack}>
        <span className={styles.quiet}>{t('edit.firstHolds')}</span>
        {clock.rules.map((rule, i) => (
          <div key={JSON.stringify([i, rule.when ?? null])} className={styles.line}>
            <div className={styles.row}>
              <TimeField path={[...rules, i, 'limit']} label={`${t('edit.rule', { n: i + 1 })} · ${t('part.limit')}`} />
              {profile.hours.length > 0 && (
                <ChoiceField
                  label={t('part.hours')}
                  value={rule.hours ?? ''}
                  onChange={(next) => set([...rules, i, 'hours'], next === '' ? undefined : next)}
                  choices={[
                    { value: '', label: t('edit.always') },
                    ...profile.hours.map((one) => ({ value: one.code, label: words.say(one.name) })),
                  ]}
                  width="14rem"
                />
              )}
              <ConditionField path={[...rules, i, 'when']} otherwise={t(i === 0 ? 'when.all' : 'when.always')} />
              <div className={styles.verbs}>
                {i > 0 && (
                  <Button
                    variant="subtle"
                    color="gray"
                    size="compact-md"
                    aria-label={t('edit.upNamed', { n: i + 1 })}
                    onClick={() => up(i)}
                  >
                    {t('edit.up')}
                  </Button>
                )}
                {clock.rules.length > 1 && <RemoveButton path={[...rules, i]} name={t('edit.rule', { n: i + 1 })} />}
              </div>
            </div>
            <ProblemAt path={[...rules, i]} />
          </div>
        ))}
        <AddButton path={rules} label={t('edit.addRule')} made={() => ({ limit: '4h' })} />
        <details className={styles.condition}>
          <summary>
            <span className={styles.quiet}>
              {`${words.step(clock.from)} → ${words.step(clock.until)} · ${t('view.pauses')}: ${words.list(clock.pausedBy.map(words.waiting)) || t('view.never')} · ${t('view.reopen')}: ${t(`onReopen.${clock.onReopen}`)}`}
            </span>
          </summary>
          <div className={styles.stack}>
            <WordsField path={[...path, 'name']} label={t('part.name')} />
            <div className={styles.row}>
              <ChoiceField
                label={t('part.aim')}
                value={clock.aim}
                onChange={(next) => set([...path, 'aim'], next)}
                choices={clockAims.map((value) => ({ value, label: t(`aim.${value}`) }))}
              />
              <ChoiceField label={t('part.from')} value={clock.from} onChange={(next) => set([...path, 'from'], next)} choices={steps} />
              <ChoiceField label={t('part.until')} value={clock.until} onChange={(next) => set([...path, 'until'], next)} choices={steps} />
              <ChoiceField
                label={t('part.onReopen')}
                value={clock.onReopen}
                onChange={(next) => set([...path, 'onReopen'], next)}
                choices={(['continues', 'restarts', 'stays'] as const).map((value) => ({ value, label: t(`onReopen.${value}`) }))}
              />
            </div>
            <ChoicesField
              label={t('part.pausedBy')}
              values={clock.pausedBy}
              onChange={(next) => set([...path, 'pausedBy'], next)}
              choices={waitingReasons.map((value) => ({ value, label: words.waiting(value) }))}
            />
            <OwnTelling path={[...path, 'telling']} />
          </div>
        </details>
      </div>
    </Panel>
  );
}
