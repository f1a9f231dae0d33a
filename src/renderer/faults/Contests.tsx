import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { faults } from '../../shared/faults/contract';
import type { FaultRecord, Moment } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { momentLines, momentTitle } from './moment-words';
import styles from './FaultPanel.module.css';
import type { NamedProfile } from './useProfile';

/** What two desks did differently, in plain words, and which of them is right. */
export function Contests({ fault, named }: { fault: FaultRecord; named: NamedProfile }) {
  const t = useWords('faults');
  const shell = useShell();
  const maySettle = useMay(faults.settle);
  const settle = useCommand(faults.settle);
  if (fault.contests.length === 0) return null;
  const decide = async (side?: string) => {
    const answer = await settle.send({ id: fault.id, side });
    if (answer.ok) shell.say(t('panel.doneStep', { number: fault.number, verb: t('verb.settle') }));
  };
  const stands = {
    progress: t(`state.${fault.state}`),
    engineer: fault.sentTo?.name ?? '',
    class: named.className(fault.class),
  };
  return (
    <Notice urgency="amber" icon={IconArrowsSplit2} title={t('contest.title')}>
      {fault.contests.map(({ topic, sides }) => (
        <div key={topic} className={styles.contest}>
          <div>{t(`contest.${topic}`)}</div>
          <ul className={styles.sides}>
            {sides.map((side) => (
              <li key={side.entry}>
                {t('contest.side', {
                  letter: side.letter,
                  at: side.happenedAt ?? side.at,
                  name: side.by.name,
                  what: [momentTitle(t, side, named), ...momentLines(t, side, named)].join(t('contest.then')),
                })}
              </li>
            ))}
          </ul>
          <div>{t(`contest.now.${topic}`, { what: stands[topic] })}</div>
          {maySettle && (
            <div className={styles.actions}>
              {lastOfEach(sides).map((side) => (
                <Button key={side.letter} variant="default" loading={settle.busy} onClick={() => void decide(side.entry)}>
                  {t('contest.choose', { letter: side.letter })}
                </Button>
              ))}
            </div>
          )}
        </div>
      ))}
      {maySettle && fault.contests.length > 1 && (
        <Button variant="default" loading={settle.busy} onClick={() => void decide()}>
          {t('contest.keep')}
        </Button>
      )}
      <RefusalNote refusal={settle.refusal} />
    </Notice>
  );
}

/** How far each station had come by itself. */
function lastOfEach(sides: readonly Moment[]): Moment[] {
  return [...new Map(sides.map((side) => [side.letter, side])).values()].sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
