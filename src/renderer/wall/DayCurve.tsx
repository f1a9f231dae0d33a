import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { OutputOf } from '../../shared/contract';
import type { faults } from '../../shared/faults/contract';
import { timeIn } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import styles from './WallScreen.module.css';
import { useRem } from './useRem';

const hours = Array.from({ length: 24 }, (_, n) => n);

/** Today: what was reported and closed, hour by hour. Told apart by the stroke: colour is for urgency alone. */
export function DayCurve({ curve, zone }: { curve: OutputOf<typeof faults.wall>['curve']; zone: string }) {
  const t = useWords('wall');
  const rem = useRem();
  const points = useMemo(() => {
    const byHour = new Map(curve.map((point) => [Number(timeIn(zone, point.hour).slice(0, 2)), point]));
    return hours.map((n) => ({ n, reported: byHour.get(n)?.reported, closed: byHour.get(n)?.closed }));
  }, [curve, zone]);
  const total = (part: 'reported' | 'closed') => curve.reduce((sum, point) => sum + point[part], 0);
  // Even steps, whatever the day brings.
  const top = Math.max(4, Math.ceil(Math.max(...curve.map(({ reported, closed }) => Math.max(reported, closed)), 0) / 4) * 4);
  const tick = { fontSize: 0.8 * rem, fill: 'var(--duty-quiet)' };
  return (
    <section className={styles.curve} aria-label={t('curve')}>
      <h2 className={styles.heading}>
        {t('curve')}
        <span className={styles.legend}>
          <span className={styles.stroke} aria-hidden />
          {t('reported')} {total('reported')}
        </span>
        <span className={styles.legend}>
          <span className={styles.stroke} data-dashed aria-hidden />
          {t('closedFaults')} {total('closed')}
        </span>
      </h2>
      <div className={styles.chart}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={points} margin={{ top: rem * 0.5, right: rem * 0.75, bottom: 0, left: 0 }}>
            <CartesianGrid stroke="var(--duty-line)" vertical={false} />
            <XAxis
              dataKey="n"
              type="number"
              domain={[0, 23]}
              ticks={[0, 4, 8, 12, 16, 20]}
              tick={tick}
              stroke="var(--duty-outline)"
              height={2 * rem}
              tickMargin={0.4 * rem}
            />
            <YAxis
              allowDecimals={false}
              tick={tick}
              stroke="var(--duty-outline)"
              width={2 * rem}
              tickMargin={0.3 * rem}
              domain={[0, top]}
              ticks={[0, top / 2, top]}
            />
            <Line
              dataKey="reported"
              type="linear"
              stroke="var(--duty-text)"
              strokeWidth={0.14 * rem}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="closed"
              type="linear"
              stroke="var(--duty-accent)"
              strokeWidth={0.14 * rem}
              strokeDasharray={`${0.4 * rem} ${0.25 * rem}`}
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </section>
  );
}
