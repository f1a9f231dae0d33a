import { IconAlarm, IconAlertTriangle, IconCircleCheck, IconFlame, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { contentParts } from '../../shared/reports/contents';
import { second } from '../../shared/time';
import type { Urgency } from '../../shared/urgency';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { useMay } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { KeyHint } from '../widgets/KeyHint';
import { ZoneTime } from '../widgets/ZoneTime';
import { longTime } from './roll-call-order';
import { SituationReportForm } from './SituationReportForm';
import { type ReportRule, stageOf } from './situation-prefill';
import styles from './Reporting.module.css';

/** Each report the plan asks for: its clock, the form for the next one, what was sent. The one due next is open. */
export function SituationReports({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const may = useMay(planRuns.report) && run.may.run;
  const owed = run.reports.filter(({ due }) => due !== undefined).toSorted((one, other) => (one.due ?? 0) - (other.due ?? 0));
  const [chosen, setChosen] = useState<string>();
  const rule = run.reports.find(({ code }) => code === chosen) ?? owed[0] ?? run.reports[0];
  const [writing, setWriting] = useState(false);
  const ended = rule?.sent.at(-1)?.stage === 'final';
  // While one is written the others stand back: its form needs the room.
  const form = rule !== undefined && may && writing && !ended;
  const write = () => {
    setChosen(owed[0]?.code);
    setWriting(true);
  };
  useScreenKeys(may && owed.length > 0 ? [{ key: 'N', label: t('report.next'), run: write }] : []);
  return (
    <section className={styles.reports} aria-label={t('report.title')}>
      <h3 className={styles.heading}>{t('report.title')}</h3>
      {run.reports.length === 0 && (
        <EmptyState icon={IconSend} title={t('report.none')}>
          {t('report.noneNow')}
        </EmptyState>
      )}
      <div className={styles.rules} data-one={form || undefined}>
        {run.reports
          .filter((one) => !form || one === rule)
          .map((one) => (
            <Rule
              key={one.code}
              run={run}
              rule={one}
              chosen={one === rule}
              next={may && one === owed[0]}
              onChoose={() => {
                setChosen(one.code);
                setWriting(true);
              }}
            />
          ))}
      </div>
      {form && rule && (
        <SituationReportForm key={`${rule.code}/${rule.sent.length}`} run={run} rule={rule} onDone={() => setWriting(false)} />
      )}
      <History run={run} />
    </section>
  );
}

interface RuleProps {
  run: RunRecord;
  rule: ReportRule;
  chosen: boolean;
  next: boolean;
  onChoose: () => void;
}

function Rule({ run, rule, chosen, next, onChoose }: RuleProps) {
  const t = useWords('planRunPeople');
  const language = useLanguage();
  const now = useNow(second);
  const { name, by, to, every, due, amberAt, sent } = rule;
  const ended = sent.at(-1)?.stage === 'final';
  const urgency: Urgency = due === undefined ? 'calm' : now > due ? 'red' : now >= (amberAt ?? due) ? 'amber' : 'calm';
  const Icon = ended ? IconCircleCheck : urgency === 'red' ? IconFlame : urgency === 'amber' ? IconAlertTriangle : IconAlarm;
  const post = run.posts.find(({ code }) => code === by);
  const [amount, unit] = [Number.parseInt(every, 10), every.replace(/^\d+/, '') as 'min' | 'h' | 'd'];
  return (
    <button type="button" className={styles.rule} data-urgency={urgency} aria-current={chosen || undefined} onClick={onChoose}>
      <span className={styles.ruleTop}>
        <Icon size="1.25rem" stroke={1.8} aria-hidden />
        <strong>{name[language]}</strong>
        {!ended && <span className={styles.stage}>{t(`report.${stageOf(rule, run.state)}`)}</span>}
        {next && <KeyHint keys="N" />}
      </span>
      <span className={styles.ruleClock}>
        {ended ? (
          t('report.done')
        ) : due === undefined ? (
          t('report.waiting')
        ) : (
          <>
            <span className={styles.ruleTime}>{`${now > due ? '+' : ''}${longTime(Math.abs(due - now))}`}</span>
            {t('report.due', { at: due })}
          </>
        )}
      </span>
      <span className={styles.quiet}>
        {t('report.rule', {
          by: [post?.name[language] ?? by, ...(post?.people ?? []).slice(0, 1).map((one) => one.name)].join(' '),
          to: to[language],
        })}
        {' · '}
        {t('report.every', { every: t(`report.duration.${unit}`, { n: amount }) })}
        {sent.length > 0 && ` · ${t('report.sent', { n: sent.length })}`}
      </span>
    </button>
  );
}

/** What was reported, the last first, each with all its contents. */
function History({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const reports = useWords('reports');
  const language = useLanguage();
  const all = run.reports.flatMap(({ name, sent }) => sent.map((one) => ({ name, ...one }))).toSorted((one, other) => other.at - one.at);
  if (all.length === 0) return null;
  return (
    <section aria-label={t('report.history')}>
      <h3 className={styles.heading}>{t('report.history')}</h3>
      <ul className={styles.history}>
        {all.map(({ entry, name, stage, at, author, to, means, contents }) => (
          <li key={entry} className={styles.sent}>
            <div>
              <ZoneTime at={at} />{' '}
              <strong>
                {name[language]} {t(`report.${stage}`)}
              </strong>{' '}
              <span className={styles.quiet}>{t('report.toWhom', { means: t(`report.meansOf.${means}`), to, author })}</span>
            </div>
            <dl className={styles.contents}>
              {contentParts.map((part) => {
                const value = contents[part];
                return value === '' ? null : (
                  <div key={part}>
                    <dt>{reports(`part.${part}`)}</dt>
                    <dd>{part === 'time' ? <ZoneTime at={contents.time} /> : value}</dd>
                  </div>
                );
              })}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
