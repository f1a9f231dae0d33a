import type { ReactNode } from 'react';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { useWords } from '../i18n/useWords';
import { Facts } from '../widgets/Facts';
import { Panel } from '../widgets/Panel';
import { ClockTable } from './ClockTable';
import styles from './ProfileView.module.css';
import { ServicesView } from './ServicesView';
import { TakeOverMatrix } from './TakeOverMatrix';
import { type ProfileWords, useProfileWords } from './useProfileWords';

interface Shown {
  profile: ServiceProfile;
  words: ProfileWords;
}

/** A profile for somebody who wants to know what is demanded: every rule of it, in words. */
export function ProfileView({ profile }: { profile: ServiceProfile }) {
  const words = useProfileWords(profile);
  const shown = { profile, words };
  const isUp = profile.takeOver.length + profile.raises.length > 0 || profile.handUp !== undefined;
  return (
    <div className={styles.view}>
      <Classes {...shown} />
      <ClockTable {...shown} />
      <div className={styles.pair}>
        <TellingAndTiers {...shown} />
        {isUp && <GoingUp {...shown} />}
        <Basis {...shown} />
      </div>
      <ServicesView {...shown} />
      <div className={styles.pair}>
        <Duties {...shown} />
        <Measured {...shown} />
      </div>
    </div>
  );
}

function Classes({ profile, words }: Shown) {
  const t = useWords('serviceProfiles');
  return (
    <Panel title={t('part.classes')}>
      <div className={styles.classes}>
        {profile.classes.map((known) => (
          <section key={known.code} className={styles.class}>
            <div className={styles.classHead}>
              {words.say(known.name)}
              <span className={styles.quiet}>{words.priority(known.priority)}</span>
              {known.highRisk && <span className={styles.quiet}>{t('view.highRisk')}</span>}
            </div>
            <p>{words.say(known.help)}</p>
            {known.examples.length > 0 && (
              <p className={styles.quiet}>{t('view.examples', { list: words.list(known.examples.map(words.say)) })}</p>
            )}
            {known.guide.length > 0 && (
              <ol className={styles.guide}>
                {known.guide.map((step) => {
                  const more = [
                    words.doer(step.by),
                    ...(step.needed ? [t('view.needed')] : []),
                    ...(step.after === undefined ? [] : [t('duration.after', { time: words.time(step.after) })]),
                    ...(step.every === undefined ? [] : [t('duration.every', { time: words.time(step.every) })]),
                    ...(step.when === undefined ? [] : [t('view.onlyIf', { list: words.when(step.when) })]),
                    ...(step.records === undefined ? [] : [t('view.records', { list: words.list(step.records.map(words.say)) })]),
                  ];
                  return (
                    <li key={step.code}>
                      {words.say(step.text)} <span className={styles.quiet}>{more.join(' · ')}</span>
                    </li>
                  );
                })}
              </ol>
            )}
          </section>
        ))}
      </div>
    </Panel>
  );
}

function TellingAndTiers({ profile, words }: Shown) {
  const t = useWords('serviceProfiles');
  const { telling } = profile;
  return (
    <Panel title={t('part.telling')}>
      <Facts
        facts={[
          [t('view.amber'), words.doers(telling.amber)],
          [t('view.breach'), words.doers(telling.breach)],
          [t('view.every'), t('duration.every', { time: words.time(telling.every) })],
          [t('view.takenFor'), words.time(telling.takenFor)],
          ...profile.clocks.flatMap(({ name, telling: own }) =>
            own
              ? [
                  [
                    words.say(name),
                    `${words.doers(own.amber)} → ${words.doers(own.breach)} · ${t('duration.every', { time: words.time(own.every) })}`,
                  ] as const,
                ]
              : [],
          ),
          [t('part.reopenGrace'), words.time(profile.reopenGrace)],
          [t('part.tiers'), profile.tiers.map(({ name }) => words.say(name)).join(' → ')],
        ]}
      />
    </Panel>
  );
}

function GoingUp({ profile, words }: Shown) {
  const t = useWords('serviceProfiles');
  const { handUp } = profile;
  return (
    <Panel title={t('edit.upward')} flush>
      <TakeOverMatrix profile={profile} words={words} />
      <div style={{ padding: '0.625rem 1rem' }}>
        <ul className={styles.lines}>
          {profile.raises.map((raise) => {
            const time = words.time(raise.after);
            const cause =
              raise.over === undefined
                ? t('raises.noProgress', { time })
                : t(raise.after === '0min' ? 'raises.over' : 'raises.overAfter', { clock: words.clock(raise.over), time });
            const condition = words.when(raise.when);
            return (
              <li key={raise.code}>
                {condition && <span className={styles.quiet}>{`${condition} · `}</span>}
                {`${cause} → ${t(`raises.${raise.raises}`)}`}
              </li>
            );
          })}
          {handUp?.inWriting && <li>{t('view.inWriting', { list: words.list(handUp.with.map(words.say)) })}</li>}
          {handUp?.answerDown && <li>{t('view.answerDown')}</li>}
        </ul>
      </div>
    </Panel>
  );
}

/** What conditions point at: questions and hours. */
function Basis({ profile, words }: Shown) {
  const t = useWords('serviceProfiles');
  if (profile.traits.length + profile.hours.length === 0) return null;
  return (
    <Panel title={`${t('part.traits')} · ${t('part.hours')}`}>
      <Facts
        facts={[
          ...profile.traits.map(({ name, options, usual }) => {
            const chosen = options.find(({ code }) => code === usual);
            const said = (
              <ul className={styles.lines}>
                {options.map((option) => (
                  <li key={option.code}>
                    {words.say(option.name)}
                    {option === chosen && <span className={styles.quiet}>{` · ${t('list.usual')}`}</span>}
                    {option.help && <span className={styles.quiet}>{` · ${words.say(option.help)}`}</span>}
                  </li>
                ))}
              </ul>
            );
            return [words.say(name), said] as const;
          }),
          ...profile.hours.map(
            ({ name, days, spans }) =>
              [words.say(name), `${t(`days.${days}`)} ${words.list(spans.map(({ from, until }) => `${from}–${until}`))}`] as const,
          ),
        ]}
      />
    </Panel>
  );
}

function Duties({ profile, words }: Shown) {
  const t = useWords('serviceProfiles');
  if (profile.duties.length === 0) return null;
  return (
    <Table title={t('part.duties')} heads={[t('part.every'), t('part.duties'), t('part.gives')]}>
      {profile.duties.map((duty) => {
        const { count, unit } = duty.every;
        const more = [
          ...(duty.per === 'device' ? [t('dutyPer.device')] : []),
          ...(duty.within === undefined ? [] : [t('view.within2', { time: words.time(duty.within) })]),
          ...(duty.help ? [words.say(duty.help)] : []),
        ];
        return (
          <tr key={duty.code}>
            <td className={styles.number}>{count === 1 ? t(`each.${unit}`) : t('eachCount', { count, unit: t(`unit.${unit}`) })}</td>
            <td>
              {words.say(duty.name)} <span className={styles.quiet}>{more.join(' · ')}</span>
            </td>
            <td>{t(`gives.${duty.gives}`)}</td>
          </tr>
        );
      })}
    </Table>
  );
}

function Measured({ profile, words }: Shown) {
  const t = useWords('serviceProfiles');
  const share = (measure: string) => measure === 'availability' || measure === 'satisfaction';
  return (
    <div className={styles.view}>
      {profile.goals.length > 0 && (
        <Table title={t('part.goals')} heads={[t('part.goals'), t('part.atLeast'), t('part.per')]}>
          {profile.goals.map((goal) => (
            <tr key={goal.code}>
              <td>
                {words.say(goal.name)}{' '}
                {goal.otherwise && <span className={styles.quiet}>{t('view.otherwise', { what: words.say(goal.otherwise) })}</span>}
              </td>
              <td className={styles.number}>{share(goal.measure) ? `${Number((goal.atLeast * 100).toFixed(3))} %` : goal.atLeast}</td>
              <td className={styles.number}>{t(`goalPer.${goal.per}`)}</td>
            </tr>
          ))}
        </Table>
      )}
      {profile.handling.length > 0 && (
        <Table title={t('part.handling')} heads={[t('part.what'), t('part.how')]}>
          {profile.handling.map((one) => (
            <tr key={one.code}>
              <td>{words.say(one.what)}</td>
              <td>
                {words.say(one.how)}{' '}
                {one.states && <span className={styles.quiet}>{words.list(one.states.map(({ name }) => words.say(name)))}</span>}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {profile.notes !== '' && <Panel title={t('part.notes')}>{profile.notes}</Panel>}
    </div>
  );
}

function Table({ title, heads, children }: { title: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <Panel title={title} flush>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </Panel>
  );
}
