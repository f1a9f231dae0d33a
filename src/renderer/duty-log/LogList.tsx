import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { FoundRow, LogRow } from '../../shared/duty-log/contract';
import { dateIn, day, instantIn } from '../../shared/time';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { useZone } from '../station';
import { LogLine } from './LogLine';
import styles from './LogPage.module.css';

type Row = LogRow | FoundRow;
type Item = { key: string; date: string; row?: Row };

export interface LogListProps {
  /** Undefined while the first answer is on its way. */
  rows: readonly Row[] | undefined;
  openId: string | undefined;
  onOpen: (row: Row) => void;
  onEnd: () => void;
  hasMore: boolean;
  stale: boolean;
  /** Not the whole log: a search or a filter. */
  narrowed: boolean;
  /** When this changes the list is another one and begins at its top. */
  resetKey: string;
  empty: ReactNode;
  ref?: Ref<{ focus: () => void }>;
}

// Outlives the screen: the log is found as it was left.
let kept: { resetKey: string; chosen: string | undefined; offset: number } = { resetKey: '', chosen: undefined, offset: 0 };

/** Entries day by day. One stop for Tab; arrows choose, Enter opens. New entries above do not move what is being read. */
export function LogList({ rows, openId, onOpen, onEnd, hasMore, stale, narrowed, resetKey, empty, ref }: LogListProps) {
  const t = useWords('dutyLog');
  const zone = useZone();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(kept.chosen);
  const items = useMemo(() => byDay(rows ?? [], zone), [rows, zone]);
  const lines = useMemo(() => items.filter((item) => item.row), [items]);
  /** The first item in sight and how far it is scrolled: what must stay where it is. */
  const anchor = useRef<{ key: string; inside: number }>(undefined);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (items[index]?.row ? 62 : 36),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 10,
    scrollPaddingStart: 40,
    initialOffset: kept.resetKey === resetKey ? kept.offset : 0,
  });
  const at = lines.findIndex((item) => item.key === chosen);
  const shown = virtualizer.getVirtualItems();
  const firstInSight = shown.find((item) => item.end > (virtualizer.scrollOffset ?? 0));
  const heading = firstInSight && items[firstInSight.index]?.date;

  useImperativeHandle(ref, () => ({
    focus: () => {
      box.current?.focus();
      if (at < 0) choose(0);
    },
  }));

  // Another search or filter: from its top.
  const former = useRef(kept.resetKey || resetKey);
  useEffect(() => {
    if (former.current === resetKey) return;
    former.current = resetKey;
    anchor.current = undefined;
    box.current?.scrollTo({ top: 0 });
  }, [resetKey]);
  // The same list with more in it: what is in sight stays in sight. At the very top the newest is what one wants to see.
  useLayoutEffect(() => {
    const { current } = anchor;
    if (!current || !box.current) return;
    const index = items.findIndex((item) => item.key === current.key);
    const place = virtualizer.measurementsCache[index];
    if (place && Math.abs(place.start + current.inside - box.current.scrollTop) > 1) box.current.scrollTop = place.start + current.inside;
  }, [items, virtualizer]);
  useEffect(() => {
    kept = { resetKey, chosen, offset: kept.resetKey === resetKey ? kept.offset : 0 };
  }, [resetKey, chosen]);

  function choose(index: number) {
    const item = lines[Math.min(Math.max(index, 0), lines.length - 1)];
    if (!item) return;
    setChosen(item.key);
    virtualizer.scrollToIndex(items.indexOf(item));
    if (index >= lines.length - 8) onEnd();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== box.current || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / 62) - 1);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: lines.length - 1,
    };
    const next = moves[event.key];
    const row = lines[at]?.row;
    if (next !== undefined) {
      event.preventDefault();
      choose(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && row) {
      event.preventDefault();
      onOpen(row);
    }
  }

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    kept = { resetKey, chosen, offset: element.scrollTop };
    const first = virtualizer.getVirtualItems().find((item) => item.end > element.scrollTop);
    const key = first && items[first.index]?.key;
    anchor.current = element.scrollTop > 8 && first && key ? { key, inside: element.scrollTop - first.start } : undefined;
    if (element.scrollHeight - element.scrollTop - element.clientHeight < 1_200) onEnd();
  };

  return (
    <div
      ref={box}
      className={styles.list}
      data-stale={stale || undefined}
      role="listbox"
      aria-label={t('list.title')}
      aria-busy={rows === undefined}
      aria-activedescendant={at >= 0 ? domId(chosen as string) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      {heading !== undefined && (
        <div className={styles.sticky} aria-hidden>
          <DayHeading date={heading} />
        </div>
      )}
      {rows !== undefined && rows.length === 0 && empty}
      <div className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {shown.map((place) => {
          const item = items[place.index] as Item;
          const { row } = item;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={place.index}
              className={styles.place}
              style={{ transform: `translateY(${place.start}px)` }}
              role="presentation"
            >
              {row ? (
                <div
                  id={domId(item.key)}
                  role="option"
                  aria-selected={item.key === chosen}
                  data-open={row.id === openId || undefined}
                  className={styles.row}
                  tabIndex={-1}
                  onMouseDown={() => setChosen(item.key)}
                  onClick={() => {
                    // A click that ends a text selection copies something and opens nothing.
                    if (window.getSelection()?.toString()) return;
                    box.current?.focus({ preventScroll: true });
                    onOpen(row);
                  }}
                >
                  <LogLine row={row} />
                </div>
              ) : (
                <div className={styles.day} role="presentation">
                  <DayHeading date={item.date} />
                </div>
              )}
            </div>
          );
        })}
      </div>
      {rows !== undefined && rows.length > 0 && (
        <div className={styles.end}>{t(hasMore ? 'list.more' : narrowed ? 'list.endFound' : 'list.end')}</div>
      )}
    </div>
  );
}

function DayHeading({ date }: { date: string }) {
  const t = useWords('dutyLog');
  const language = useLanguage();
  const zone = useZone();
  const now = useNow(60_000);
  const noon = instantIn(zone, date, '12:00') ?? 0;
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: zone, weekday: 'long' }).format(noon);
  const near = date === dateIn(zone, now) ? t('list.today') : date === dateIn(zone, now - day) ? t('list.yesterday') : undefined;
  return (
    <>
      <span className={styles.date}>{date}</span>
      <span>{weekday}</span>
      {near && <span>{near}</span>}
    </>
  );
}

function byDay(rows: readonly Row[], zone: string): Item[] {
  const items: Item[] = [];
  const seen = new Set<string>();
  let date = '';
  for (const row of rows) {
    // An entry that moved while pages were read may stand on two of them.
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    const own = dateIn(zone, row.occurredAt);
    if (own !== date) items.push({ key: `day ${own}`, date: own });
    date = own;
    items.push({ key: row.id, date, row });
  }
  return items;
}

function domId(key: string): string {
  return `log-${key}`;
}
