import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Unexplained, unexplainedOf } from '../../shared/faults/before-closing';
import { faults } from '../../shared/faults/contract';
import { breachCauses } from '../../shared/faults/intake';
import type { FaultRecord } from '../../shared/faults/record';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, ChoicesField, TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import styles from './FaultPanel.module.css';
import type { NamedProfile } from './useProfile';

export interface BreachesProps {
  fault: FaultRecord;
  named: NamedProfile;
  /** False while the form stands above, before the closing. */
  withForm: boolean;
}

/** Limits that were not kept: they stay for good, each with its cause; what has none yet is explained here. */
export function Breaches({ fault, named, withForm }: BreachesProps) {
  const t = useWords('faults');
  const common = useWords('common');
  const now = useNow(minute / 4);
  const unexplained = unexplainedOf(fault, now);
  const may = useMay(faults.explain);
  // While the fault is under way there is more pressing work: the form is asked for.
  const [asked, setAsked] = useState(false);
  useScreenKeys(withForm && may && unexplained.length > 0 ? [{ key: 'Alt+E', label: t('verb.explain'), run: () => setAsked(true) }] : []);
  if (fault.breaches.length === 0 && unexplained.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('breach.title')}</h3>
      <ul className={styles.links}>
        {fault.breaches.map(({ clock, round, name, limit, dueAt, borneOut, breachCause, reason, explainedBy }) => (
          <li key={`${clock} ${round} ${dueAt}`}>
            <div>
              {t('breach.line', { name: roundName(t, named.say(name), round), limit: ageInWords(common, limit), at: dueAt })}{' '}
              {!breachCause && <StatusTag urgency="amber">{t('breach.open')}</StatusTag>}
            </div>
            {breachCause && (
              <div className={styles.who}>
                {t('breach.because', { cause: t(`breach.causes.${breachCause}`), reason: reason ?? '', name: explainedBy ?? '' })}
              </div>
            )}
            {!borneOut && <div className={styles.who}>{t('breach.moved')}</div>}
          </li>
        ))}
      </ul>
      {withForm && unexplained.length > 0 && may && (
        <div className={styles.explain}>
          {asked ? (
            <ExplainForm fault={fault} named={named} unexplained={unexplained} onBack={() => setAsked(false)} />
          ) : (
            <Button size="compact-sm" variant="default" onClick={() => setAsked(true)} rightSection={<KeyHint keys="Alt+E" />}>
              {t('verb.explain')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

type FaultWord = ReturnType<typeof useWords<'faults'>>;
const roundName = (t: FaultWord, name: string, round: number) => (round > 1 ? `${name} ${t('clocks.round', { n: round })}` : name);

interface Explanation {
  breachCause: (typeof breachCauses)[number] | '';
  reason: string;
  /** Limits this does not speak of; without a choice it speaks of all. */
  left: string[];
}

export interface ExplainFormProps {
  fault: FaultRecord;
  named: NamedProfile;
  unexplained: readonly Unexplained[];
  /** Puts the form away; what was typed stays. */
  onBack?: () => void;
}

/** One cause for every limit that was not kept, or for some of them: a late dispatch makes three late at once. */
export function ExplainForm({ fault, named, unexplained, onBack }: ExplainFormProps) {
  const t = useWords('faults');
  const common = useWords('common');
  const shell = useShell();
  const may = useMay(faults.explain);
  const command = useCommand(faults.explain);
  const [empty] = useState<Explanation>({ breachCause: '', reason: '', left: [] });
  const { value, change, discard } = useDraft(`faults.explain:${fault.id}`, empty);
  const [tried, setTried] = useState(false);
  if (!may) return null;
  const keyOf = ({ clock, round }: Unexplained) => `${clock}/${round}`;
  const chosen = unexplained.filter((one) => !value.left.includes(keyOf(one)));
  const send = async () => {
    setTried(true);
    const { breachCause, reason } = value;
    if (breachCause === '' || reason.trim() === '' || chosen.length === 0 || command.busy) return;
    for (const { clock, round } of chosen) {
      const answer = await command.send({ id: fault.id, clock, round, breachCause, reason: reason.trim() });
      if (!answer.ok) return;
    }
    discard();
    setTried(false);
    shell.say(t('breach.said', { number: fault.number }));
  };
  const required = t('common:rules.required');
  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('breach.send')}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {t('breach.send')}
          </Button>
          {onBack && (
            <Button variant="default" onClick={onBack}>
              {t('common:back')}
            </Button>
          )}
        </>
      }
    >
      {unexplained.length > 1 ? (
        <ChoicesField
          label={t('breach.of')}
          values={chosen.map(keyOf)}
          onChange={(keys) => change({ left: unexplained.map(keyOf).filter((key) => !keys.includes(key)) })}
          choices={unexplained.map((one) => ({
            value: keyOf(one),
            label: t('breach.lineNoDue', { name: roundName(t, named.say(one.name), one.round), limit: ageInWords(common, one.limit) }),
          }))}
          error={tried && chosen.length === 0 ? required : undefined}
        />
      ) : (
        unexplained.map((one) => (
          <div key={keyOf(one)} className={styles.who}>
            {t('breach.lineNoDue', { name: roundName(t, named.say(one.name), one.round), limit: ageInWords(common, one.limit) })}
          </div>
        ))
      )}
      <ChoiceField
        label={t('breach.cause')}
        value={value.breachCause}
        onChange={(breachCause) => change({ breachCause })}
        choices={breachCauses.map((cause) => ({ value: cause, label: t(`breach.causes.${cause}`) }))}
        placeholder={t('breach.choose')}
        required
        error={tried && value.breachCause === '' ? required : undefined}
      />
      <TextAreaField
        label={t('breach.reason')}
        value={value.reason}
        onChange={(reason) => change({ reason })}
        rows={1}
        maxLength={500}
        required
        error={tried && value.reason.trim() === '' ? required : undefined}
        startHere={onBack !== undefined}
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
