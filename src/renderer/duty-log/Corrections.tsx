import type { LogDetails } from '../../shared/duty-log/contract';
import type { LogCorrection } from '../../shared/duty-log/entry';
import { type LogField, type LogFields, logFields } from '../../shared/duty-log/events';
import { useWords } from '../i18n/useWords';
import { ageInWords } from '../widgets/words-of-age';
import styles from './EntryPanel.module.css';
import { useFieldText } from './field-text';

/** Every correction beside what it corrected: who, when, how long after, and why. */
export function Corrections({ entry }: { entry: LogDetails }) {
  const t = useWords('dutyLog');
  const common = useWords('common');
  const fieldText = useFieldText();
  const corrections = entry.corrections as LogCorrection[];
  if (corrections.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('panel.corrections')}</h3>
      <ol className={styles.list}>
        {corrections.map((one, i) => (
          <li key={one.entry} className={styles.item}>
            <div className={styles.who}>
              {t('panel.correctionBy', { n: i + 1, name: one.author, at: one.at })}
              {' · '}
              {t('panel.correctionAfter', { age: ageInWords(common, one.at - entry.original.at) })}
            </div>
            <table className={styles.compare}>
              <thead>
                <tr>
                  <th scope="col">{t('panel.field')}</th>
                  <th scope="col">
                    {one.replaces.length === 0
                      ? t('panel.originalBy', { name: entry.original.author, at: entry.original.at })
                      : t('panel.before')}
                  </th>
                  <th scope="col">{t('panel.afterBy', { name: one.author, at: one.at })}</th>
                </tr>
              </thead>
              <tbody>
                {changedIn(one).map((field) => (
                  <tr key={field}>
                    <th scope="row">{t(`fact.${field}`)}</th>
                    <td className={styles.before}>{fieldText(field, seenBy(one, field, entry))}</td>
                    <td>{fieldText(field, one.changes)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div className={styles.said}>
              <span className={styles.who}>{t('panel.reason')}</span> {one.reason}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function changedIn({ changes }: LogCorrection): LogField[] {
  return logFields.filter((field) => changes[field] !== undefined);
}

/** What the field said to whoever corrected it: what two desks wrote apart from each other, neither had seen. */
function seenBy({ replaces }: LogCorrection, field: LogField, { original, corrections }: LogDetails): Partial<LogFields> {
  const seen = corrections.findLast((one) => replaces.includes(one.entry) && one.changes[field] !== undefined);
  return (seen?.changes ?? original) as Partial<LogFields>;
}
