import { Button } from '@mantine/core';
import { IconNotebook, IconPencilPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { dutyLog, type FoundRow, type LogRow } from '../../shared/duty-log/contract';
import { type LogKind, logKinds } from '../../shared/duty-log/kinds';
import { dateIn, day, instantIn } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useMay, useStation, useStationPages, useZone } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { SearchBox } from '../widgets/SearchBox';
import { StaleMark } from '../widgets/StaleMark';
import { kindIcons } from './KindMark';
import { LogList } from './LogList';
import styles from './LogPage.module.css';
import { openLogEntry, openNewEntry } from './open';
import { onSearchAsked } from './search-call';

const spans = ['allDays', 'today', 'yesterday', 'week', 'month'] as const;
type DaySpan = (typeof spans)[number];

/** First day and the day after the last, counted back from today. */
const daysBack: Record<DaySpan, [number, number] | undefined> = {
  allDays: undefined,
  today: [0, -1],
  yesterday: [1, 0],
  week: [6, -1],
  month: [29, -1],
};

/** The log by event time, newest first; typing finds, chips narrow. */
export function LogPage() {
  const t = useWords('dutyLog');
  const shell = useShell();
  const zone = useZone();
  const mayWrite = useMay(dutyLog.write);
  const [text, setText] = useState('');
  const [literal, setLiteral] = useState(false);
  const [kinds, setKinds] = useState<readonly LogKind[]>([]);
  const [lateOnly, setLateOnly] = useState(false);
  const [span, setSpan] = useState<DaySpan>('allDays');
  const [openId, setOpenId] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<{ focus: () => void }>(null);
  const today = dateIn(zone, useNow(60_000));

  const filters = useMemo(() => {
    const back = daysBack[span];
    const noon = instantIn(zone, today, '12:00') ?? 0;
    const start = (days: number) => instantIn(zone, dateIn(zone, noon - days * day), '00:00');
    return {
      ...(kinds.length > 0 ? { kinds: [...kinds] } : {}),
      ...(lateOnly ? { lateOnly } : {}),
      ...(back ? { from: start(back[0]), until: start(back[1]) } : {}),
    };
  }, [kinds, lateOnly, span, today, zone]);
  const searching = text.trim() !== '';
  const filtered = searching || kinds.length > 0 || lateOnly || span !== 'allDays';
  const next = (last: { next?: number | undefined }) => (last.next === undefined ? undefined : { before: last.next });
  const pages = useStationPages(dutyLog.page, { ...filters, limit: 60 }, next, { enabled: !searching, keepPrevious: true });
  const found = useStationPages(dutyLog.search, { text: text.slice(0, 200), literal, ...filters, limit: 60 }, next, {
    enabled: searching,
    keepPrevious: true,
  });
  const shown = searching ? found : pages;
  const rows = useMemo<readonly (LogRow | FoundRow)[] | undefined>(
    () => (searching ? found.data : pages.data)?.flatMap((page) => page.rows as readonly LogRow[]),
    [searching, found.data, pages.data],
  );
  const answer = searching ? found.data?.[0] : undefined;
  const count = useStation(dutyLog.count, { text: text.slice(0, 200), literal, ...filters }, { enabled: searching, keepPrevious: true });

  useEffect(
    () =>
      onSearchAsked(() => {
        box.current?.focus();
        box.current?.select();
      }),
    [],
  );

  const open = (row: LogRow) => {
    setOpenId(row.id);
    openLogEntry(shell, row);
  };
  const clear = () => {
    setText('');
    setKinds([]);
    setLateOnly(false);
    setSpan('allDays');
    setLiteral(false);
  };
  const type = (typed: string) => {
    setText(typed);
    if (typed.trim() === '') setLiteral(false);
  };

  return (
    <Page
      title={t('list.title')}
      now={t('list.now')}
      fill
      actions={
        mayWrite && (
          <Button leftSection={<IconPencilPlus size="1.15rem" aria-hidden />} onClick={() => openNewEntry(shell)}>
            {t('list.write')}
          </Button>
        )
      }
      toolbar={
        <div className={styles.toolbar}>
          <div className={styles.line}>
            <SearchBox
              ref={box}
              value={text}
              onChange={type}
              label={t('list.search')}
              keys="F3"
              width="26rem"
              onDown={() => list.current?.focus()}
            />
            <fieldset className={styles.chips} aria-label={t('list.days')}>
              {spans.map((one) => (
                <Chip key={one} on={span === one} onClick={() => setSpan(one)}>
                  {t(`list.${one}`)}
                </Chip>
              ))}
            </fieldset>
            {searching && count.data && (
              <span className={styles.count} role="status">
                {t(count.data.more ? 'list.countMore' : 'list.count', { n: count.data.count })}
              </span>
            )}
            <StaleMark stale={shown.stale} since={shown.since} />
          </div>
          <fieldset className={styles.chips} aria-label={t('list.kinds')}>
            {logKinds.map((kind) => {
              const Icon = kindIcons[kind];
              const on = kinds.includes(kind);
              return (
                <Chip key={kind} on={on} onClick={() => setKinds(on ? kinds.filter((one) => one !== kind) : [...kinds, kind])}>
                  <Icon size="1.05em" stroke={1.8} aria-hidden />
                  {t(`kind.${kind}`)}
                </Chip>
              );
            })}
            <Chip on={lateOnly} onClick={() => setLateOnly(!lateOnly)}>
              {t('list.lateOnly')}
            </Chip>
            {filtered && (
              <button type="button" className={styles.clear} onClick={clear}>
                <IconX size="1em" aria-hidden />
                {t('list.clear')}
              </button>
            )}
          </fieldset>
          {answer && answer.days.length > 0 && (
            <div className={styles.read}>
              {answer.days.map((date) => (
                <span key={date}>{t('list.readAsDay', { day: date })}</span>
              ))}
              <button type="button" className={styles.clear} onClick={() => setLiteral(true)}>
                {t('list.readAsText', { text: text.trim() })}
              </button>
            </div>
          )}
        </div>
      }
    >
      {rows === undefined && <RefusalNote refusal={shown.refusal} />}
      <LogList
        ref={list}
        rows={rows}
        openId={openId}
        onOpen={open}
        onEnd={shown.more}
        hasMore={shown.hasMore}
        stale={shown.stale}
        narrowed={filtered}
        resetKey={JSON.stringify([text, literal, filters])}
        empty={
          filtered ? (
            <EmptyState title={t('list.nothing')}>{t('list.nothingNow')}</EmptyState>
          ) : (
            <EmptyState icon={IconNotebook} title={t('list.empty')}>
              {mayWrite ? t('list.emptyNow') : undefined}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

function Chip({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={onClick}>
      {children}
    </button>
  );
}
