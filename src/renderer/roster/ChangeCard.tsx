import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconClockExclamation, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { roster } from '../../shared/roster/contract';
import { isPending, type ShiftChangeRecord, waitsFor } from '../../shared/roster/shift-change';
import { useWords } from '../i18n/useWords';
import { useMay } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { BrokenMarks } from './BrokenMarks';
import { type ChangeAct, ChangeForm } from './ChangeForm';
import styles from './RosterPanel.module.css';

/** One request: who, which shifts, what it would break, how far it is, and what this officer can do about it. */
export function ChangeCard({ change }: { change: ShiftChangeRecord }) {
  const t = useWords('roster');
  const mayDecide = useMay(roster.approve);
  const mayAccept = useMay(roster.accept);
  const [act, setAct] = useState<ChangeAct>();
  const { kind, state, person, standIn, shift, standInShift, mine } = change;
  const waiting = waitsFor(state, standIn !== null);
  const names = { person: person.name, standIn: standIn?.name ?? '' };
  const title = kind === 'leave' ? t(standIn ? 'change.line.leaveStandIn' : 'change.line.leave', names) : t(`change.line.${kind}`, names);
  const word = (one: typeof shift) => (one ? `${one.date.slice(5)} ${one.name}` : '');
  const acts: ChangeAct[] = change.contested
    ? mayDecide && mine === undefined
      ? ['settleApproved', 'settleRefused']
      : []
    : [
        ...(waiting === 'standIn' && mayAccept ? (['accept', 'decline'] as const) : []),
        ...(waiting === 'leader' && mayDecide && mine === undefined ? (['approve'] as const) : []),
        ...(isPending(state) && mayDecide && mine === undefined ? (['refuse'] as const) : []),
        ...(isPending(state) && (mayDecide || mine === 'person') ? (['withdraw'] as const) : []),
      ];
  return (
    <li className={styles.card} data-contested={change.contested || undefined}>
      <div className={styles.title}>{title}</div>
      <div>
        {kind === 'leave'
          ? t('change.span', { from: change.from, until: change.until })
          : kind === 'swap'
            ? t('change.swapShifts', { given: word(shift), taken: word(standInShift) })
            : t('change.shifts', { given: word(shift) })}
      </div>
      <div className={styles.marks}>
        <StatusTag urgency={isPending(state) ? 'amber' : 'plain'}>
          {state === 'asked' && standIn === null ? t('change.state.askedNoStandIn') : t(`change.state.${state}`)}
        </StatusTag>
        {change.late && (
          <StatusTag urgency="amber" icon={IconClockExclamation}>
            {t('change.late')}
          </StatusTag>
        )}
        {change.onBehalf && <StatusTag icon={IconPhone}>{t('change.onBehalf')}</StatusTag>}
        {change.contested && (
          <StatusTag urgency="red" icon={IconArrowsSplit2}>
            {t('change.contested')}
          </StatusTag>
        )}
      </div>
      {isPending(state) && kind === 'leave' && (
        <div className={styles.quiet}>
          {change.touches.length > 0 ? t('change.touches', { n: change.touches.length }) : t('change.noTouch')}
        </div>
      )}
      {change.breaks.length > 0 && (
        <div className={styles.marks}>
          <span className={styles.quiet}>{t('change.breaks')}</span>
          <BrokenMarks broken={change.breaks} />
        </div>
      )}
      <div>
        {change.steps.map((step) => (
          <div key={`${step.step} ${step.at} ${step.letter}`} className={styles.step}>
            <ZoneTime at={step.at} />
            <span>
              {t(`change.step.${step.step}`)} · {step.author}
              {step.byPassword ? ` · ${t('change.byPassword')}` : ''}
            </span>
            {step.reason && <span>{t('change.reasonOf', { reason: step.reason })}</span>}
          </div>
        ))}
      </div>
      {act ? (
        <ChangeForm key={act} change={change} act={act} onDone={() => setAct(undefined)} />
      ) : (
        acts.length > 0 && (
          <div className={styles.actions}>
            {acts.map((one) => (
              <Button
                key={one}
                size="compact-sm"
                variant={one === 'approve' || (one === 'accept' && mine === 'standIn') ? 'filled' : 'default'}
                onClick={() => setAct(one)}
              >
                {t(`change.${one}`)}
              </Button>
            ))}
          </div>
        )
      )}
      {waiting === 'leader' && mayDecide && mine !== undefined && <div className={styles.quiet}>{t('change.ownNotice')}</div>}
    </li>
  );
}
