import { IconBarrierBlock } from '@tabler/icons-react';
import type { Subsystem } from '../../shared/devices/facts';
import { plannedWork } from '../../shared/planned-work/contract';
import type { PlannedWorkMark as Mark } from '../../shared/planned-work/record';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { Notice } from '../widgets/Notice';
import { openWork } from './open';
import styles from './PlannedWork.module.css';

export interface PlannedWorkMarkProps {
  /** Id in the register; undefined or blank for a device that is in no list. */
  device?: string | undefined;
  area?: string | undefined;
  subsystem?: Subsystem | undefined;
  place?: string | undefined;
  /** Another moment than now: when a fault was reported. */
  at?: number | undefined;
}

/** Says that something is under planned work, or was at that moment: which, whose, until when. Nothing where none is in force. */
export function PlannedWorkMark({ device, area, subsystem, place, at }: PlannedWorkMarkProps) {
  const named = {
    ...(device ? { device } : {}),
    ...(area ? { area: area.slice(0, 60) } : {}),
    ...(place ? { place: place.slice(0, 120) } : {}),
  };
  const found = useStation(
    plannedWork.on,
    { ...named, ...(subsystem ? { subsystem } : {}), ...(at === undefined ? {} : { at }) },
    { enabled: Object.keys(named).length > 0, keepPrevious: true },
  );
  const marks = Object.keys(named).length > 0 ? (found.data ?? []) : [];
  return marks.length === 0 ? null : <Marks marks={marks} then={at !== undefined} />;
}

function Marks({ marks, then }: { marks: readonly Mark[]; then: boolean }) {
  const t = useWords('plannedWork');
  const shell = useShell();
  const now = useNow(minute / 4);
  const said = ({ owner, end, endedAt, by, through }: Mark) =>
    [
      by === 'upstream' ? t('mark.through', { through }) : by === 'area' ? t('mark.area', { through }) : '',
      t('mark.owner', { name: [owner.name, owner.phone].filter(Boolean).join(' ') }),
      endedAt === undefined ? t(now > end ? 'mark.over' : 'mark.until', { end }) : t('mark.ended', { at: endedAt }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Notice urgency="blue" icon={IconBarrierBlock} title={t(then ? 'mark.then' : 'mark.title')}>
      <ul className={styles.marksOn}>
        {marks.slice(0, 4).map((mark) => (
          <li key={mark.id}>
            <button type="button" className={styles.link} onClick={() => openWork(shell, mark)}>
              {mark.number}
            </button>{' '}
            {mark.reason}
            <div className={styles.quiet}>{said(mark)}</div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
