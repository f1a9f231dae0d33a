import { IconBriefcase, IconFlag, IconHome } from '@tabler/icons-react';
import type { CalendarYear } from '../../shared/calendar/contract';
import { useWords } from '../i18n/useWords';
import styles from './CalendarPage.module.css';
import { runsOf, weeksOf, type YearDay } from './year-days';

const weekdays = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const;

export interface MonthOfYearProps {
  year: CalendarYear;
  month: number;
  today: string;
  chosen: string;
  onOpen: (date: string) => void;
}

/** One month: its days with their marks, and below in words what is arranged. */
export function MonthOfYear({ year, month, today, chosen, onOpen }: MonthOfYearProps) {
  const t = useWords('calendar');
  const prefix = `${year.year}-${String(month).padStart(2, '0')}`;
  const runs = runsOf(year.days.filter(({ date }) => date.startsWith(prefix)));
  const marked = year.marked.filter(({ date }) => date.startsWith(prefix));
  const span = (first: string, last: string) =>
    first === last ? `${Number(first.slice(8))}` : `${Number(first.slice(8))}–${Number(last.slice(8))}`;
  return (
    <section className={styles.month} aria-label={t(`months.m${month as 1}`)} data-current={today.startsWith(prefix) || undefined}>
      <h2 className={styles.monthName}>{t(`months.m${month as 1}`)}</h2>
      <div className={styles.week} aria-hidden>
        {weekdays.map((weekday) => (
          <span key={weekday} className={styles.weekday}>
            {t(`weekdays.${weekday}`)}
          </span>
        ))}
      </div>
      {weeksOf(year, month).map((week, index) => (
        <div key={`${prefix}-${index}`} className={styles.week}>
          {week.map((day, at) =>
            day ? (
              <Day key={day.date} day={day} today={day.date === today} chosen={day.date === chosen} onOpen={onOpen} />
            ) : (
              <span key={`${prefix}-${index}-${weekdays[at]}`} />
            ),
          )}
        </div>
      ))}
      <ul className={styles.notes}>
        {runs.map(({ first, last, kind, name }) => (
          <li key={first}>
            {kind === 'holiday' ? <IconHome size="0.95rem" aria-hidden /> : <IconBriefcase size="0.95rem" aria-hidden />}
            <span>
              {span(first, last)} {name} {t(`arranged.${kind}`)}
            </span>
          </li>
        ))}
        {marked.map(({ date, occasion }) => (
          <li key={date} data-marked>
            <IconFlag size="0.95rem" aria-hidden />
            <span>
              {span(date, date)} {occasion}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Day({ day, today, chosen, onOpen }: { day: YearDay; today: boolean; chosen: boolean; onOpen: (date: string) => void }) {
  const t = useWords('calendar');
  const { date, arranged, mark, kind } = day;
  const words = [
    date,
    arranged ? `${arranged.name} ${t(`arranged.${arranged.kind}`)}` : t(`kind.${kind}`),
    ...(mark ? [`${t('legend.marked')} ${mark.occasion}`] : []),
    ...(today ? [t('legend.today')] : []),
  ].join(' ');
  return (
    <button
      type="button"
      className={styles.day}
      data-date={date}
      data-kind={arranged ? arranged.kind : kind === 'weekend' ? 'weekend' : undefined}
      data-marked={mark ? true : undefined}
      data-today={today || undefined}
      aria-current={today ? 'date' : undefined}
      aria-label={words}
      title={words}
      tabIndex={chosen ? 0 : -1}
      onClick={() => onOpen(date)}
    >
      <span>{day.day}</span>
      <small>
        {mark ? <IconFlag size="0.8rem" stroke={2.2} aria-hidden /> : null}
        {arranged ? t(`short.${arranged.kind}`) : mark ? t('short.marked') : ''}
      </small>
    </button>
  );
}
