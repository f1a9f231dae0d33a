import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { useWords } from '../i18n/useWords';
import { Panel } from '../widgets/Panel';
import styles from './ProfileView.module.css';
import type { ProfileWords } from './useProfileWords';

/** Every clock with its rules from top to bottom: the first that holds counts. */
export function ClockTable({ profile, words }: { profile: ServiceProfile; words: ProfileWords }) {
  const t = useWords('serviceProfiles');
  return (
    <Panel title={t('part.clocks')} aside={<span className={styles.quiet}>{t('edit.firstHolds')}</span>} flush>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[t('view.clock'), t('view.span'), t('view.condition'), t('view.within'), t('view.pauses'), t('view.reopen')].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {profile.clocks.map((clock) => (
            <tbody key={clock.code}>
              {clock.rules.map((rule, i) => {
                const rows = clock.rules.length;
                return (
                  <tr key={JSON.stringify(rule.when ?? i)}>
                    {i === 0 && (
                      <>
                        <th scope="rowgroup" rowSpan={rows}>
                          {words.say(clock.name)}
                        </th>
                        <td rowSpan={rows} className={styles.number}>{`${words.step(clock.from)} → ${words.step(clock.until)}`}</td>
                      </>
                    )}
                    <td>{words.when(rule.when) || t(rows === 1 ? 'when.all' : 'when.always')}</td>
                    <td>
                      <span className={styles.number}>{words.time(rule.limit, rule.hours)}</span>
                      {rule.orElse && (
                        <span className={styles.quiet}>
                          {` · ${t('view.orElse', { what: words.list(rule.orElse.map((what) => words.step(what))) })}`}
                        </span>
                      )}
                    </td>
                    {i === 0 && (
                      <>
                        <td rowSpan={rows}>{words.list(clock.pausedBy.map(words.waiting)) || t('view.never')}</td>
                        <td rowSpan={rows} className={styles.number}>
                          {t(`onReopen.${clock.onReopen}`)}
                        </td>
                      </>
                    )}
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  );
}
