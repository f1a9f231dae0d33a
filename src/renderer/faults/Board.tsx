import { Button } from '@mantine/core';
import { IconPhoneIncoming, IconRefresh } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { faults } from '../../shared/faults/contract';
import type { FaultCard } from '../../shared/faults/record';
import { minute, second } from '../../shared/time';
import { useNow } from '../clock';
import { FiguresLink } from '../fault-figures';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import styles from './Board.module.css';
import { BoardColumn } from './BoardColumn';
import { cardId } from './BoardCard';
import { BoardFilters } from './BoardFilters';
import { type BoardFilter, isFiltered, passes, useBoardFilter, useBoardView } from './board-filter';
import { ClusterLine } from './ClusterLine';
import { type Column, columnKeys, inColumns, inRows, moved, positionOf, unchangedKept } from './columns';
import { openFault, openReport } from './open';
import { urgencyOf } from './time-left';
import { useBoard } from './useBoard';
import { useProfiles } from './useProfiles';
import { useSettled } from './useSettled';

/** Which card was chosen last: the board is found as it was left. */
let lastChosen: string | undefined;

/** Every open fault: in columns by what is to be done next, or in rows by what is due first. */
export function Board() {
  const t = useWords('faults');
  const shell = useShell();
  const mayReport = useMay(faults.report);
  const mayFold = useMay(faults.fold);
  const [filter, change] = useBoardFilter();
  const [view, setView] = useBoardView();
  const board = useBoard(filter.text);
  const profiles = useProfiles();
  const now = useNow(minute / 2);
  // Who is amber or red changes by itself as time passes.
  const soon = useNow(5 * second);
  const filtered = isFiltered(filter);
  const passed = useFiltered(board.data, filter, profiles.usual?.code ?? '', soon);
  const fresh = useMemo(
    () => (view === 'rows' ? inRows(passed?.open ?? []) : inColumns(passed?.open ?? [], passed?.closed ?? [])),
    [view, passed],
  );
  const settled = useSettled(fresh, JSON.stringify([view, filter, board.data === undefined]));
  const { elsewhere, waiting, touch, release } = settled;
  const columns = useUnchanged(settled.columns);
  const [chosen, setChosen] = useState(lastChosen);
  const [open, setOpen] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const shown = useRef(new Map<number, Shown | null>());
  // The same function for a column always: with a new one it would be drawn anew at every change of the board.
  const [refs] = useState(() => columnKeys.map((_, index) => (handle: Shown | null) => void shown.current.set(index, handle)));

  const choose = useCallback((card: FaultCard) => {
    lastChosen = card.id;
    setChosen(card.id);
  }, []);
  const openCard = useCallback(
    (card: FaultCard, step = false) => {
      choose(card);
      setOpen(card.id);
      openFault(shell, card, step);
    },
    [choose, shell],
  );
  const onOpen = useCallback((card: FaultCard) => openCard(card), [openCard]);
  const at = positionOf(columns, chosen);
  const chosenCard = at && columns[at.column]?.cards[at.row];

  useScreenKeys([
    { key: 'N', label: t('keys.next'), run: () => chosenCard && openCard(chosenCard, true) },
    { key: 'V', label: t('board.view.key'), run: () => setView(view === 'rows' ? 'columns' : 'rows') },
    { key: '/', label: t('keys.filter'), run: () => search.current?.focus() },
  ]);
  // The panel takes room: the open card is brought back into sight.
  const atColumn = at?.column;
  const atRow = at?.row;
  useEffect(() => {
    if (open === undefined || atColumn === undefined || atRow === undefined) return;
    const later = setTimeout(() => shown.current.get(atColumn)?.show(atRow), 50);
    return () => clearTimeout(later);
    // Only when another card is opened: data that arrives moves nothing.
    // eslint-disable-next-line react/exhaustive-deps
  }, [open]);
  // The keyboard starts on the board, unless it is needed elsewhere.
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);

  const go = (key: string): boolean => {
    const next = moved(columns, at, key);
    const card = next && (columns[next.column] as Column).cards[next.row];
    if (!card) return false;
    choose(card);
    shown.current.get(next.column)?.show(next.row);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    touch();
    if (event.key === 'Enter' && chosenCard) {
      event.preventDefault();
      openCard(chosenCard);
    } else if (go(event.key)) event.preventDefault();
  };

  const all = board.data?.open ?? [];
  const nothing = filtered && passed !== undefined && passed.open.length + passed.closed.length === 0;

  return (
    <Page
      title={t('board.title')}
      now={board.data && !filtered ? <BoardFigures cards={all} now={soon} /> : t('board.keys')}
      fill
      actions={
        mayReport && (
          <Button leftSection={<IconPhoneIncoming size="1.15rem" aria-hidden />} onClick={() => openReport(shell)}>
            {t('board.report')}
          </Button>
        )
      }
      toolbar={
        <BoardFilters
          filter={filter}
          onFilter={change}
          view={view}
          onView={setView}
          profiles={profiles}
          cards={all}
          search={search}
          onDown={() => {
            box.current?.focus();
            if (!at) go('ArrowDown');
          }}
        >
          <StaleMark stale={board.stale} since={board.since} />
          {waiting && (
            <Button variant="light" leftSection={<IconRefresh size="1.1rem" aria-hidden />} onClick={release}>
              {t('board.changed')}
            </Button>
          )}
          <FiguresLink />
        </BoardFilters>
      }
    >
      {board.data === undefined && <RefusalNote refusal={board.refusal} />}
      {mayFold && <ClusterLine onOpen={(fault, step) => openFault(shell, fault, step)} />}
      {nothing ? (
        <EmptyState title={t('board.nothing')} />
      ) : (
        <div
          ref={box}
          className={view === 'rows' ? `${styles.board} ${styles.inRows}` : styles.board}
          data-stale={board.stale || undefined}
          role="listbox"
          aria-label={t('board.title')}
          aria-busy={board.waiting}
          aria-activedescendant={chosenCard ? cardId(chosenCard.id) : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerMove={touch}
          onWheel={touch}
          onPointerLeave={release}
          onBlur={release}
        >
          {columns.map((column, index) => (
            <BoardColumn
              key={column.key}
              ref={refs[index]}
              column={column}
              chosen={chosen}
              open={open}
              elsewhere={elsewhere}
              now={now}
              profiles={profiles}
              onOpen={onOpen}
            />
          ))}
        </div>
      )}
    </Page>
  );
}

interface Shown {
  show: (row: number) => void;
}

/** The columns, each the same object as long as nothing in it changes. */
function useUnchanged(fresh: Column[]): Column[] {
  const [kept, keep] = useState({ fresh, columns: fresh });
  if (kept.fresh === fresh) return kept.columns;
  const columns = unchangedKept(kept.columns, fresh);
  keep({ fresh, columns });
  return columns;
}

interface Cards {
  open: readonly FaultCard[];
  closed: readonly FaultCard[];
}

/** What passes the filter. Time counts only where the filter asks for it. */
function useFiltered(cards: Cards | undefined, filter: BoardFilter, usual: string, now: number): Cards | undefined {
  const clock = filter.urgency === '' ? 0 : now;
  return useMemo(() => {
    if (!cards || !isFiltered(filter)) return cards;
    const through = (list: readonly FaultCard[]) => list.filter((card) => passes(card, filter, usual, clock));
    return { open: through(cards.open), closed: through(cards.closed) };
  }, [cards, filter, usual, clock]);
}

function BoardFigures({ cards, now }: { cards: readonly FaultCard[]; now: number }) {
  const t = useWords('faults');
  const figures = { open: cards.length, red: 0, amber: 0, grave: 0, contested: 0 };
  for (const card of cards) {
    const urgency = urgencyOf(card, now);
    if (urgency !== 'calm') figures[urgency] += 1;
    if (card.highRisk) figures.grave += 1;
    if (card.contested || card.inCircle) figures.contested += 1;
  }
  if (figures.open === 0) return t('board.nowNone');
  return `${t('board.now', figures)}${figures.contested > 0 ? ` ${t('board.nowContested', figures)}` : ''}`;
}
