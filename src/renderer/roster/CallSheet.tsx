import type { OutputOf } from '../../shared/contract';
import { phoneForEyes } from '../../shared/people/phones';
import { roster } from '../../shared/roster/contract';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import styles from './RosterPanel.module.css';

type Sheet = OutputOf<typeof roster.callSheet>;

/** Whom to call: who is on duty and who comes next, with deputies; asked again as shifts change. */
export function CallSheet() {
  const t = useWords('roster');
  const sheet = useStation(roster.callSheet, {}, { every: 60_000 });
  if (!sheet.data) return <RefusalNote refusal={sheet.refusal} />;
  const { shift, next, people } = sheet.data;
  return (
    <div className={styles.panel}>
      <StaleMark stale={sheet.stale} since={sheet.since} />
      {(
        [
          ['now', shift],
          ['next', next],
        ] as const
      ).map(([when, of]) => (
        <section key={when}>
          <h3 className={styles.heading}>{t(`call.${when}`)}</h3>
          <div className={styles.quiet}>{t('call.shift', { date: of.date, name: of.name, from: of.start, until: of.end })}</div>
          {people.every((one) => one.when !== when) && <div className={styles.quiet}>{t('call.nobody')}</div>}
          {people
            .filter((one) => one.when === when)
            .map((one) => (
              <Called key={`${one.post} ${one.person.id ?? one.person.name}`} called={one} />
            ))}
        </section>
      ))}
    </div>
  );
}

function Called({ called }: { called: Sheet['people'][number] }) {
  const t = useWords('roster');
  const { post, person, phone, otherPhones, group, deputies } = called;
  return (
    <div className={styles.called}>
      <span>
        <span className={styles.name}>{person.name}</span>{' '}
        <span className={styles.quiet}>{[t(`call.${post}`), group].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={phone ? styles.phone : styles.quiet}>{phone ? phoneForEyes(phone) : t('call.noPhone')}</span>
      {otherPhones.length > 0 && (
        <span className={`${styles.wide} ${styles.quiet}`}>{otherPhones.map(phoneForEyes).join(t('common:separator'))}</span>
      )}
      {deputies.length > 0 && (
        <span className={`${styles.wide} ${styles.quiet}`}>
          {t('call.deputies')}
          {deputies.map((deputy) => `${deputy.name} ${phoneForEyes(deputy.phone)}`.trim()).join(t('common:separator'))}
        </span>
      )}
    </div>
  );
}
