// A list of ten thousand rows is drawn as positioned blocks, which tr and td cannot be; roles say what they are. Keys are heard by
// the grid as a whole (aria-activedescendant), so its rows need no listeners of their own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useWords } from '../i18n/useWords';
import styles from './DataTable.module.css';
import { EmptyState } from './EmptyState';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  /** A track of a CSS grid: `7rem`, `minmax(10rem, 2fr)`. */
  width: string;
  render: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** Left out while the table is narrower than so many rem: what the details show as well. */
  hideBelow?: number;
}

export interface DataTableProps<Row> {
  /** Names the table for the eye of a screen reader, and remembers choice and scroll while the officer is elsewhere: unique per screen. */
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while the first answer is on its way. */
  rows: readonly Row[] | undefined;
  keyOf: (row: Row) => string;
  /** Enter or a click opens the row. */
  onOpen?: (row: Row) => void;
  /** The arrow keys came to this row. */
  onChoose?: (row: Row) => void;
  /** Left and right on a row, for a tree; answers which row is chosen then, if another one. */
  onSideways?: (way: 'left' | 'right', row: Row) => string | undefined;
  /** Which row is open right now (in the panel), marked. */
  openKey?: string | undefined;
  /** The end came into sight: ask for more. */
  onEnd?: () => void;
  empty?: ReactNode;
  /** Not proven any more: shown grey. */
  stale?: boolean;
  /** Draws attention to a row; only where it is urgent. */
  urgencyOf?: (row: Row) => 'amber' | 'red' | undefined;
  /** `focus()` puts the keyboard into the list, for the search box above it. */
  ref?: Ref<{ focus: () => void }>;
}

interface Kept {
  chosen: string | undefined;
  offset: number;
}
// Outlives the screen, so a list is found as it was left; forgotten with the window.
const kept = new Map<string, Kept>();

/** Forgets where every list stood; when another officer takes the desk. */
export function forgetTables(): void {
  kept.clear();
}

/** Below this every row is drawn: cheap, and found by the browser's own search. */
const drawAllUpTo = 100;

/** A list of records: one stop for Tab, arrows choose, Enter opens, ten thousand rows scroll. Keeps choice and scroll when data or screen change. */
export function DataTable<Row>({
  name,
  label,
  columns: allColumns,
  rows,
  keyOf,
  onOpen,
  onSideways,
  onChoose,
  openKey,
  onEnd,
  empty,
  stale = false,
  urgencyOf,
  ref,
}: DataTableProps<Row>) {
  const t = useWords('common');
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(kept.get(name)?.chosen);
  const width = useWidth(box);
  const columns = allColumns.filter((column) => column.hideBelow === undefined || width === undefined || width >= column.hideBelow);
  const list = rows ?? [];
  const virtual = list.length > drawAllUpTo;
  // oxlint-disable-next-line react/incompatible-library -- its functions are not handed on to memoized children
  const virtualizer = useVirtualizer({
    count: virtual ? list.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => 38,
    overscan: 12,
    scrollPaddingStart: 40,
    getItemKey: (index) => keyOf(list[index] as Row),
    initialOffset: kept.get(name)?.offset ?? 0,
  });
  const template = columns.map((column) => column.width).join(' ');
  const at = list.findIndex((row) => keyOf(row) === chosen);
  const rowId = (key: string) => `${name}-${key}`;

  useImperativeHandle(ref, () => ({
    focus: () => {
      box.current?.focus();
      if (at < 0) choose(0);
    },
  }));

  useEffect(() => {
    kept.set(name, { chosen, offset: box.current?.scrollTop ?? kept.get(name)?.offset ?? 0 });
  }, [name, chosen]);
  const hasRows = list.length > 0;
  useLayoutEffect(() => {
    if (hasRows && box.current) box.current.scrollTop = kept.get(name)?.offset ?? 0;
  }, [name, hasRows]);

  function choose(index: number) {
    const row = list[Math.min(Math.max(index, 0), list.length - 1)];
    if (row === undefined) return;
    setChosen(keyOf(row));
    onChoose?.(row);
    if (virtual) virtualizer.scrollToIndex(list.indexOf(row));
    else document.getElementById(rowId(keyOf(row)))?.scrollIntoView?.({ block: 'nearest' });
    if (index >= list.length - 1) onEnd?.();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== box.current || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / 38) - 2);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: list.length - 1,
    };
    const next = moves[event.key];
    const way = ({ ArrowLeft: 'left', ArrowRight: 'right' } as const)[event.key];
    if (way && onSideways && list[at] !== undefined) {
      event.preventDefault();
      const other = onSideways(way, list[at] as Row);
      const index = other === undefined ? -1 : list.findIndex((record) => keyOf(record) === other);
      if (index >= 0) choose(index);
    } else if (next !== undefined) {
      event.preventDefault();
      choose(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && list[at] !== undefined && onOpen) {
      event.preventDefault();
      onOpen(list[at] as Row);
    }
  }

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    kept.set(name, { chosen, offset: element.scrollTop });
    if (onEnd && element.scrollHeight - element.scrollTop - element.clientHeight < 400) onEnd();
  };

  const row = (record: Row, index: number, place?: { start: number; measure: (node: Element | null) => void }) => {
    const key = keyOf(record);
    return (
      <div
        key={key}
        id={rowId(key)}
        ref={place?.measure}
        data-index={index}
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        aria-selected={key === chosen}
        className={styles.row}
        data-open={key === openKey || undefined}
        data-urgency={urgencyOf?.(record)}
        data-opens={onOpen !== undefined || undefined}
        style={{
          gridTemplateColumns: template,
          ...(place ? { position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${place.start}px)` } : {}),
        }}
        onMouseDown={() => setChosen(key)}
        onClick={() => {
          // A click that ends a text selection copies something and opens nothing.
          if (window.getSelection()?.toString()) return;
          box.current?.focus({ preventScroll: true });
          onOpen?.(record);
        }}
      >
        {columns.map((column) => (
          <div key={column.key} role="gridcell" className={styles.cell} data-align={column.align}>
            {column.render(record)}
          </div>
        ))}
      </div>
    );
  };

  return (
    <div
      ref={box}
      className={styles.table}
      data-stale={stale || undefined}
      role="grid"
      aria-label={label}
      aria-rowcount={list.length + 1}
      aria-busy={rows === undefined}
      aria-activedescendant={at >= 0 ? rowId(chosen as string) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className={styles.cell} data-align={column.align}>
            {column.header}
          </div>
        ))}
      </div>
      {rows !== undefined && list.length === 0 && (empty ?? <EmptyState title={t('none')} />)}
      {virtual ? (
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer
            .getVirtualItems()
            .map((item) => row(list[item.index] as Row, item.index, { start: item.start, measure: virtualizer.measureElement }))}
        </div>
      ) : (
        <div role="rowgroup">{list.map((record, index) => row(record, index))}</div>
      )}
    </div>
  );
}

/** Width of an element in rem, followed as it changes; undefined where nothing is laid out. */
function useWidth(box: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const measure = () => {
      if (element.clientWidth > 0) setWidth(Math.floor(element.clientWidth / rem));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
