import type { DutyRecordDraft } from '../../shared/duty-record/content';
import { kindWords } from '../../shared/duty-log/kinds';
import { dateIn, minute } from '../../shared/time';
import { useLanguage, useWords } from '../i18n/useWords';
import { useZone } from '../station';
import { Facts } from '../widgets/Facts';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './DutyRecord.module.css';
import { FigureGrid } from './FigureGrid';

/** What the station wrote of the shift and the officer's part in it: the same in the draft and in the signed record. */
export function DraftFacts({ draft }: { draft: DutyRecordDraft }) {
  const t = useWords('dutyRecord');
  const common = useWords('common');
  const language = useLanguage();
  const zone = useZone();
  const { shift, leader, colleagues, checkedInAt, minutesLate = 0, figures, important } = draft;
  const arrival =
    checkedInAt === undefined
      ? t('form.noArrival')
      : t(minutesLate > 0 ? 'form.arrivalLate' : 'form.arrivalAt', { at: checkedInAt, late: ageInWords(common, minutesLate * minute) });
  return (
    <>
      <Facts
        facts={[
          [
            t('form.shift'),
            t(dateIn(zone, shift.start) === dateIn(zone, shift.end) ? 'form.span' : 'form.spanNextDay', {
              name: shift.name,
              from: shift.start,
              until: shift.end,
            }),
          ],
          [t('form.leader'), leader?.name ?? t('common:none')],
          [t('form.colleagues'), colleagues.map(({ name }) => name).join(t('common:separator')) || t('common:none')],
          [t('form.arrival'), arrival],
        ]}
      />
      <section>
        <h3 className={styles.heading}>{t('form.figures')}</h3>
        <FigureGrid figures={figures} />
      </section>
      <section>
        <h3 className={styles.heading}>{t('form.important')}</h3>
        {important.length === 0 && <div className={styles.quiet}>{t('form.noImportant')}</div>}
        <ul className={styles.quotes}>
          {important.map(({ entry, number, occurredAt, kind, text }) => (
            <li key={entry} className={styles.quote}>
              <span className={styles.quiet}>
                <ZoneTime at={occurredAt} /> {kindWords[kind][language]} {number}
              </span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
