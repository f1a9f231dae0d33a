import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonReference } from '../../shared/references';
import { roster } from '../../shared/roster/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Facts } from '../widgets/Facts';
import { TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import styles from './RosterPanel.module.css';

/** One shift with its history; where two desks differ, a leader says which rostering stands. */
export function ShiftPanel({ shiftKey, onAsk }: { shiftKey: string; onAsk: () => void }) {
  const t = useWords('roster');
  const shell = useShell();
  const maySettle = useMay(roster.save);
  const mayAsk = useMay(roster.ask);
  const answer = useStation(roster.shift, { key: shiftKey });
  const save = useCommand(roster.save);
  const [reason, setReason] = useState('');
  if (!answer.data) return <RefusalNote refusal={answer.refusal} />;
  const { shift, sides, replacements } = answer.data;
  const names = (people: readonly (PersonReference | null)[]) =>
    people.flatMap((person) => person?.name ?? []).join(t('common:separator')) || t('shift.nobody');
  const settle = async (watch: { leader: PersonReference | null; officers: PersonReference[]; open: number }) => {
    const saved = await save.send({
      assignments: [{ key: shift.key, leader: watch.leader, officers: watch.officers, open: watch.open }],
      reason,
    });
    if (saved.ok) shell.say(t('shift.settled'));
  };
  return (
    <div className={styles.panel}>
      <StaleMark stale={answer.stale} since={answer.since} />
      {shift.contested && <Notice urgency="red">{t('shift.contested')}</Notice>}
      <Facts
        facts={[
          [t('shift.time'), t('shift.timeValue', { from: shift.start, until: shift.end })],
          [t('shift.leader'), names([shift.leader])],
          [t('shift.officers'), names(shift.officers)],
          [t('shift.open'), shift.open > 0 ? t('shift.openValue', { n: shift.open }) : undefined],
        ]}
      />
      {mayAsk && (
        <div>
          <Button variant="default" leftSection={<IconArrowsExchange size="1.15rem" aria-hidden />} onClick={onAsk}>
            {t('shift.ask')}
          </Button>
        </div>
      )}
      {shift.contested && maySettle && <TextField label={t('shift.standsReason')} value={reason} onChange={setReason} maxLength={400} />}
      <RefusalNote refusal={save.refusal} />
      {sides.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('shift.sides')}</h3>
          <ul className={styles.list}>
            {sides.map((side) => (
              <li key={`${side.letter} ${side.at}`} className={styles.card}>
                <div className={styles.quiet}>{t('shift.side', { letter: side.letter, author: side.author, at: side.at })}</div>
                <div className={styles.title}>
                  {names([side.leader])} · {names(side.officers)}
                </div>
                {side.reason && <div>{t('shift.reason', { reason: side.reason })}</div>}
                {shift.contested && maySettle && (
                  <div>
                    <Button size="compact-sm" variant="default" loading={save.busy} onClick={() => void settle(side)}>
                      {t('shift.stands')}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {replacements.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('shift.replacements')}</h3>
          <ul className={styles.list}>
            {replacements.map((one) => (
              <li key={`${one.change} ${one.at} ${one.leaves.name}`} className={styles.card}>
                <div className={styles.title}>
                  {t('shift.replaced', { leaves: one.leaves.name, comes: one.comes?.name ?? t('shift.nobodyComes') })}
                </div>
                <div className={styles.quiet}>{t('shift.side', { letter: '', author: one.author, at: one.at })}</div>
                {one.unfitting && <Notice urgency="amber">{t('shift.unfitting')}</Notice>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
