import { Button } from '@mantine/core';
import { useState } from 'react';
import { attendance, type ShiftOnDuty } from '../../shared/attendance/contract';
import type { Presence } from '../../shared/attendance/record';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useOfficer } from '../station';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { EmptyState } from '../widgets/EmptyState';
import { openLeave } from './open';
import { PersonRow } from './PersonRow';
import styles from './ShiftPage.module.css';

/** Everybody of the shift, and one key to leave and to come back. */
export function PeoplePanel({ duty, now }: { duty: ShiftOnDuty; now: number }) {
  const t = useWords('attendance');
  const shell = useShell();
  const officer = useOfficer();
  const back = useCommand(attendance.returnToPost);
  const out = useCommand(attendance.checkOut);
  const [leaving, setLeaving] = useState<string>();
  const shift = duty.shift.key;

  const comeBack = async ({ person }: Presence) => {
    const answer = await back.send({ shift, person });
    if (answer.ok) shell.say(t('leave.returned', { name: person.name }));
  };
  const goHome = async ({ person }: Presence) => {
    const answer = await out.send({ shift, person });
    setLeaving(undefined);
    if (answer.ok) shell.say(t('leave.out', { name: person.name }));
  };
  const keyOf = ({ person }: Presence) => person.id ?? person.name;

  return (
    <Panel title={t('people.title')} flush>
      {duty.people.length === 0 && <EmptyState title={t('people.empty')}>{t('people.emptyNow')}</EmptyState>}
      <ul className={styles.people}>
        {duty.people.map((presence) => (
          <PersonRow
            key={keyOf(presence)}
            presence={presence}
            start={duty.shift.start}
            now={now}
            own={presence.login === officer.login}
            busy={back.busy}
            onLeave={() => openLeave(shell, duty, presence)}
            onReturn={() => void comeBack(presence)}
            onOut={() => setLeaving(keyOf(presence))}
          />
        ))}
      </ul>
      {duty.people
        .filter((presence) => keyOf(presence) === leaving)
        .map((presence) => (
          <div key={keyOf(presence)} className={styles.question} role="group" aria-label={t('people.out')}>
            <span>{t('people.outQuestion', { name: presence.person.name })}</span>
            <Button size="sm" autoFocus loading={out.busy} onClick={() => void goHome(presence)}>
              {t('people.out')}
            </Button>
            <Button size="sm" variant="default" onClick={() => setLeaving(undefined)}>
              {t('common:cancel')}
            </Button>
          </div>
        ))}
      {(back.refusal || out.refusal) && (
        <div className={styles.refusal}>
          <RefusalNote refusal={back.refusal ?? out.refusal} />
        </div>
      )}
    </Panel>
  );
}
