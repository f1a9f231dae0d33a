import { isAhead } from '../../shared/duty-log/late';
import type { EventDraft } from '../../shared/event';
import type { plannedWork as contract, ScopeInput } from '../../shared/planned-work/contract';
import {
  plannedWorkCancelled,
  plannedWorkEndChanged,
  plannedWorkHung,
  plannedWorkNoted,
  plannedWorkSettled,
  plannedWorkTakenDown,
  type WorkScope,
} from '../../shared/planned-work/events';
import { startTolerance } from '../../shared/planned-work/limits';
import { type Instant, yearIn } from '../../shared/time';
import type { Raw } from '../database/open';
import { deviceById, placedDevices } from '../devices';
import { append, type CommandHandler, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { letterOf } from '../unit';
import { bearingOf, DeviceTree } from './bearing';
import { plannedWorkOn } from './marks';
import { listWorks, workById, workRecord } from './read';
import { type Standing, standingOf, turnsInForce, type Work } from './work';

interface Found {
  work: Work;
  standing: Standing;
  author: string;
  /** The statements a further one replaces. */
  replaces: string[];
}

/** A step of a work whose hanging is known here; `whileStanding` refuses it once the tag was taken down or cancelled. */
function step<I extends { id: string }>(
  whileStanding: boolean,
  decide: (input: I, found: Found, context: SignedContext) => EventDraft | Refused,
): CommandHandler<I, null> {
  return (input, context) => {
    const work = workById(context.raw, input.id);
    if (!work?.hanging) return refuse('notFound');
    const standing = standingOf(work);
    const { outcome } = standing;
    if (whileStanding && outcome !== 'standing') return refuse('notStanding', { number: work.hanging.number, outcome });
    const replaces = turnsInForce(work)
      .map(({ entry }) => entry)
      .slice(-100);
    const decided = decide(input, { work, standing, author: context.officer.name, replaces }, context);
    return 'refusal' in decided ? decided : append(decided);
  };
}

/** The names of what is worked on, as the register has them now. Refusal: `deviceNotFound`, for retired ones as well. */
function scopeOf(raw: Raw, scope: ScopeInput): WorkScope | Refused {
  if (scope.kind !== 'devices') return scope;
  const devices = [];
  for (const id of new Set(scope.devices)) {
    const device = deviceById(raw, id);
    if (!device || device.retired || device.name === '') return refuse('deviceNotFound', { name: device?.name ?? '' });
    devices.push({ id, code: device.code, name: device.name });
  }
  return { kind: 'devices', devices, takesDownBelow: scope.takesDownBelow };
}

/** A planned end lies after the beginning, and ahead. */
function barredEnd(end: Instant, starts: Instant, now: Instant): Refused | undefined {
  if (end <= starts) return refuse('endNotAfterStart', { end, starts });
  return end <= now ? refuse('endInPast', { end }) : undefined;
}

/** Planned work: tags hung, prolonged, taken down; every step stays on record. */
export const plannedWorkHandlers: HandlersOf<typeof contract> = {
  hang: ({ scope: asked, starts: begins, ...facts }, context) => {
    const { now, zone, db, raw, journal, officer } = context;
    const scope = scopeOf(raw, asked);
    if ('refusal' in scope) return scope;
    const starts = begins ?? now;
    if (starts < now - startTolerance) return refuse('startsInPast', { at: starts });
    const barred = barredEnd(facts.end, starts, now);
    if (barred) return barred;
    const id = context.newId();
    const number = nextNumber(raw, 'planned_works', letterOf(db, journal.station), yearIn(zone, now));
    return append(plannedWorkHung(id, { ...facts, scope, starts, number, author: officer.name }), { id, number });
  },
  changeEnd: step(true, ({ id, end, reason }, { standing, author, replaces }, { now }) => {
    const barred = barredEnd(end, standing.starts, now);
    if (barred) return barred;
    if (end === standing.end && standing.sides.length === 0) return refuse('endUnchanged', { end });
    return plannedWorkEndChanged(id, { author, end, former: standing.end, reason, replaces });
  }),
  note: step(false, ({ id, note }, { author }) => plannedWorkNoted(id, { author, note })),
  takeDown: step(true, ({ id, restored, note, happenedAt }, { standing, author, replaces }, { now }) => {
    const { starts, end } = standing;
    if (now < starts) return refuse('notBegun', { starts });
    const at = happenedAt ?? now;
    if (isAhead(at, now)) return refuse('timeInFuture', { at });
    if (at < starts) return refuse('timeBeforeStart', { at, starts });
    return plannedWorkTakenDown(id, { author, restored, note, happenedAt: at, end, replaces });
  }),
  cancel: step(true, ({ id, reason }, { standing: { starts, end }, author, replaces }, { now }) =>
    now < starts ? plannedWorkCancelled(id, { author, reason, end, replaces }) : refuse('alreadyBegun', { starts }),
  ),
  settle: step(false, ({ id, side, note }, { standing: { sides }, author, replaces }) => {
    if (sides.length === 0) return refuse('nothingContested');
    const right = sides.find(({ entry }) => entry === side);
    if (!right) return refuse('notASide');
    const { outcome, end, restored = null, endedAt = null } = right;
    return plannedWorkSettled(id, { author, note, side, outcome, end, restored, endedAt, replaces });
  }),
  list: (filter, { raw, now }) => listWorks(raw, filter, now),
  one: ({ id }, { db, raw }) => workRecord(db, raw, id) ?? { refusal: { code: 'notFound' } },
  on: ({ at, ...subject }, { raw, now }) => plannedWorkOn(raw, subject, at ?? now),
  reach: ({ scope: asked, subsystem }, { raw }) => {
    const tree = new DeviceTree(placedDevices(raw));
    const scope: WorkScope =
      asked.kind === 'devices'
        ? { ...asked, devices: asked.devices.flatMap((id) => tree.device(id) ?? []).map(({ id, name }) => ({ id, name })) }
        : asked;
    const reached = { named: 0, below: 0 };
    for (const { id, retired } of tree.devices) {
      const bearing = retired ? undefined : bearingOf({ scope, subsystem }, { device: id }, tree);
      if (bearing) reached[bearing.by === 'upstream' ? 'below' : 'named']++;
    }
    return reached;
  },
  areas: (_, { raw }) => [...new Set(placedDevices(raw).flatMap(({ area, retired }) => (retired || area === '' ? [] : [area])))].toSorted(),
};
