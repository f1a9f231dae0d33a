import type { z } from 'zod';
import { type faults, mostClosedOnBoard } from '../../shared/faults/contract';
import type { FaultClass } from '../../shared/faults/intake';
import type { FaultCard } from '../../shared/faults/record';
import { day, type Instant, minute } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { plannedWorkMarker, worksInForce } from '../planned-work';
import { type FaultClocks, faultClocksReader } from './clocks';
import type { ClockContext } from './profile-of-fault';
import { cardColumns, type CardRow, circles, filtered, withClock } from './read';

export interface BoardFilter {
  class?: FaultClass | undefined;
  subsystem?: string | undefined;
  text: string;
  known?: string | undefined;
}
export type BoardAnswer = z.input<(typeof faults.board)['output']>;

/** A card as it was told last. */
interface Told {
  card: FaultCard;
  device: string | null;
  /** What it was worked out of: the same object as long as fault and calendar are the same. */
  clocks: FaultClocks;
  /** The step of the board in which it changed last. */
  step: number;
}

/** The unfiltered board as it was told last, for those who ask what has changed since. */
interface KeptBoard {
  epoch: string;
  step: number;
  cards: Map<string, Told>;
  gone: Map<string, number>;
  /** For which works, and when, the marks of planned work were worked out. */
  marks: { works: string; at: Instant };
}

const keptOf = new WeakMap<Raw, KeptBoard>();
/** More that are gone than this are forgotten with all the rest: who asks then is told everything. */
const mostGone = 5_000;
let boards = 0;
/** A device may have come under a tag by a change of the register: marks are worked out anew after so long, ms. */
const marksHold = minute / 2;

interface Shown {
  id: string;
  revision: string;
  open: 0 | 1;
}

/** See the contract: everything on the board, or what has changed since an earlier answer. */
export function boardOf(context: ClockContext, filter: BoardFilter): BoardAnswer {
  const { raw, now } = context;
  const { conditions, values } = filtered({ class: filter.class, subsystem: filter.subsystem }, filter.text);
  const where = conditions.map((condition) => ` AND ${condition}`).join('');
  const columns = 'id, revision, open';
  const circled = circles(raw);
  const shown = statement<unknown[], Shown>(raw, `SELECT ${columns} FROM faults WHERE open = 1${where} ORDER BY reported_at, id`).all(
    ...values,
  );
  // What two desks merged into one another stands with what is open, for nobody would see it otherwise.
  if (circled.size > 0) {
    const lost = `SELECT ${columns} FROM faults WHERE id IN (SELECT value FROM json_each(?))${where} ORDER BY reported_at, id`;
    shown.push(...statement<unknown[], Shown>(raw, lost).all(JSON.stringify([...circled]), ...values));
  }
  const ended = statement<unknown[], Shown>(
    raw,
    `SELECT ${columns} FROM faults WHERE open = 0 AND since >= ?${where} ORDER BY since DESC, id LIMIT ?`,
  )
    .all(now - day, ...values, mostClosedOnBoard)
    .filter(({ id }) => !circled.has(id));

  const whole = conditions.length === 0;
  let kept = whole ? keptOf.get(raw) : undefined;
  if (!kept || kept.gone.size > mostGone) kept = newBoard(now);
  if (whole) keptOf.set(raw, kept);
  takeOver(context, kept, [...shown, ...ended], circled);
  const since = whole ? stepOf(kept, filter.known) : undefined;
  const { cards } = kept;
  const told = (rows: readonly Shown[]) =>
    rows.flatMap(({ id }) => {
      const one = cards.get(id);
      return one && (since === undefined || one.step > since) ? [one.card] : [];
    });
  return {
    open: told(shown),
    closed: told(ended),
    gone: since === undefined ? [] : [...kept.gone].filter(([, step]) => step > since).map(([id]) => id),
    revision: whole ? `${kept.epoch}/${kept.step}` : '',
    whole: since === undefined,
  };
}

/** Works out what has changed since the board was told last. */
function takeOver(context: ClockContext, kept: KeptBoard, rows: readonly Shown[], circled: ReadonlySet<string>): void {
  const { raw, now } = context;
  const { cards, gone } = kept;
  const next = kept.step + 1;
  const read = faultClocksReader(context);
  const mark = markerFor(raw, kept, rows, now);
  const changed = new Map<string, FaultClocks>();
  for (const { id, revision } of rows) {
    const clocks = read(id, revision);
    const one = cards.get(id);
    const same = one?.clocks === clocks && (one.card.inCircle ?? false) === circled.has(id);
    if (!same || one.card.plannedWork !== mark.ofKept(one)) changed.set(id, clocks);
  }
  let moved = false;
  for (const row of rowsOf(raw, [...changed.keys()])) {
    const clocks = changed.get(row.id) as FaultClocks;
    const card = withClock(row, clocks.card);
    if (circled.has(row.id)) card.inCircle = true;
    const former = cards.get(row.id);
    const one: Told = { card, device: row.deviceId, clocks, step: next };
    const work = mark.of(one);
    if (work !== undefined) card.plannedWork = work;
    if (former && JSON.stringify(former.card) === JSON.stringify(card)) one.step = former.step;
    else moved = true;
    cards.set(row.id, one);
    gone.delete(row.id);
  }
  if (cards.size > rows.length) {
    const here = new Set(rows.map(({ id }) => id));
    for (const id of cards.keys()) {
      if (here.has(id)) continue;
      cards.delete(id);
      gone.set(id, next);
      moved = true;
    }
  }
  if (moved) kept.step = next;
}

function rowsOf(raw: Raw, ids: readonly string[]): CardRow[] {
  if (ids.length === 0) return [];
  const found = `SELECT ${cardColumns} FROM faults WHERE id IN (SELECT value FROM json_each(?))`;
  return statement<[string], CardRow>(raw, found).all(JSON.stringify(ids));
}

/** Number of the work in force on a fault: now, else when it was reported. `ofKept` goes by what is known, as long as that holds. */
function markerFor(raw: Raw, kept: KeptBoard, rows: readonly Shown[], now: Instant) {
  // The first of a board is the oldest; before any was read nobody knows how old.
  const oldest = rows.slice(0, 1).map(({ id }) => kept.cards.get(id)?.card.reportedAt ?? 0);
  const from = Math.min(now, ...oldest);
  const works = worksInForce(raw, from, now);
  const holds = works === kept.marks.works && now >= kept.marks.at && now < kept.marks.at + marksHold;
  if (!holds) kept.marks = { works, at: now };
  let marker: ReturnType<typeof plannedWorkMarker> | undefined;
  // Faults on one spot are looked at once.
  const onNow = new Map<string, string | undefined>();
  const of = ({ card, device }: Pick<Told, 'card' | 'device'>) => {
    if (works === '') return undefined;
    marker ??= plannedWorkMarker(raw, from, now);
    const subject = { device: device ?? undefined, subsystem: card.subsystem, place: card.place };
    const spot = `${device ?? ''}\n${card.subsystem}\n${card.place}`;
    if (!onNow.has(spot)) onNow.set(spot, marker(subject, now)[0]?.number);
    return onNow.get(spot) ?? marker(subject, card.reportedAt)[0]?.number;
  };
  return { of, ofKept: (one: Told) => (holds ? one.card.plannedWork : of(one)) };
}

function newBoard(now: Instant): KeptBoard {
  return { epoch: `${now.toString(36)}/${++boards}`, step: 0, cards: new Map(), gone: new Map(), marks: { works: '', at: now } };
}

/** The step an earlier answer stood at; undefined when it is not of this board. */
function stepOf({ epoch, step }: KeptBoard, known: string | undefined): number | undefined {
  if (known === undefined || !known.startsWith(`${epoch}/`)) return undefined;
  const told = Number(known.slice(epoch.length + 1));
  return Number.isInteger(told) && told >= 0 && told <= step ? told : undefined;
}
