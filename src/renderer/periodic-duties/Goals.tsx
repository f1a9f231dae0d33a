import { Button } from '@mantine/core';
import { useState } from 'react';
import { type GoalLine, periodicDuties } from '../../shared/periodic-duties/contract';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Duties.module.css';
import { goalValue } from './goal-value';

/** Goals of the contracts in use: what was reached this month, and where one was missed, why and what is done about it. */
export function Goals() {
  const t = useWords('periodicDuties');
  const goals = useStation(periodicDuties.goals, {});
  const lines = goals.data ?? [];
  if (lines.length === 0) return null;
  return (
    <section className={styles.card} aria-label={t('goal.title')}>
      <h2 className={styles.heading}>{t('goal.title')}</h2>
      {lines.map((line) => (
        <Goal key={`${line.profile} ${line.goal}`} line={line} />
      ))}
    </section>
  );
}

function Goal({ line }: { line: GoalLine }) {
  const t = useWords('periodicDuties');
  const language = useLanguage();
  const may = useMay(periodicDuties.improve);
  const [writing, setWriting] = useState(false);
  const { measure, atLeast, actual, standing, improvements, otherwise, per, month } = line;
  const missed = standing === 'missed';
  return (
    <div className={styles.goal}>
      <div className={styles.row}>
        <span>{line.name[language]}</span>
        <span className={styles.value}>{actual === undefined ? t('goal.unknown') : goalValue(measure, actual)}</span>
        {missed && <StatusTag urgency="red">{t('goal.missed')}</StatusTag>}
        {standing === 'met' && <StatusTag>{t('goal.met')}</StatusTag>}
      </div>
      <div className={styles.quiet}>
        <div>{line.profileName[language]}</div>
        <div>{[t('goal.atLeast', { value: goalValue(measure, atLeast) }), per === 'month' && month].filter(Boolean).join(' · ')}</div>
      </div>
      {missed && improvements.length === 0 && otherwise && <div>{otherwise[language]}</div>}
      {improvements.map((one) => (
        <div key={one.entry} className={styles.quiet}>
          {t('goal.improved', { causes: one.causes, measures: one.measures, name: one.author })}
        </div>
      ))}
      {missed && may && !writing && (
        <Button mt="xs" size="compact-md" variant="default" onClick={() => setWriting(true)}>
          {t('goal.improve')}
        </Button>
      )}
      {missed && writing && <Improve line={line} onDone={() => setWriting(false)} />}
    </div>
  );
}

function Improve({ line, onDone }: { line: GoalLine; onDone: () => void }) {
  const t = useWords('periodicDuties');
  const shell = useShell();
  const command = useCommand(periodicDuties.improve);
  const { profile, goal, month } = line;
  const { value, change, discard } = useDraft(`goal:${profile}.${goal}.${month}`, { causes: '', measures: '' });
  const [tried, setTried] = useState(false);
  const lacks = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);
  const submit = async () => {
    setTried(true);
    const causes = value.causes.trim();
    const measures = value.measures.trim();
    if (causes === '' || measures === '' || command.busy) return;
    const answer = await command.send({ profile, goal, month, causes, measures });
    if (!answer.ok) return;
    discard();
    shell.say(t('goal.said'));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t('goal.improve')}
      actions={
        <>
          <Button type="submit" size="compact-md" loading={command.busy}>
            {t('goal.improve')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      <TextAreaField
        label={t('goal.causes')}
        value={value.causes}
        onChange={(causes) => change({ causes })}
        maxLength={1_000}
        rows={2}
        required
        startHere
        error={lacks(value.causes)}
      />
      <TextAreaField
        label={t('goal.measures')}
        value={value.measures}
        onChange={(measures) => change({ measures })}
        maxLength={1_000}
        rows={2}
        required
        error={lacks(value.measures)}
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
