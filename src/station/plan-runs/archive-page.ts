import type { EvidenceGiven } from '../../shared/plan-runs/events';
import { type RunLanguage, type RunWords, outcomeInWords, runWords } from '../../shared/plan-runs/plain-words';
import { plannedActual } from '../../shared/plan-runs/planned-actual';
import type { RunRecord, RunStep } from '../../shared/plan-runs/record';
import type { Said } from '../../shared/plan-runs/said';
import type { PlanTemplate } from '../../shared/plans/template';
import { contentParts } from '../../shared/reports/contents';
import { dateTimeIn, minute } from '../../shared/time';
import type { Entry } from '../journal/entry';
import type { ArchivedFile } from './archive-files';
import { html, type Html, type HtmlPart } from './archive-html';
import { archiveStyle } from './archive-style';
import { type ArchiveWords, archiveWords } from './archive-words';

/** Everything that the page of an archive tells. */
export interface ArchiveContent {
  run: RunRecord;
  said: readonly Said[];
  plan: PlanTemplate;
  files: ReadonlyMap<string, ArchivedFile>;
  entries: readonly Entry[];
  unit: string;
  letter: string;
  zone: string;
  /** When the archive was made, and by whom. */
  at: number;
  by: string;
}

interface Telling extends ArchiveContent {
  t: ArchiveWords;
  run_: RunWords;
  language: RunLanguage;
  time: (at: number | undefined) => string;
}

const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));

/** The page of an archive (issue 5): complete by itself, without scripts, without network, for any browser, screen and paper. */
export function archivePage(content: ArchiveContent, language: RunLanguage): string {
  const { run, unit, letter, zone } = content;
  const time = (at: number | undefined) => (at === undefined ? '' : dateTimeIn(zone, at, true));
  const telling: Telling = { ...content, language, t: archiveWords[language], run_: runWords[language], time };
  const { t } = telling;
  const title = `${run.title[language]} ${run.number}`;
  const sections = [
    posts(telling),
    steps(telling),
    callOut(telling),
    kit(telling),
    rollCalls(telling),
    instructions(telling),
    reports(telling),
    faults(telling),
    end(telling),
    evaluation(telling),
    lessons(telling),
    review(telling),
    timeline(telling),
    pictures(telling),
    journal(telling),
  ].filter((one) => one !== undefined);
  const page = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${run.drill && `【${runWords[language].drill}】`}${title}</title>
<style>${archiveStyle}</style>
</head>
<body>
${run.drill && html`<div class="mark" aria-hidden="true">${Array.from({ length: 12 }, () => html`<span>${runWords[language].drill}</span>`)}</div>`}
<header>
<p class="kind">${unit} · ${t.archive}</p>
<h1>${run.drill && html`<em class="drill">${runWords[language].drill}</em> `}${run.title[language]}</h1>
${run.drill && html`<p class="notice">${t.drillOnly}</p>`}
${head(telling, letter)}
</header>
<nav>${sections.map(({ id, name }) => html`<a href="#${id}">${name}</a>`)}</nav>
<main>
${sections.map(({ id, name, body }) => html`<section id="${id}"><h2>${name}</h2>${body}</section>\n`)}
</main>
<footer>${t.check}</footer>
</body>
</html>
`;
  return page.text;
}

interface Section {
  id: string;
  name: string;
  body: Html;
}

const section = ({ t }: Telling, id: keyof ArchiveWords['sections'], body: Html): Section => ({ id, name: t.sections[id], body });

interface Cell {
  of: HtmlPart;
  className: string;
}
type Row = readonly (HtmlPart | Cell)[];
const quiet = (of: HtmlPart): Cell => ({ of, className: 'quiet' });
const code = (of: HtmlPart): Cell => ({ of, className: 'code' });
const count = (of: HtmlPart): Cell => ({ of, className: 'count' });
const isCell = (part: HtmlPart | Cell): part is Cell => typeof part === 'object' && 'className' in part;

function table(heads: readonly HtmlPart[], rows: readonly (Row | Html)[], className = ''): Html {
  return html`<table class="${className}"><thead><tr>${heads.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>
${rows.map((row) => ('text' in row ? row : html`<tr>${row.map(cell)}</tr>\n`))}</tbody></table>`;
}

const cell = (part: HtmlPart | Cell): Html => (isCell(part) ? html`<td class="${part.className}">${part.of}</td>` : html`<td>${part}</td>`);

const lines = (parts: readonly HtmlPart[]): Html => html`${parts.map((part) => html`<div>${part}</div>`)}`;

function head({ run, t, run_, time, plan, at, by, unit, language }: Telling, letter: string): Html {
  const facts: (readonly [string, HtmlPart])[] = [
    [t.number, run.number],
    [t.level, run.levels.map(({ level, since }, i) => html`${i > 0 && ' → '}${run_.level[level]}${i > 0 && `（${time(since)}）`}`)],
    [t.state, run_.state[run.state]],
    [t.activated, `${time(run.activatedAt)} ${run.activatedBy}`],
    [t.target, time(run.target)],
    [t.ended, time(run.endedAt)],
    [t.commander, run.commander || (run.posts.find((post) => post.code === plan.commander)?.people[0]?.name ?? '')],
    [t.area, run.area],
    [t.reason, run.reason],
    [t.withdrawn, run.withdrawn && `${time(run.withdrawn.at)} ${run.withdrawn.author}: ${run.withdrawn.reason}`],
    [t.joined, run.joined.map(({ number }) => number).join(', ')],
    [t.joinedInto, run.joinedInto?.number],
    [t.plan, `${plan.name[language]} · ${run.plan}`],
    [t.version, run.version],
    [t.unit, `${unit} ${letter}`],
    [t.made, fill(t.madeBy, { at: time(at), name: by })],
  ];
  return html`<dl>${facts.filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function posts(telling: Telling): Section {
  const { run, t, language } = telling;
  const groups = new Map(run.groups.map((group) => [group.code, group.name[language]]));
  const rows = run.posts.map(({ group, name, people, unfilled, does }) => [
    quiet(groups.get(group)),
    name[language],
    html`${people.map((person) => person.name).join('、')}${unfilled > 0 && html` <strong>${fill(t.unfilled, { n: unfilled })}</strong>`}`,
    quiet(does[language]),
  ]);
  return section(telling, 'posts', table([t.head.group, t.head.post, t.head.people, t.head.duty], rows));
}

type StepSaid = Extract<Said, { verb: 'stepDone' | 'stepSetAside' | 'stepFailed' | 'stepReopened' }>;

function steps(telling: Telling): Section {
  const { run, said, t, language } = telling;
  const ofStep = new Map<string, StepSaid[]>();
  for (const one of said) {
    if (one.verb === 'stepDone' || one.verb === 'stepSetAside' || one.verb === 'stepFailed' || one.verb === 'stepReopened') {
      ofStep.set(one.step, [...(ofStep.get(one.step) ?? []), one]);
    }
  }
  const names = new Map(run.posts.map((post) => [post.code, post.name[language]]));
  let number = 0;
  const rows = run.phases.flatMap(({ code: phase, name }) => [
    html`<tr class="phase"><th colspan="7">${name[language]}</th></tr>\n`,
    ...run.stepList
      .filter((step) => step.phase === phase)
      .map((step) => stepRow(telling, step, ofStep.get(step.code) ?? [], names.get(step.who) ?? step.who, (number += 1))),
  ]);
  const { no, step, who, due, actual, difference, evidence } = t.head;
  return section(telling, 'steps', table([no, step, who, due, actual, difference, evidence], rows, 'steps'));
}

function stepRow(telling: Telling, step: RunStep, said: readonly StepSaid[], post: string, number: number): Row {
  const { t, run_, time, language } = telling;
  const { rounds, settledAt, difference, due } = plannedActual(step);
  const apart = difference === undefined ? undefined : Math.round(difference / minute);
  const state = html`<span class="${step.standing}">${run_.standing[step.standing]}</span>`;
  return [
    count(number),
    html`<div>${step.what[language]}</div><div class="quiet">${step.critical && html`<strong>${t.critical}</strong> `}${step.added && `${t.added} `}${rounds && fill(t.every, { every: step.every ?? '', ...rounds })}${step.faults.join('、')}</div>`,
    html`<div>${post}</div><div class="quiet">${step.holders.join('、')}</div>`,
    time(due),
    html`<div>${state}</div><div>${time(settledAt)}</div>`,
    apart === undefined
      ? ''
      : apart > 0
        ? html`<strong>${fill(t.late, { n: apart })}</strong>`
        : apart < 0
          ? fill(t.early, { n: -apart })
          : t.inTime,
    html`${said.map((one) => markOf(telling, step, one))}`,
  ];
}

/** One thing said of a step, word for word, with what was given as evidence. */
function markOf(telling: Telling, step: RunStep, one: StepSaid): Html {
  const { t, run_, time } = telling;
  const round = step.every === undefined ? '' : `${fill(t.time, { n: one.round + 1 })} `;
  const written = fill(t.writtenBy, { name: one.author, at: time(one.at) });
  const did = one.verb === 'stepSetAside' ? run_.aside[one.how] : run_.verb[one.verb];
  const words = one.verb === 'stepDone' || one.verb === 'stepFailed' ? one.note : one.reason;
  const done = one.verb === 'stepDone' ? `${time(one.happenedAt)} ${one.doneBy?.name ?? ''}` : '';
  return html`<div class="said"><div>${round}${did} ${done}</div>${words !== '' && html`<div class="words">${words}</div>`}${
    one.verb === 'stepDone' && one.evidence.map((given, i) => given !== null && evidenceOf(telling, step, given, i))
  }<div class="quiet">${written}</div></div>`;
}

function evidenceOf({ t, language, files }: Telling, step: RunStep, given: NonNullable<EvidenceGiven>, at: number): Html {
  const asked = step.evidence[at];
  const label = asked ? `${asked.label[language]}: ` : '';
  switch (given.kind) {
    case 'photo':
      return html`<div>${label}${given.files.map(({ hash }) => fileOf(files.get(hash), t))}</div>`;
    case 'signature':
      return html`<div>${label}${fill(t.signedBy, { name: given.signer.name })}</div>`;
    case 'reading':
      return html`<div>${label}${given.value}${asked?.kind === 'reading' && ` ${asked.unit}`}</div>`;
    case 'count':
    case 'text':
      return html`<div>${label}${given.value}</div>`;
  }
}

/** What a browser shows as it stands; anything else is offered as a file. */
const shown = /^image\/(png|jpeg|gif|webp|bmp|avif)$/u;

function fileOf(file: ArchivedFile | undefined, t: ArchiveWords): Html {
  if (!file) return html``;
  const { path, name, type, content, absent } = file;
  if (!content) return html`<div class="absent">${name}: ${absent === 'tooLarge' ? t.tooLarge : t.notHere}</div>`;
  const address = path.split('/').map(encodeURIComponent).join('/');
  return shown.test(type)
    ? html`<a class="picture" href="${address}"><img src="${address}" alt="${name}" loading="lazy"><span>${name}</span></a>`
    : html`<a href="${address}" download="${name}">${name}</a>`;
}

function callOut(telling: Telling): Section {
  const { run, t, run_, time, language } = telling;
  const names = new Map(run.posts.map((post) => [post.code, post.name[language]]));
  const rows = run.callOut.map((one) => [
    one.person.name,
    quiet(one.posts.map((post) => names.get(post) ?? post).join('、')),
    run_.call[one.outcome],
    time(one.at),
    count(one.calls || ''),
    one.note,
  ]);
  const { name, post, outcome, time: when, calls, note } = t.head;
  return section(telling, 'call', table([name, post, outcome, when, calls, note], rows));
}

function kit(telling: Telling): Section {
  const { run, t, language } = telling;
  const rows = run.kit.map(({ name, unit, planned, issued, returned, lost }) => [
    name[language],
    quiet(unit[language]),
    count(planned),
    count(issued || ''),
    count(returned || ''),
    count(lost || ''),
  ]);
  const { item, planned, issued, returned, lost } = t.head;
  return section(telling, 'kit', table([item, '', planned, issued, returned, lost], rows));
}

function rollCalls(telling: Telling): Section | undefined {
  const { run, t, run_, time } = telling;
  if (run.rollCalls.length === 0) return undefined;
  const body = run.rollCalls.toReversed().map(({ startedAt, closesAt, by, people }) => {
    const there = people.filter(({ answer }) => answer === 'present').length;
    return html`<h3>${time(startedAt)}–${time(closesAt)} ${by} · ${fill(t.present, { all: people.length, n: there })}</h3>${table(
      [t.head.name, t.head.outcome, t.head.time, t.head.note],
      people.map(({ person, answer, at, note }) => [person.name, run_.rollCall[answer], time(at), note]),
    )}`;
  });
  return section(telling, 'rollCalls', html`${body}`);
}

function instructions(telling: Telling): Section | undefined {
  const { run, t, time, language } = telling;
  if (run.instructions.length === 0) return undefined;
  const names = new Map(run.posts.map((post) => [post.code, post.name[language]]));
  const rows = run.instructions.map((one) => [
    time(one.at),
    one.from.name,
    one.text,
    one.to.map((post) => names.get(post) ?? post).join('、'),
    time(one.due),
    lines([`${time(one.doneAt)} ${one.doneBy ?? ''}`, one.note]),
  ]);
  const { time: when, from, text, to, due, done } = t.head;
  return section(telling, 'instructions', table([when, from, text, to, due, done], rows));
}

function reports(telling: Telling): Section {
  const { run, t, run_, time, language } = telling;
  const body = run.reports.map(({ name, sent, due }) =>
    sent.length === 0
      ? html`<h3>${name[language]}</h3><p>${t.none}${due !== undefined && ` · ${t.head.due} ${time(due)}`}</p>`
      : sent.map(
          (one) =>
            html`<h3>${name[language]} · ${run_.stage[one.stage]} · ${time(one.at)}</h3><dl><div><dt>${t.head.toWhom}</dt><dd>${one.to} · ${t.means[one.means]} · ${one.author}</dd></div>${contentParts.map(
              (part) => {
                const value = one.contents[part];
                return html`<div><dt>${t.contents[part]}</dt><dd>${typeof value === 'number' ? time(value) : value}</dd></div>`;
              },
            )}</dl>`,
        ),
  );
  return section(telling, 'reports', html`${body}`);
}

function faults(telling: Telling): Section | undefined {
  const { run, t, time } = telling;
  if (run.faults.length === 0) return undefined;
  const rows = run.faults.map(({ number, title, at, state, open }) => [
    number,
    title,
    time(at),
    state === undefined ? t.unknown : open ? t.open : t.closed,
  ]);
  return section(telling, 'faults', table([t.number, t.head.fault, t.head.time, t.head.faultState], rows));
}

function end(telling: Telling): Section {
  const { run, said, run_, t, time } = telling;
  const proposals = said.flatMap((one) =>
    one.verb === 'proposeEnd' ? [html`<p>${fill(t.proposed, { name: one.proposer.name, at: time(one.at), text: one.text })}</p>`] : [],
  );
  const decisions = run.endDecisions.map(
    ({ at, decidedBy, approved, text }) =>
      html`<p><strong>${run_.decision[approved ? 'approved' : 'refused']}</strong> ${time(at)} ${decidedBy} ${text}</p>`,
  );
  const none = proposals.length + decisions.length === 0 && html`<p>${t.none}</p>`;
  return section(telling, 'end', html`${proposals}${decisions}${none}`);
}

function evaluation(telling: Telling): Section | undefined {
  const { run, t, language } = telling;
  if (!run.drill || run.evaluator === undefined) return undefined;
  const sum = (of: 'points' | 'given') => run.evaluation.reduce((all, one) => all + (one[of] ?? 0), 0);
  const rows = run.evaluation.map(({ item, points, given, remark }) => [item[language], count(points), count(given ?? ''), remark]);
  const total = fill(t.sum, { given: sum('given'), points: sum('points'), name: run.evaluator });
  const { item, points, given, remark } = t.head;
  return section(
    telling,
    'evaluation',
    html`${table([item, points, given, remark], rows)}<p><strong>${total}</strong></p><p class="words">${run.evaluationSummary}</p>`,
  );
}

function lessons(telling: Telling): Section | undefined {
  const { run, t, time, language } = telling;
  if (run.lessons.length === 0) return undefined;
  const names = new Map(run.stepList.map((step) => [step.code, step.what[language]]));
  const rows = run.lessons.map(({ at, author, text, step, proposal }) => [
    text,
    quiet(step === undefined ? '' : (names.get(step) ?? step)),
    proposal,
    quiet(`${author} ${time(at)}`),
  ]);
  return section(telling, 'lessons', table([t.head.text, t.head.step, t.head.proposal, t.head.author], rows));
}

function review(telling: Telling): Section | undefined {
  const { run, time } = telling;
  if (!run.review) return undefined;
  const { at, author, text } = run.review;
  return section(telling, 'review', html`<p class="words">${text}</p><p class="quiet">${author} ${time(at)}</p>`);
}

function timeline(telling: Telling): Section {
  const { run, t, run_, time, language } = telling;
  const rows = run.timeline
    .toReversed()
    .map((one) => [
      quiet(time(one.at)),
      run_.verb[one.verb],
      typeof one.subject === 'string' ? one.subject : one.subject[language],
      lines([outcomeInWords(one, run_), time(one.time), one.text].filter((part) => part !== '')),
      quiet(one.author),
      quiet(one.letter),
    ]);
  const { time: when, what, subject, text, author, station } = t.head;
  return section(telling, 'timeline', table([when, what, subject, text, author, station], rows));
}

function pictures(telling: Telling): Section {
  const { files, t } = telling;
  const rows = [...files.values()].map((file) => [fileOf(file, t), count(file.size), code(file.hash)]);
  return section(
    telling,
    'files',
    rows.length === 0 ? html`<p>${t.noFiles}</p>` : table([t.head.file, t.head.size, t.head.hash], rows, 'files'),
  );
}

function journal(telling: Telling): Section {
  const { entries, t, time } = telling;
  const rows = entries.map(({ id, seq, at, name, hash }) => [quiet(time(at)), code(name), count(seq), code(id), code(hash)]);
  const { time: when, event, sequence, entry, hash } = t.head;
  return section(telling, 'entries', table([when, event, sequence, entry, hash], rows));
}
