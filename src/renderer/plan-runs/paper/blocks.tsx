import type { ReactNode } from 'react';
import { plannedActual } from '../../../shared/plan-runs/planned-actual';
import { outcomeInWords, runWords } from '../../../shared/plan-runs/plain-words';
import type { RunRecord, RunStep } from '../../../shared/plan-runs/record';
import { dateTimeIn, minute } from '../../../shared/time';
import type { PaperBlock } from '../../print/Sheets';
import styles from './run-paper.module.css';
import { said } from './words';

const words = runWords.zh;
const { head } = said;

type Table = 'posts' | 'steps' | 'call' | 'kit' | 'reports' | 'timeline';
const columns: Record<Table, readonly string[]> = {
  posts: [head.post, head.people, head.does],
  steps: [head.no, head.what, head.who, head.due, head.done, head.result],
  call: [head.name, head.post, head.outcome, head.time, head.note],
  kit: [head.item, head.planned, head.issued, head.returned, head.lost],
  reports: [head.time, head.verb, head.text, head.author],
  timeline: [head.time, head.verb, head.text, head.author],
};

/** Heads of the tables, repeated on every page they go on. */
export const heads = Object.fromEntries(
  (Object.keys(columns) as Table[]).map((table) => [
    table,
    () => (
      <div className={styles.tableHead}>
        <Row table={table} cells={columns[table]} />
      </div>
    ),
  ]),
);

function Row({ table, cells }: { table: Table; cells: readonly ReactNode[] }) {
  return (
    <div className={`${styles.row} ${styles[table]}`}>
      {cells.map((cell, at) => (
        // Cells have no names but their places.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.cell}>
          {cell}
        </div>
      ))}
    </div>
  );
}

const heading = (text: string): PaperBlock => ({ key: text, element: <h2 className={styles.heading}>{text}</h2>, keepsWithNext: true });
const paragraph = (key: string, text: string): PaperBlock => ({ key, element: <p className={styles.text}>{text}</p> });
const fact = (label: string, value: ReactNode): PaperBlock => ({
  key: `fact ${label}`,
  element: (
    <div className={`${styles.row} ${styles.facts}`}>
      <div className={`${styles.cell} ${styles.label}`}>{label}</div>
      <div className={styles.cell}>{value}</div>
    </div>
  ),
});

/** A table under its heading; a table without rows says that there is nothing. */
function tableOf(title: string, table: Table, rows: readonly (readonly [key: string, cells: readonly ReactNode[]])[]): PaperBlock[] {
  if (rows.length === 0) return [heading(title), paragraph(`${title} none`, said.none)];
  const top: PaperBlock = { key: `${table} head`, element: heads[table]?.(), table, keepsWithNext: true };
  return [
    heading(title),
    top,
    ...rows.map(([key, cells]): PaperBlock => ({ key: `${table} ${key}`, element: <Row table={table} cells={cells} />, table })),
  ];
}

/** The whole record of a run, piece by piece. */
export function blocksOf(run: RunRecord, zone: string): PaperBlock[] {
  const at = (moment: number | undefined) => (moment === undefined ? '' : dateTimeIn(zone, moment));
  const post = (code: string) => run.posts.find((one) => one.code === code)?.name.zh ?? code;
  const { withdrawn, joinedInto } = run;
  return [
    fact(said.facts.plan, <strong>{run.title.zh}</strong>),
    fact(said.facts.drill, run.drill ? <strong>{said.isDrill}</strong> : said.isReal),
    fact(said.facts.level, run.levels.map(({ level, since }) => said.bracketed(words.level[level], at(since))).join(' → ')),
    fact(said.facts.state, words.state[run.state]),
    fact(said.facts.activated, `${at(run.activatedAt)} ${run.activatedBy}`),
    fact(said.facts.target, at(run.target)),
    ...(run.endedAt === undefined ? [] : [fact(said.facts.ended, at(run.endedAt))]),
    ...(withdrawn ? [fact(said.facts.withdrawn, said.because(`${at(withdrawn.at)} ${withdrawn.author}`, withdrawn.reason))] : []),
    ...(joinedInto ? [fact(said.facts.joinedInto, joinedInto.number)] : []),
    fact(said.facts.area, run.area || said.none),
    fact(said.facts.reason, run.reason || said.none),
    ...tableOf(
      said.posts,
      'posts',
      run.posts.map(({ code, name, people, unfilled, does }) => [
        code,
        [name.zh, [...people.map((one) => one.name), unfilled > 0 ? said.missing(unfilled) : ''].filter(Boolean).join(said.list), does.zh],
      ]),
    ),
    ...tableOf(
      said.steps,
      'steps',
      run.phases
        .flatMap(({ code }) => run.stepList.filter(({ phase }) => phase === code))
        .map((step, i) => [
          step.code,
          [
            i + 1,
            `${step.critical ? said.critical : ''}${step.what.zh}`,
            [post(step.who), step.holders.join(said.list)].filter(Boolean).join('\n'),
            at(plannedActual(step).due),
            at(plannedActual(step).settledAt),
            resultOf(step),
          ],
        ]),
    ),
    ...tableOf(
      said.call,
      'call',
      run.callOut.map(({ person, posts, outcome, at: when, note }, i) => [
        `${i}`,
        [person.name, posts.map(post).join(said.list), words.call[outcome], at(when), note],
      ]),
    ),
    ...tableOf(
      said.kit,
      'kit',
      run.kit.map(({ code, name, unit, planned, issued, returned, lost }) => [
        code,
        [said.bracketed(name.zh, unit.zh), planned, issued || '', returned || '', lost || ''],
      ]),
    ),
    ...tableOf(said.reports, 'reports', toldAbove(run, at)),
    heading(said.faults),
    paragraph(
      'faults',
      run.faults.map(({ number, title, at: when }) => said.bracketed(`${number} ${title}`, at(when))).join('\n') || said.none,
    ),
    ...endBlocks(run, at),
    ...reviewBlocks(run, at),
    ...tableOf(
      said.timeline,
      'timeline',
      run.timeline
        .toReversed()
        .map((one) => [
          one.entry,
          [
            dateTimeIn(zone, one.at, true),
            words.verb[one.verb],
            [typeof one.subject === 'string' ? one.subject : one.subject.zh, outcomeInWords(one, words), one.text]
              .filter((part) => part !== '')
              .join(' · '),
            one.author || said.station2,
          ],
        ]),
    ),
    {
      key: 'signs',
      element: (
        <div className={`${styles.row} ${styles.signs}`}>
          {said.signs.map((sign) => (
            <div key={sign} className={styles.cell}>
              {sign}
            </div>
          ))}
        </div>
      ),
    },
  ];
}

function resultOf(step: RunStep): string {
  const { difference, rounds } = plannedActual(step);
  const late = Math.round((difference ?? 0) / minute);
  const how = rounds
    ? said.rounds(rounds.settled, rounds.missed)
    : step.standing === 'done'
      ? late > 0
        ? said.late(late)
        : said.inTime
      : words.standing[step.standing];
  return [how, step.mark?.note].filter(Boolean).join('\n');
}

type At = (moment: number | undefined) => string;

/** Reports to superiors and instructions from them, in order. */
function toldAbove(run: RunRecord, at: At) {
  const sent = run.reports.flatMap(({ name, sent: given }) =>
    given.map((one) => ({
      at: one.at,
      key: one.entry,
      cells: [
        at(one.at),
        said.bracketed(name.zh, words.stage[one.stage]),
        [said.sentTo(one.to), one.contents.nature, one.contents.scope, one.contents.measures].filter(Boolean).join(said.parts),
        one.author,
      ],
    })),
  );
  const instructed = run.instructions.map((one) => ({
    at: one.at,
    key: one.id,
    cells: [
      at(one.at),
      words.verb.instruct,
      [`${said.from(one.from.name)}${one.text}`, one.doneAt === undefined ? '' : said.doneAt(at(one.doneAt)), one.note]
        .filter(Boolean)
        .join(said.parts),
      one.doneBy ?? '',
    ],
  }));
  return [...sent, ...instructed].sort((one, other) => one.at - other.at).map(({ key, cells }) => [key, cells] as const);
}

function endBlocks(run: RunRecord, at: At): PaperBlock[] {
  const proposals = run.timeline
    .filter(({ verb }) => verb === 'proposeEnd')
    .map(({ entry, at: when, subject, text }) =>
      paragraph(entry, said.proposed(typeof subject === 'string' ? subject : subject.zh, at(when), text)),
    );
  const decisions = run.endDecisions.map(({ at: when, decidedBy, approved, text }) =>
    paragraph(`decided ${when}`, said.decided(decidedBy, at(when), approved, text)),
  );
  const none = proposals.length + decisions.length === 0 ? [paragraph('not ended', said.notEnded)] : [];
  return [heading(said.end), ...proposals.toReversed(), ...decisions, ...none];
}

function reviewBlocks(run: RunRecord, at: At): PaperBlock[] {
  const sum = (of: 'points' | 'given') => run.evaluation.reduce((all, one) => all + (one[of] ?? 0), 0);
  return [
    heading(said.review),
    ...(run.evaluator === undefined ? [] : [paragraph('evaluated', said.evaluated(sum('given'), sum('points'), run.evaluator))]),
    ...(run.evaluationSummary === '' ? [] : [paragraph('summary', run.evaluationSummary)]),
    ...run.lessons.map(({ entry, text, proposal }, i) => paragraph(entry, `${i + 1}. ${said.lesson(text, proposal)}`)),
    paragraph('reviewed', run.review ? said.reviewed(run.review.author, at(run.review.at), run.review.text) : said.notReviewed),
  ];
}
