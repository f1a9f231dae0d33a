import { Button, NativeSelect } from '@mantine/core';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Subsystem, subsystems } from '../../shared/devices/facts';
import { faults } from '../../shared/faults/contract';
import { classShort, classWord, faultClasses } from './class-words';
import type { FaultCard } from '../../shared/faults/record';
import { useNow } from '../clock';
import { FiguresLink } from '../fault-figures';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay, useStation } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { SearchBox } from '../widgets/SearchBox';
import { StaleMark } from '../widgets/StaleMark';
import styles from './Board.module.css';
import { BoardColumn } from './BoardColumn';
import { cardId } from './BoardCard';
import { noFilter, useBoardFilter } from './board-filter';
import { type Column, inColumns, moved, positionOf } from './columns';
import { openFault, openReport } from './open';

/** Which card was chosen last: the board is found as it was left. */
let lastChosen: string | undefined;

/** Every open fault, in columns by what is to be done next. */
export function Board() {
  const t = useWords('faults');
  const device = useWords('devices');
  const shell = useShell();
  const mayReport = useMay(faults.report);
  const [filter, change] = useBoardFilter();
  const board = useStation(
    faults.board,
    { class: filter.class || undefined, subsystem: filter.subsystem || undefined, text: filter.text },
    { keepPrevious: true },
  );
  const now = useNow(30_000);
  const columns = useMemo(() => inColumns(board.data?.open ?? [], board.data?.closed ?? []), [board.data]);
  const [chosen, setChosen] = useState(lastChosen);
  const [open, setOpen] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const shown = useRef(new Map<number, { show: (row: number) => void } | null>());

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
    if (event.key === 'Enter' && chosenCard) {
      event.preventDefault();
      openCard(chosenCard);
    } else if (go(event.key)) event.preventDefault();
  };

  const cards = board.data?.open ?? [];
  const filtered = filter.class !== '' || filter.subsystem !== '' || filter.text !== '';
  const figures = {
    open: cards.length,
    grave: cards.filter((card) => card.class === 'A').length,
    contested: cards.filter((card) => card.contested || card.inCircle).length,
  };
  const nothing = filtered && cards.length + (board.data?.closed.length ?? 0) === 0;

  return (
    <Page
      title={t('board.title')}
      now={board.data && !filtered ? t(cards.length === 0 ? 'board.nowNone' : 'board.now', figures) : t('board.keys')}
      fill
      actions={
        mayReport && (
          <Button leftSection={<IconPhoneIncoming size="1.15rem" aria-hidden />} onClick={() => openReport(shell)}>
            {t('board.report')}
          </Button>
        )
      }
      toolbar={
        <>
          <SearchBox
            ref={search}
            value={filter.text}
            onChange={(text) => change({ text: text.slice(0, 80) })}
            label={t('board.filter')}
            keys="/"
            onDown={() => {
              box.current?.focus();
              if (!at) go('ArrowDown');
            }}
          />
          <NativeSelect
            aria-label={t('class.label')}
            w="10.5rem"
            value={filter.class}
            onChange={(event) => change({ class: event.currentTarget.value })}
            data={[
              { value: '', label: t('board.allClasses') },
              ...faultClasses.map((value) => ({ value, label: `${classWord(t, value)} ${classShort(t, value)}` })),
            ]}
          />
          <NativeSelect
            aria-label={t('fact.subsystem')}
            w="10.5rem"
            value={filter.subsystem}
            onChange={(event) => change({ subsystem: event.currentTarget.value as Subsystem | '' })}
            data={[
              { value: '', label: t('board.allSubsystems') },
              ...subsystems.map((value) => ({ value, label: device(`subsystem.${value}`) })),
            ]}
          />
          {filtered && (
            <Button variant="default" onClick={() => change(noFilter)}>
              {t('board.clear')}
            </Button>
          )}
          <FiguresLink />
          <StaleMark stale={board.stale} since={board.since} />
        </>
      }
    >
      {board.data === undefined && <RefusalNote refusal={board.refusal} />}
      {nothing ? (
        <EmptyState title={t('board.nothing')} />
      ) : (
        <div
          ref={box}
          className={styles.board}
          data-stale={board.stale || undefined}
          role="listbox"
          aria-label={t('board.title')}
          aria-busy={board.waiting}
          aria-activedescendant={chosenCard ? cardId(chosenCard.id) : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          {columns.map((column, index) => (
            <BoardColumn
              key={column.key}
              ref={(handle) => {
                shown.current.set(index, handle);
              }}
              column={column}
              chosen={chosen}
              open={open}
              now={now}
              onOpen={onOpen}
            />
          ))}
        </div>
      )}
    </Page>
  );
}
