import { fewestForShare, type FigureValues, type Share, type Times } from '../../shared/faults/figures';
import type { AvailabilityBucket, FigureBar, timedFigures } from '../../shared/faults/figures-contract';
import { minute } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import styles from './Figures.module.css';
import { lengthText, percentText, shareText } from './figure-text';

export interface ValueTilesProps {
  now: FigureValues;
  before: FigureValues;
  availability: AvailabilityBucket | undefined;
  onOpen: (bar: FigureBar, name: string) => void;
}

/** What the period amounts to, each figure with that of the period before. */
export function ValueTiles({ now, before, availability, onOpen }: ValueTilesProps) {
  const t = useWords('faultFigures');
  const changed = (difference: number, text: (size: number) => string) =>
    difference === 0 ? t('value.same') : t('value.change', { sign: difference > 0 ? '+' : '−', value: text(Math.abs(difference)) });
  const count = (
    <Tile
      name={t('value.total')}
      figure={String(now.total)}
      lines={[`${t('value.before', { value: before.total })} ${changed(now.total - before.total, String)}`]}
      onOpen={() => onOpen({ by: 'all' }, t('value.total'))}
    />
  );
  const times = (name: string, key: (typeof timedFigures)[number]) => timesOf(name, now[key], before[key], { by: 'timed', key });
  const timesOf = (name: string, one: Times, earlier: Times, bar: FigureBar) => (
    <Tile
      name={name}
      figure={one.p50 === undefined ? t('value.nothing') : lengthText(t, one.p50)}
      lines={[
        ...(one.p90 === undefined ? [] : [t('value.p90', { time: lengthText(t, one.p90) }), t('value.of', { count: one.of })]),
        earlier.p50 === undefined
          ? t('value.beforeNothing')
          : `${t('value.before', { value: lengthText(t, earlier.p50) })}${
              one.p50 === undefined ? '' : ` ${changed(wholeMinutes(one.p50) - wholeMinutes(earlier.p50), (size) => lengthText(t, size))}`
            }`,
      ]}
      onOpen={one.of === 0 ? undefined : () => onOpen(bar, name)}
    />
  );
  const share = (name: string, one: Share, earlier: Share, bar?: FigureBar) => {
    const enough = one.of >= fewestForShare && earlier.of >= fewestForShare;
    const points = enough ? tenths(one) - tenths(earlier) : undefined;
    const few = one.of > 0 && one.of < fewestForShare;
    return (
      <Tile
        name={name}
        figure={shareText(t, one)}
        lines={[
          few ? t('value.few', { least: fewestForShare }) : one.of > 0 ? t('value.part', { part: one.part, of: one.of }) : '',
          earlier.of === 0
            ? t('value.beforeNothing')
            : `${t('value.before', { value: shareText(t, earlier) })}${
                points === undefined ? '' : ` ${changed(points, (size) => t('value.points', { value: (size / 10).toFixed(1) }))}`
              }`,
        ].filter((line) => line !== '')}
        onOpen={bar && (() => onOpen(bar, name))}
      />
    );
  };
  return (
    <div className={styles.values}>
      {count}
      {times(t('value.response'), 'response')}
      {times(t('value.repair'), 'repair')}
      {times(t('value.wallRepair'), 'wallRepair')}
      {share(t('value.breached'), now.breached, before.breached, { by: 'breached', key: 'yes' })}
      {share(t('value.firstTime'), now.firstTime, before.firstTime, { by: 'firstTime', key: 'yes' })}
      {share(t('value.reopened'), now.reopened, before.reopened, { by: 'reopened', key: 'yes' })}
      {share(t('value.satisfied'), now.satisfied, before.satisfied)}
      <Tile
        name={t('value.availability')}
        figure={availability?.share === undefined ? t('value.nothing') : percentText(availability.share, 2)}
        lines={[
          t('value.devices', { count: availability?.devices ?? 0 }),
          availability?.shareBefore === undefined
            ? t('value.beforeNothing')
            : t('value.before', { value: percentText(availability.shareBefore, 2) }),
        ]}
        onOpen={() => onOpen({ by: 'out', grouping: 'all', key: 'all' }, t('value.availability'))}
      />
    </div>
  );
}

// What is said of a change is the difference of what is shown.
const wholeMinutes = (time: number) => Math.round(time / minute) * minute;
const tenths = ({ part, of }: Share) => Math.floor((part / of) * 1_000 + 1e-6);

function Tile({ name, figure, lines, onOpen }: { name: string; figure: string; lines: string[]; onOpen?: (() => void) | undefined }) {
  const inside = (
    <>
      <span className={styles.caption}>{name}</span>
      <span className={styles.figure}>{figure}</span>
      {lines.map((line) => (
        <span key={line} className={styles.small}>
          {line}
        </span>
      ))}
    </>
  );
  return onOpen ? (
    <button type="button" className={styles.value} onClick={onOpen}>
      {inside}
    </button>
  ) : (
    <div className={styles.value}>{inside}</div>
  );
}
