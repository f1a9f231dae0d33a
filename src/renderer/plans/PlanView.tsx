import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef } from 'react';
import type { PlanPhase, PlanPost, PlanShape } from '../../shared/plans/template';
import { useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { Facts } from '../widgets/Facts';
import { Panel } from '../widgets/Panel';
import { SearchBox } from '../widgets/SearchBox';
import { StatusTag } from '../widgets/StatusTag';
import styles from './PlanView.module.css';
import { type PlanWords, usePlanWords } from './usePlanWords';
import { useFindInText } from './useFindInText';

interface Shown {
  plan: PlanShape;
  words: PlanWords;
}

/** A plan to be read at night: what triggers it, who is who, then every step with who and by when. */
export function PlanView({ plan }: { plan: PlanShape }) {
  const t = useWords('plans');
  const words = usePlanWords(plan);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const shown = { plan, words };
  const hasRest = plan.annexes.length + plan.evaluation.length > 0;
  const parts: { key: string; label: string; body: ReactNode }[] = [
    { key: 'triggers', label: t('part.triggers'), body: <TriggersAndLevels {...shown} /> },
    { key: 'groups', label: t('part.groups'), body: <Groups {...shown} /> },
    ...plan.phases.map((phase) => ({
      key: `phase.${phase.code}`,
      label: words.say(phase.name),
      body: <Phase {...shown} phase={phase} />,
    })),
    ...(plan.reporting.length > 0 ? [{ key: 'reporting', label: t('part.reporting'), body: <Reporting {...shown} /> }] : []),
    { key: 'kit', label: t('view.kit'), body: <KitAndCalls {...shown} /> },
    ...(hasRest ? [{ key: 'annexes', label: t('view.annexes'), body: <Annexes {...shown} /> }] : []),
  ];
  const go = (key: string) => document.getElementById(`${id}${key}`)?.scrollIntoView?.({ block: 'start' });
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <nav className={styles.contents} aria-label={t('view.contents')}>
          {parts.map(({ key, label }) => (
            <button key={key} type="button" className={styles.jump} onClick={() => go(key)}>
              {label}
            </button>
          ))}
        </nav>
        <FindBox box={box} />
      </div>
      <div ref={box} className={styles.view}>
        {parts.map(({ key, body }) => (
          <div key={key} id={`${id}${key}`} className={styles.part}>
            {body}
          </div>
        ))}
      </div>
    </div>
  );
}

function FindBox({ box }: { box: RefObject<HTMLElement | null> }) {
  const t = useWords('plans');
  const input = useRef<HTMLInputElement>(null);
  const { text, find, count, at, step } = useFindInText(box);
  useScreenKeys([
    {
      key: 'Ctrl+F',
      label: t('keys.find'),
      run: () => {
        input.current?.focus();
        input.current?.select();
      },
    },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  return (
    // The box hears the Enter of its own field.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.find} onKeyDown={onKeyDown}>
      <SearchBox
        ref={input}
        value={text}
        onChange={find}
        label={t('view.find')}
        placeholder={`${t('view.find')} Ctrl+F`}
        width={text === '' ? '16rem' : '11rem'}
      />
      {text.trim() !== '' && (
        <>
          <output className={styles.number}>{count === 0 ? t('view.notFound') : t('view.found', { at, count })}</output>
          <ActionIcon variant="default" size="lg" aria-label={t('view.previous')} disabled={count === 0} onClick={() => step(-1)}>
            <IconChevronUp size="1.1rem" aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={t('view.next')} disabled={count === 0} onClick={() => step(1)}>
            <IconChevronDown size="1.1rem" aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  );
}

function TriggersAndLevels({ plan, words }: Shown) {
  const t = useWords('plans');
  const levels = [...plan.levels].sort((one, other) => one.level - other.level);
  return (
    <div className={styles.view}>
      <Panel title={t('part.triggers')}>
        <ul className={styles.lines}>
          {plan.triggers.map(({ code, text, level }) => (
            <li key={code} className={styles.trigger}>
              <span className={styles.number}>{level === undefined ? '' : words.level(level)}</span>
              <span>{words.say(text)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Table
        title={t('part.levels')}
        heads={[t('part.level'), t('part.when'), t('part.activatedBy'), t('part.endedBy'), t('part.ledBy')]}
        rows={levels.map((one) => ({
          key: String(one.level),
          cells: [
            <strong key="level" className={styles.number}>
              {words.levelName(one.level)}
            </strong>,
            words.say(one.when),
            words.roles(one.activatedBy),
            words.roles(one.endedBy),
            words.role(one.ledBy),
          ],
        }))}
      />
    </div>
  );
}

function Groups({ plan, words }: Shown) {
  const t = useWords('plans');
  return (
    <Panel title={t('view.groups')} flush>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[t('part.groups'), t('part.posts'), t('part.count'), t('part.filling'), t('part.does')].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {plan.groups.map((group) => (
            <tbody key={group.code}>
              {group.posts.map((post, i) => (
                <tr key={post.code}>
                  {i === 0 && (
                    <th scope="rowgroup" rowSpan={group.posts.length}>
                      {words.say(group.name)}
                      {group.area && <div className={styles.quiet}>{words.say(group.area)}</div>}
                    </th>
                  )}
                  <td>
                    {words.say(post.name)}
                    <PostMark plan={plan} post={post} name={words.say(post.name)} />
                  </td>
                  <td className={styles.number}>{t('view.count', { n: post.count })}</td>
                  <td>{words.filling(post.filling)}</td>
                  <td>{words.say(post.does)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  );
}

/** Who commands, who leads the group; nothing where the name of the post says so already. */
function PostMark({ plan, post, name }: { plan: PlanShape; post: PlanPost; name: string }) {
  const t = useWords('plans');
  const mark = post.code === plan.commander ? t('view.commander') : post.leads ? t('view.leader') : '';
  return mark === '' || name.toLowerCase().includes(mark.toLowerCase()) ? null : <span className={styles.quiet}>{` · ${mark}`}</span>;
}

function Phase({ plan, words, phase }: Shown & { phase: PlanPhase }) {
  const t = useWords('plans');
  const critical = phase.steps.filter((step) => step.critical).length;
  const kind = t(`phaseKind.${phase.kind}`);
  const name = words.say(phase.name);
  return (
    <Panel
      title={name === kind ? name : `${kind} · ${name}`}
      aside={<span className={styles.quiet}>{t('view.phaseSteps', { steps: phase.steps.length, critical })}</span>}
      flush
    >
      <p className={styles.about}>{words.say(phase.about)}</p>
      <div className={styles.scroll}>
        <table className={styles.steps}>
          <colgroup>
            <col style={{ width: '2.75rem' }} />
            <col />
            <col style={{ width: '7.75rem' }} />
            <col style={{ width: '8rem' }} />
            <col style={{ width: '18%' }} />
            <col style={{ width: '19%' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" aria-label={t('view.number')} />
              {[t('part.what'), t('part.who'), t('part.due'), t('part.evidence'), t('part.onFailure')].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {phase.steps.map((step, i) => {
              const only = step.levels && step.levels.length < plan.levels.length ? step.levels : undefined;
              return (
                <tr key={step.code}>
                  <td className={styles.quiet}>{i + 1}</td>
                  <td>
                    {`${words.say(step.what)} `}
                    {(step.critical || only !== undefined) && (
                      <span className={styles.tags}>
                        {step.critical && <StatusTag>{t('view.critical')}</StatusTag>}
                        {only && <StatusTag>{t('view.onlyLevels', { levels: words.list(only.map(words.level)) })}</StatusTag>}
                      </span>
                    )}
                    {step.checks && (
                      <div className={styles.quiet}>{t('view.checks', { list: words.list(step.checks.map(words.subsystem)) })}</div>
                    )}
                    {step.script && <div className={styles.quiet}>{t('view.script', { text: words.say(step.script) })}</div>}
                  </td>
                  <td>{words.post(step.who)}</td>
                  <td>
                    {words.time(step.due)}
                    {step.every !== undefined && (
                      <div className={styles.quiet}>{t('time.every', { length: words.length(step.every) })}</div>
                    )}
                  </td>
                  <td>
                    {(step.evidence ?? []).map((one) => (
                      <div key={`${one.kind} ${one.label.zh}`}>{words.evidence(one)}</div>
                    ))}
                  </td>
                  <td>{step.onFailure && words.say(step.onFailure)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Reporting({ plan, words }: Shown) {
  const t = useWords('plans');
  return (
    <Table
      title={t('view.reporting')}
      heads={[t('part.name'), t('part.by'), t('part.to'), t('part.means'), t('part.first'), t('part.every'), t('part.levels')]}
      rows={plan.reporting.map((one) => ({
        key: one.code,
        cells: [
          words.say(one.name),
          words.post(one.by),
          words.say(one.to),
          t(`means.${one.means}`),
          words.time(one.first),
          t('time.every', { length: words.length(one.every) }),
          one.levels ? words.list(one.levels.map(words.level)) : t('view.allLevels'),
        ],
      }))}
    />
  );
}

function KitAndCalls({ plan, words }: Shown) {
  const t = useWords('plans');
  const per = (which: 'vehicle' | 'plan') => plan.kit.filter((item) => item.per === which);
  return (
    <Panel title={t('view.kit')}>
      <Facts
        facts={[
          [
            t('part.vehicles'),
            words.list(
              plan.vehicles.map(
                ({ name, count, carriesKit }) => `${words.say(name)} ${count}${carriesKit ? ` (${t('view.carries')})` : ''}`,
              ),
            ),
          ],
          ...(['vehicle', 'plan'] as const).map(
            (which) =>
              [
                `${t('part.kit')} · ${t(`per.${which}`)}`,
                words.list(per(which).map(({ name, count, unit }) => `${words.say(name)} ${count} ${words.say(unit)}`)),
              ] as const,
          ),
          [t('part.callScript'), words.say(plan.callScript)],
          [t('part.dependsOn'), words.list(plan.dependsOn.map(words.subsystem))],
        ]}
      />
    </Panel>
  );
}

function Annexes({ plan, words }: Shown) {
  const t = useWords('plans');
  const points = plan.evaluation.reduce((sum, one) => sum + one.points, 0);
  return (
    <div className={styles.view}>
      {plan.annexes.map(({ code, title, text }) => (
        <Panel key={code} title={`${t('view.annexes')} · ${words.say(title)}`}>
          <p className={styles.text}>{words.say(text)}</p>
        </Panel>
      ))}
      <Panel title={t('view.evaluation')} aside={<span className={styles.quiet}>{t('view.pointsOf', { points })}</span>} flush>
        <table className={styles.table}>
          <tbody>
            {plan.evaluation.map(({ code, item, points: mark }) => (
              <tr key={code}>
                <td>{words.say(item)}</td>
                <td className={styles.end}>{mark}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  );
}

function Table({ title, heads, rows }: { title: string; heads: readonly string[]; rows: readonly { key: string; cells: ReactNode[] }[] }) {
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
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, i) => (
                  <td key={heads[i]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
