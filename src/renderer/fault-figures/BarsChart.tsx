import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import styles from './Figures.module.css';

export interface ChartBar {
  key: string;
  name: string;
  /** Said whole to who hears it, and shown beside the bar in hand. */
  told: string;
  now: number;
  before: number;
  /** At the end of the bar. */
  label: string;
}

export interface BarsChartProps {
  label: string;
  bars: readonly ChartBar[];
  /** `up`: time from left to right; `across`: names down the side. */
  direction: 'up' | 'across';
  /** Shares end at 1; numbers where they will. */
  share?: boolean;
  /** Drawn as a line: at least so much is wanted. */
  goal?: number | undefined;
  /** `before`: the outlined bar, of the period before; opened only where that says how many it counts. */
  onOpen: (bar: ChartBar, of: 'now' | 'before') => void;
}

interface ShapeFacts {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  index?: number;
}

/** Twice as wide as a Latin letter: Chinese. */
const isWide = (letter: string) => (letter.codePointAt(0) ?? 0) > 0x2e80;

/** As much of a name as fits into so many half-wide places. */
function shortened(name: string, places: number): string {
  let used = 0;
  let text = '';
  for (const letter of name) {
    used += isWide(letter) ? 2 : 1;
    if (used > places) return `${text}…`;
    text += letter;
  }
  return text;
}

/** Most of a name that is shown, in half-wide places, and the width of one, px. */
const namePlaces = 24;
const placeWidth = 7;

const placesOf = (name: string) => [...name].reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0);

/**
 * Bars of a period beside those of the one before, which stand as outlines. One stop for Tab: arrows choose a bar, Enter opens
 * what it counts, Shift+Enter what its outline counts; a click does both.
 */
export function BarsChart({ label, bars, direction, share = false, goal, onOpen }: BarsChartProps) {
  const id = useId();
  const [chosen, setChosen] = useState<number>();
  const [held, setHeld] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const across = direction === 'across';
  const bar = chosen === undefined ? undefined : bars[chosen];

  const openAt = (index: number | undefined, of: 'now' | 'before' = 'now') => {
    const opened = index === undefined ? undefined : bars[index];
    if (!opened || index === undefined) return;
    setChosen(index);
    onOpen(opened, of);
    // The panel takes room: the chart is brought back into sight.
    setTimeout(() => box.current?.scrollIntoView({ block: 'nearest' }), 80);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const at = chosen ?? -1;
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: bars.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setChosen(Math.min(Math.max(next, 0), bars.length - 1));
    } else if ((event.key === 'Enter' || event.key === ' ') && bar) {
      event.preventDefault();
      openAt(chosen, event.shiftKey && !share ? 'before' : 'now');
    }
  };

  const shapeOf = (which: 'now' | 'before') =>
    function Shape({ x = 0, y = 0, width = 0, height = 0, index }: ShapeFacts) {
      const inHand = held && index === chosen;
      return (
        <rect
          className={styles[which]}
          data-chosen={inHand || undefined}
          x={x}
          y={y}
          width={Math.max(0, width)}
          height={Math.max(0, height)}
          rx={1}
          {...(which === 'before' && !share
            ? {
                onClick: (event: MouseEvent) => {
                  event.stopPropagation();
                  openAt(index, 'before');
                },
              }
            : {})}
        />
      );
    };

  const height = across ? Math.max(96, bars.length * 34 + 8) : 190;
  // A single bar says no more by being thick.
  const widest = across ? 14 : 40;
  const most = Math.max(1, ...bars.map(({ now, before }) => Math.max(now, before)));
  const numbers = { type: 'number' as const, domain: [0, share ? 1 : most] as [number, number], allowDecimals: share };
  const names = { type: 'category' as const, dataKey: 'name' };
  return (
    // A list of options drawn as a chart: what is drawn is hidden from who hears, the options below are not.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div
      ref={box}
      className={styles.chart}
      role="listbox"
      aria-label={label}
      aria-activedescendant={bar ? `${id}-${chosen}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setHeld(true);
        setChosen(
          (before) =>
            before ??
            Math.max(
              0,
              bars.findIndex(({ now }) => now > 0),
            ),
        );
      }}
      onBlur={() => setHeld(false)}
    >
      <div className={styles.options}>
        {bars.map(({ key, told }, index) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          <div key={key} id={`${id}-${index}`} role="option" tabIndex={-1} aria-selected={index === chosen}>
            {told}
          </div>
        ))}
      </div>
      <div aria-hidden style={{ height }}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height }}>
          <BarChart
            data={bars as ChartBar[]}
            layout={across ? 'vertical' : 'horizontal'}
            margin={across ? { top: 4, right: 64, bottom: 4, left: 0 } : { top: 18, right: 8, bottom: 0, left: 0 }}
            barGap={1}
            barCategoryGap={across ? '24%' : '16%'}
            accessibilityLayer={false}
            onClick={({ activeTooltipIndex }) =>
              openAt(activeTooltipIndex === null || activeTooltipIndex === undefined ? undefined : Number(activeTooltipIndex))
            }
          >
            <CartesianGrid stroke="var(--duty-line)" horizontal={!across} vertical={across} />
            {across ? (
              <XAxis {...numbers} hide />
            ) : (
              <XAxis {...names} tickLine={false} interval="equidistantPreserveStart" tick={{ className: styles.tick }} />
            )}
            {across ? (
              <YAxis
                {...names}
                width={Math.min(namePlaces, Math.max(6, ...bars.map(({ name }) => placesOf(name)))) * placeWidth + 16}
                tickLine={false}
                axisLine={false}
                interval={0}
                tick={({ x, y, payload }) => (
                  <text x={x} y={y} dy="0.35em" textAnchor="end" className={styles.name}>
                    {shortened(String(payload.value), namePlaces)}
                  </text>
                )}
              />
            ) : (
              <YAxis {...numbers} width={36} tickLine={false} axisLine={false} tick={{ className: styles.tick }} />
            )}
            <Bar dataKey="now" maxBarSize={widest} isAnimationActive={false} shape={shapeOf('now')}>
              <LabelList dataKey="label" position={across ? 'right' : 'top'} className={styles.number} />
            </Bar>
            {goal !== undefined && <ReferenceLine x={goal} className={styles.goalLine} />}
            <Bar dataKey="before" maxBarSize={widest} isAnimationActive={false} shape={shapeOf('before')} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <div className={styles.told}>{held && bar ? bar.told : ' '}</div>
    </div>
  );
}
