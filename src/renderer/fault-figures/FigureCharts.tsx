import type { OutputOf } from '../../shared/contract';
import type { faults } from '../../shared/faults/contract';
import type { Grouping } from '../../shared/faults/figure-groups';
import type { FigureBar } from '../../shared/faults/figures-contract';
import { useAnyWord, useWords } from '../i18n/useWords';
import { EmptyState } from '../widgets/EmptyState';
import { Panel } from '../widgets/Panel';
import { BarsChart, type ChartBar } from './BarsChart';
import { useBucketName } from './bucket-names';
import styles from './Figures.module.css';
import { percentText } from './figure-text';

export interface FigureChartsProps {
  figures: OutputOf<typeof faults.figures>;
  /** Profiles in use: with more than one, a class says whose it is. */
  profiles: number;
  onOpen: (bar: FigureBar, name: string, count: number, of?: 'now' | 'before') => void;
}

const shown = [
  'hour',
  'class',
  'subsystem',
  'area',
  'cause',
  'tier',
  'engineer',
  'firstTime',
  'satisfaction',
] as const satisfies readonly Grouping[];

/** A chart for each way of putting faults side by side, and availability by subsystem and area. */
export function FigureCharts({ figures, profiles, onOpen }: FigureChartsProps) {
  const t = useWords('faultFigures');
  const word = useAnyWord();
  const nameOf = useBucketName();
  const { groups, availability, goals } = figures;
  const goal = goals.find(({ measure }) => measure === 'availability')?.atLeast;
  const chartOf = (grouping: 'day' | (typeof shown)[number]) => {
    const buckets = groups[grouping];
    const title = grouping === 'day' && buckets[0]?.key.length === 7 ? t('chart.month') : t(`chart.${grouping}`);
    const bars = buckets.map((bucket): ChartBar => {
      const name = nameOf(grouping, bucket, profiles);
      const { count, before } = bucket;
      const label = count === 0 && (grouping === 'day' || grouping === 'hour') ? '' : String(count);
      return { key: bucket.key, name, told: t('chart.bar', { name, count, before }), now: count, before, label };
    });
    const empty = bars.every(({ now, before }) => now + before === 0);
    return (
      <div key={grouping}>
        <Panel title={title} aside={<Legend />}>
          {empty ? (
            <EmptyState title={t('chart.nothing')} />
          ) : (
            <BarsChart
              label={title}
              bars={bars}
              direction={grouping === 'day' || grouping === 'hour' ? 'up' : 'across'}
              onOpen={({ key, name, now, before }, of) => onOpen({ by: grouping, key }, name, of === 'now' ? now : before, of)}
            />
          )}
        </Panel>
      </div>
    );
  };
  return (
    <>
      <div className={styles.wide}>{chartOf('day')}</div>
      <div className={styles.charts}>
        {shown.map(chartOf)}
        {(['subsystem', 'area'] as const).map((grouping) => {
          const title = t(grouping === 'subsystem' ? 'chart.outSubsystem' : 'chart.outArea');
          const bars = availability[grouping].map(({ key, share = 0, shareBefore = 0, devices, faults: count }): ChartBar => {
            const name = key === '' ? t('bucket.noArea') : grouping === 'subsystem' ? word(`devices:subsystem.${key}`) : key;
            const told = t('chart.outBar', { name, share: percentText(share, 2), devices, faults: count });
            return { key, name, told, now: share, before: shareBefore, label: percentText(share, 2) };
          });
          return (
            <div key={grouping}>
              <Panel title={title} aside={<Legend />}>
                {bars.length === 0 ? (
                  <EmptyState title={t('chart.noDevices')} />
                ) : (
                  <BarsChart
                    label={title}
                    bars={bars}
                    direction="across"
                    share
                    goal={goal}
                    onOpen={({ key, name }) =>
                      onOpen({ by: 'out', grouping, key }, name, availability[grouping].find((one) => one.key === key)?.faults ?? 0)
                    }
                  />
                )}
              </Panel>
            </div>
          );
        })}
      </div>
    </>
  );
}

function Legend() {
  const t = useWords('faultFigures');
  return (
    <span className={styles.legend}>
      <i aria-hidden />
      {t('chart.legendNow')}
      <i aria-hidden />
      {t('chart.legendBefore')}
    </span>
  );
}
