import { desc, eq, min, ne, or } from 'drizzle-orm';
import { unsettledCounts } from '../../shared/handover/content';
import { type HandoverLine, type HandoverVersion, type HandoverView, leaderRoles } from '../../shared/handover/contract';
import { draftedBefore, minutesLate } from '../../shared/handover/limits';
import type { AlteredRecord } from '../../shared/journal/contract';
import type { Shift } from '../../shared/roster/shift';
import type { Instant } from '../../shared/time';
import { allAccounts } from '../accounts';
import type { Context, SignedContext } from '../handler';
import type { Readable } from '../journal/reading';
import { shiftAfter, shiftAt, shiftBefore, shiftByKey } from '../roster';
import { letterOf } from '../unit';
import { draftOf, openSealed, seenOf } from './draft';
import { isIntact } from './frozen';
import { type HandoverState, type Signed, untouched, type VersionState } from './handover-state';
import { handoverTable } from './projection';
import { expectedAt, type Place } from './standing';
import { contestants, phaseOf, standingVersion, takenOverAt, unansweredItems } from './versions';

export function handoverOf({ db }: Pick<Context, 'db'>, shiftId: string): HandoverState {
  return db.select({ doc: handoverTable.doc }).from(handoverTable).where(eq(handoverTable.id, shiftId)).get()?.doc ?? untouched;
}

/**
 * The shift whose handover is to be done now: the one before, as long as nobody has taken it over, else the one on watch.
 * What was left unsigned longer ago stays in the list as such. A shift nobody rostered or wrote anything of is not asked for.
 */
export function dueShift(context: Context): Shift {
  const current = shiftAt(context, context.now);
  const before = shiftBefore(context, current);
  const state = handoverOf(context, before.id);
  const owed = (wasRosteredInTime(before) || state !== untouched) && takenOverAt(standingVersion(state)) === undefined;
  return owed ? before : current;
}

export function viewOf(context: SignedContext, shift: Shift): HandoverView {
  const state = handoverOf(context, shift.id);
  const next = shiftAfter(context, shift);
  const standing = standingVersion(state);
  const draft = standing?.signed?.content ?? draftOf(context, shift, state);
  const sealed = openSealed(context.db);
  const isLeader = context.officer.roles.some((role) => (leaderRoles as readonly string[]).includes(role));
  const settled = state.settlements.at(-1);
  return {
    shift,
    next,
    phase: phaseOf(standing),
    content: draft,
    seen: seenOf(draft),
    sealed: isLeader
      ? sealed.map(({ id, doc }) => ({
          id,
          text: doc.text,
          author: doc.author,
          at: doc.at,
          ...(doc.due === undefined ? {} : { due: doc.due }),
        }))
      : [],
    sealedCount: sealed.length,
    ...(standing ? { version: versionShown(context, standing) } : {}),
    others: state.versions.filter(({ id }) => id !== standing?.id).map((version) => versionShown(context, version)),
    contested: contestants(state).length > 0,
    ...(settled
      ? { settled: { by: settled.signature.name, at: settled.signature.at, reason: settled.reason, stands: settled.stands } }
      : {}),
    prolonged: state.prolonged.map(({ by, at, reason, until }) => ({ by, at, reason, ...(until === undefined ? {} : { until }) })),
    told: state.told.map(({ leader, means, by, at }) => ({ leader, means, by, at })),
    ...(state.overdueNotedAt === undefined ? {} : { overdueNotedAt: state.overdueNotedAt }),
    expected: {
      outgoing: expectedSigners(context, 'outgoing', shift, next),
      incoming: expectedSigners(context, 'incoming', shift, next),
      leader: expectedSigners(context, 'leader', shift, next),
    },
    unanswered: standing?.signed ? unansweredItems(standing) : [],
    unsettledCounts: unsettledCounts(draft.counts).map(({ name }) => name),
  };
}

function expectedSigners(context: Context, place: Place, shift: Shift, next: Shift): HandoverView['expected']['outgoing'] {
  const accounts = allAccounts(context.db).filter(({ disabled }) => !disabled);
  return expectedAt(place, shift, next).map(({ id, name }) => {
    const login = id === undefined ? undefined : accounts.find(({ personId }) => personId === id)?.login;
    return { name, ...(id === undefined ? {} : { person: id }), ...(login === undefined ? {} : { login }) };
  });
}

function versionShown(context: Context, version: VersionState): HandoverVersion {
  const { signed, incoming, joined, leader, takenBack, corrections, answers } = version;
  const shown = (mark: Signed) => signedShown(context, mark);
  const takenOver = takenOverAt(version);
  const back = takenBack[0];
  return {
    id: version.id,
    letter: signed ? letterOf(context.db, signed.signature.station) : '?',
    phase: phaseOf(version),
    ...(signed ? { content: signed.content, outgoing: shown(signed.signature) } : {}),
    hash: signed?.hash ?? '',
    intact: isIntact(context.journal, version),
    mode: signed?.mode ?? 'ordinary',
    modeReason: signed?.modeReason ?? '',
    incoming: incoming.map((mark) => ({ ...shown(mark), missing: mark.missing, remark: mark.remark })),
    joined: joined.map(shown),
    leader: leader.map((mark) => ({ ...shown(mark), remark: mark.remark })),
    answers: Object.values(answers).map((answer) => ({
      ...answer,
      talk: answer.talk.map(({ by, at, kind, text }) => ({ by, at, kind, text })),
    })),
    minutesLate: signed && takenOver !== undefined ? minutesLate(signed.content.outgoing.end, takenOver) : 0,
    ...(back ? { takenBack: { by: back.by, at: back.at, reason: back.reason } } : {}),
    corrections: corrections.map((mark) => ({ ...shown(mark), item: mark.item, text: mark.text })),
  };
}

function signedShown({ db }: Context, { account, name, person, standing, reason, entry, at, station }: Signed) {
  return { account, name, ...(person === undefined ? {} : { person }), standing, reason, entry, at, letter: letterOf(db, station) };
}

/** A roster that was taken in afterwards makes nobody owe a handover. */
export function wasRosteredInTime({ rosteredAt, end }: Shift): boolean {
  return rosteredAt !== undefined && rosteredAt < end;
}

/** What every screen shows at its top; null while nothing about a handover presses. */
export function dueNow(context: Context) {
  const shift = dueShift(context);
  const state = handoverOf(context, shift.id);
  const standing = standingVersion(state);
  if (context.now >= shift.end - draftedBefore && takenOverAt(standing) === undefined) {
    return {
      key: shift.key,
      name: shift.name,
      end: shift.end,
      phase: phaseOf(standing),
      leaderDue: false,
      contested: contestants(state).length > 0,
      items: standing?.signed?.content.items.length ?? 0,
    };
  }
  return waitingForLeader(context);
}

/** A past handover that still waits for a leader: to sign it, or to settle what two desks contest. The newest first. */
function waitingForLeader({ db }: Context) {
  const doc = db
    .select({ doc: handoverTable.doc })
    .from(handoverTable)
    .where(or(eq(handoverTable.phase, 'takenOver'), eq(handoverTable.contested, 1)))
    .orderBy(desc(handoverTable.shift))
    .limit(1)
    .get()?.doc;
  const standing = doc && standingVersion(doc);
  const content = standing?.signed?.content;
  if (!doc || !content) return null;
  const phase = phaseOf(standing);
  const { key, name, end } = content.outgoing;
  return { key, name, end, phase, leaderDue: phase === 'takenOver', contested: contestants(doc).length > 0, items: content.items.length };
}

/** Shifts newest first from the one that begins before `before`; back to the first that anything is known of. */
export function handoverLines(context: Context, before: Instant, limit: number): { rows: HandoverLine[]; next?: number } {
  const rows: HandoverLine[] = [];
  const first = firstKnown(context);
  let shift = shiftAt(context, Math.min(before - 1, context.now));
  while (rows.length < limit && shift.end > first) {
    rows.push(lineOf(context, shift));
    shift = shiftBefore(context, shift);
  }
  const last = rows.at(-1);
  return { rows, ...(rows.length === limit && last && shift.end > first ? { next: last.start } : {}) };
}

/** Beginning of the first shift that was handed over or begun; before it the list is empty. */
function firstKnown({ db, zone, now }: Context): Instant {
  const first = db
    .select({ shift: min(handoverTable.shift) })
    .from(handoverTable)
    .where(ne(handoverTable.shift, ''))
    .get()?.shift;
  return (first && shiftByKey({ db, zone }, first)?.start) || now;
}

function lineOf(context: Context, shift: Shift): HandoverLine {
  const state = handoverOf(context, shift.id);
  const standing = standingVersion(state);
  const at = takenOverAt(standing);
  const names = (marks: readonly Signed[]) => marks.map(({ name }) => name).join('、');
  return {
    key: shift.key,
    name: shift.name,
    start: shift.start,
    end: shift.end,
    phase: phaseOf(standing),
    ...(standing?.signed ? { outgoing: standing.signed.signature.name, mode: standing.signed.mode } : {}),
    ...(standing && standing.incoming.length > 0 ? { incoming: names([...standing.incoming, ...standing.joined]) } : {}),
    ...(standing && standing.leader.length > 0 ? { leader: names(standing.leader) } : {}),
    ...(at === undefined ? {} : { takenOverAt: at }),
    minutesLate: at === undefined ? 0 : minutesLate(shift.end, at),
    items: standing?.signed?.content.items.length ?? 0,
    corrections: standing?.corrections.length ?? 0,
    contested: contestants(state).length > 0,
    intact: state.versions.every((version) => isIntact(context.journal, version)),
  };
}

/** Signed handovers that are no longer what was signed, named by their shift. */
export function alteredHandovers({ db, journal }: { db: Context['db']; journal: Readable }): AlteredRecord[] {
  return db
    .select({ id: handoverTable.id, shift: handoverTable.shift, doc: handoverTable.doc })
    .from(handoverTable)
    .all()
    .filter(({ doc }) => doc.versions.some((version) => !isIntact(journal, version)))
    .map(({ id, shift, doc }) => ({ stream: `handover:${id}`, about: namedShift(doc) ?? shift }));
}

function namedShift({ versions }: HandoverState): string | undefined {
  const watch = versions.find(({ signed }) => signed !== undefined)?.signed?.content.outgoing;
  return watch && `${watch.date} ${watch.name}`;
}
