import { ActionIcon, Button } from '@mantine/core';
import { IconBriefcase, IconChevronLeft, IconChevronRight, IconFileImport, IconFlag, IconHome } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import i18next from 'i18next';
import { calendar } from '../../shared/calendar/contract';
import { dateAfter } from '../../shared/roster/pattern';
import { dateIn } from '../../shared/time';
import { now } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useMay, useStation, useZone } from '../station';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import styles from './CalendarPage.module.css';
import { DayPanel } from './DayPanel';
import { MonthOfYear } from './MonthOfYear';
import { NoticeImport } from './NoticeImport';

const months = Array.from({ length: 12 }, (_, i) => i + 1);
const [firstYear, lastYear] = [2004, 2100];

/** Twelve months with what is off, what is on and what is marked; a day opens beside them. */
export function CalendarPage() {
  const t = useWords('calendar');
  const shell = useShell();
  const zone = useZone();
  const mayImport = useMay(calendar.importNotice);
  const today = dateIn(zone, now());
  const [chosen, setChosen] = useState(today);
  const grid = useRef<HTMLDivElement>(null);
  const year = Number(chosen.slice(0, 4));
  const answer = useStation(calendar.year, { year }, { keepPrevious: true });
  const shown = answer.data;

  // The month of today is what most come for; another year begins at its first.
  const drawn = shown?.year;
  useEffect(() => {
    const current = grid.current?.querySelector('[data-current]');
    if (current) current.scrollIntoView?.({ block: 'nearest' });
    else if (grid.current) grid.current.scrollTop = 0;
  }, [drawn]);

  const choose = (date: string, focus = false) => {
    if (Number(date.slice(0, 4)) < firstYear || Number(date.slice(0, 4)) > lastYear) return;
    setChosen(date);
    // The day is drawn by then, in another year too.
    if (focus) requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus());
  };
  const toYear = (step: number) => {
    const next = `${year + step}${chosen.slice(4)}`;
    choose(Number.isNaN(Date.parse(next)) ? `${year + step}-02-28` : next);
  };
  const open = (date: string) => {
    choose(date);
    shell.openPanel({ key: `calendar:${date}`, title: date, element: <DayPanel date={date} /> });
  };
  const importNotice = () =>
    shell.openPanel({
      key: 'calendar.notice',
      title: () => i18next.t('calendar:notice.title'),
      element: <NoticeImport year={year} />,
      keep: true,
    });

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    choose(dateAfter(chosen, step), true);
  };

  return (
    <Page
      title={t('title')}
      now={t('now')}
      fill
      actions={
        mayImport && (
          <Button leftSection={<IconFileImport size="1.15rem" aria-hidden />} onClick={importNotice}>
            {t('import')}
          </Button>
        )
      }
      toolbar={
        <>
          <div className={styles.years}>
            <ActionIcon variant="default" size="lg" aria-label={t('previous')} title={t('previous')} onClick={() => toYear(-1)}>
              <IconChevronLeft size="1.2rem" aria-hidden />
            </ActionIcon>
            <span className={styles.year}>{t('year', { year })}</span>
            <ActionIcon variant="default" size="lg" aria-label={t('next')} title={t('next')} onClick={() => toYear(1)}>
              <IconChevronRight size="1.2rem" aria-hidden />
            </ActionIcon>
          </div>
          {shown && <span className={styles.source}>{t(`source.${shown.source}`, { ...shown.notice })}</span>}
          <div className={styles.legend}>
            <span>
              <IconHome size="1rem" aria-hidden />
              {t('legend.holiday')}
            </span>
            <span>
              <IconBriefcase size="1rem" aria-hidden />
              {t('legend.workday')}
            </span>
            <span data-marked>
              <IconFlag size="1rem" aria-hidden />
              {t('legend.marked')}
            </span>
          </div>
          <StaleMark stale={answer.stale} since={answer.since} />
        </>
      }
    >
      {shown === undefined && <RefusalNote refusal={answer.refusal} />}
      {shown && (
        <div className={styles.body}>
          {!shown.published && (
            <Notice
              urgency="amber"
              actions={
                mayImport && (
                  <Button size="compact-md" variant="default" onClick={importNotice}>
                    {t('import')}
                  </Button>
                )
              }
            >
              {t('unpublished', { year: shown.year })}
            </Notice>
          )}
          {shown.contested && <Notice urgency="amber">{t('contested', { year: shown.year })}</Notice>}
          {/* One stop for Tab: the arrows go from day to day, each day is a button. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions */}
          <div ref={grid} className={styles.months} onKeyDown={onKeyDown}>
            {months.map((month) => (
              <MonthOfYear key={month} year={shown} month={month} today={today} chosen={chosen} onOpen={open} />
            ))}
          </div>
        </div>
      )}
    </Page>
  );
}
