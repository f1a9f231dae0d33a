import type { ServiceKind, ServiceProfile } from '../../shared/service-profiles/profile';
import { useWords } from '../i18n/useWords';
import { Panel } from '../widgets/Panel';
import styles from './ProfileView.module.css';
import type { ProfileWords } from './useProfileWords';

/** The kinds of service beside faults: their steps in order, and the times that hold. */
export function ServicesView({ profile, words }: { profile: ServiceProfile; words: ProfileWords }) {
  const t = useWords('serviceProfiles');
  if (profile.services.length === 0) return null;
  return (
    <Panel title={t('part.services')} flush>
      <div className={styles.services}>
        {profile.services.map((service) => (
          <Service key={service.code} service={service} profile={profile} words={words} />
        ))}
      </div>
    </Panel>
  );
}

function Service({ service, profile, words }: { service: ServiceKind; profile: ServiceProfile; words: ProfileWords }) {
  const t = useWords('serviceProfiles');
  const stepName = (code: string) => {
    if (code === 'registered' || code === 'planned') return t(`limit.${code}`);
    const step = service.steps.find((known) => known.code === code);
    return step ? words.say(step.name) : code;
  };
  const chosen = (when: Readonly<Record<string, readonly string[]>> | undefined) =>
    Object.entries(when ?? {})
      .map(([step, choices]) => {
        const known = service.steps.find(({ code }) => code === step)?.choices ?? [];
        return words.list(
          choices.map((choice) => {
            const found = known.find(({ code }) => code === choice);
            return found ? words.say(found.name) : choice;
          }),
        );
      })
      .join(' · ');
  return (
    <section className={styles.service}>
      <h3>{words.say(service.name)}</h3>
      <span className={styles.quiet}>{words.say(service.help)}</span>
      <ol className={styles.chain}>
        {service.steps.map((step) => {
          const becomes = (code: string) => profile.services.find((known) => known.code === code);
          const choices = (step.choices ?? []).map((choice) => {
            const goesOn = choice.becomes === undefined ? undefined : becomes(choice.becomes);
            const on = goesOn ? ` → ${words.say(goesOn.name)}` : '';
            return `${words.say(choice.name)}${on}`;
          });
          const more = [
            words.doer(step.by),
            ...(step.optional ? [t('view.optional')] : []),
            ...(step.when ? [t('view.onlyIf', { list: chosen(step.when) })] : []),
            ...(step.every === undefined ? [] : [t('duration.every', { time: words.time(step.every) })]),
            ...(choices.length === 0 ? [] : [choices.join(' / ')]),
            ...(step.records ? [t('view.records', { list: words.list(step.records.map(words.say)) })] : []),
          ];
          return (
            <li key={step.code}>
              {words.say(step.name)} <span className={styles.quiet}>{more.join(' · ')}</span>
            </li>
          );
        })}
      </ol>
      {service.limits.length > 0 && (
        <ul className={styles.limits}>
          {service.limits.map((limit) => {
            const facts = { from: stepName(limit.from), until: stepName(limit.until), time: words.time(limit.limit, limit.hours) };
            const only = chosen(limit.when);
            return (
              <li key={limit.code}>
                {t(`limit.${limit.direction}`, facts)}
                {only && <span className={styles.quiet}>{` · ${t('view.onlyIf', { list: only })}`}</span>}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
