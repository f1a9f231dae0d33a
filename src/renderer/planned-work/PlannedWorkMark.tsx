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
}

/** Says that something is under planned work now: which, whose, until when. Nothing where none is in force. */
export function PlannedWorkMark({ device, area, subsystem, place }: PlannedWorkMarkProps) {
  const named = {
    ...(device ? { device } : {}),
    ...(area ? { area: area.slice(0, 60) } : {}),
    ...(place ? { place: place.slice(0, 120) } : {}),
  };
  const found = useStation(
    plannedWork.on,
    { ...named, ...(subsystem ? { subsystem } : {}) },
    { enabled: Object.keys(named).length > 0, keepPrevious: true },
  );
  const marks = Object.keys(named).length > 0 ? (found.data ?? []) : [];
  return marks.length === 0 ? null : <Marks marks={marks} />;
}

function Marks({ marks }: { marks: readonly Mark[] }) {
  const t = useWords('plannedWork');
  const shell = useShell();
  const now = useNow(minute / 4);
  const said = ({ owner, end, by, through }: Mark) =>
    [
      by === 'upstream' ? t('mark.through', { through }) : by === 'area' ? t('mark.area', { through }) : '',
      t('mark.owner', { name: [owner.name, owner.phone].filter(Boolean).join(' ') }),
      t(now > end ? 'mark.over' : 'mark.until', { end }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Notice urgency="blue" icon={IconBarrierBlock} title={t('mark.title')}>
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
