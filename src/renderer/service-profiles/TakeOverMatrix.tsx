import { millisecondsOf } from '../../shared/service-profiles/duration';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { useWords } from '../i18n/useWords';
import styles from './ProfileView.module.css';
import type { ProfileWords } from './useProfileWords';

/** Who must have taken a case over by when: times down, classes across. What depends on more than the class stands below it. */
export function TakeOverMatrix({ profile, words }: { profile: ServiceProfile; words: ProfileWords }) {
  const t = useWords('serviceProfiles');
  if (profile.takeOver.length === 0) return null;
  const times = [...new Set(profile.takeOver.map(({ after }) => after))].sort((one, other) => millisecondsOf(one) - millisecondsOf(other));
  const cell = (after: string, code: string) =>
    profile.takeOver
      .filter((rule) => rule.after === after && (rule.when?.class === undefined || rule.when.class.includes(code)))
      .map(({ tier, when }) => {
        const { class: _, ...more } = when ?? {};
        const condition = words.when(more);
        return condition ? `${words.tier(tier)} (${condition})` : words.tier(tier);
      });
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('view.matrix')}</th>
            {profile.classes.map(({ code, name }) => (
              <th key={code} scope="col">
                {words.say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((after) => (
            <tr key={after}>
              <th scope="row" className={styles.number}>
                {words.time(after)}
              </th>
              {profile.classes.map(({ code }) => (
                <td key={code}>{words.list(cell(after, code))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
