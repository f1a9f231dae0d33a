import type { Proposal } from '../../shared/faults/proposals';
import { type Candidate, ranked } from '../../shared/faults/proposing';
import { isSamePerson, type PersonReference } from '../../shared/references';
import { shiftAt } from '../roster';
import { attendanceOf } from '../attendance';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { deviceById } from '../devices';
import type { Context } from '../handler';
import { allPeople, type StoredPerson } from '../people';
import { profileOf, today } from './profile-of-fault';
import { faultById } from './read';

/** States in which a fault is in the hands of whoever was sent. */
const inHand = ['dispatched', 'acknowledged', 'onSite', 'diagnosed', 'waiting'];

/** Who could be sent to a fault; undefined when there is no such fault. */
export function proposalsFor(context: Context, id: string): Proposal[] | undefined {
  const { db, raw } = context;
  const fault = faultById(raw, id);
  if (!fault) return undefined;
  const profile = profileOf(context, fault) ?? { tiers: [] };
  const device = fault.intake?.device?.id === undefined ? undefined : deviceById(raw, fault.intake.device.id);
  const watch = attendanceOf(context, shiftAt(context, context.now)).people;
  const people = allPeople(db).filter(({ left }) => left === undefined);
  const loadOf = loads(raw, id, people);
  const candidates = people.map((one): Candidate => {
    const person: PersonReference = { id: one.id, name: one.name, ...(one.phone ? { phone: one.phone } : {}) };
    const { post, group, organisation, responsibility, tier, qualifications } = one;
    const presence = watch.find((presence) => isSamePerson(presence.person, person))?.state;
    return { person, post, group, organisation, responsibility, tier, qualifications, load: loadOf(one), presence };
  });
  const order = ranked(
    candidates,
    {
      tier: fault.tier,
      subsystem: fault.intake?.subsystem ?? 'frontEnd',
      area: device?.area ?? '',
      place: device?.place ?? fault.intake?.place ?? '',
      former: fault.formerEngineer,
      sent: fault.engineer,
      today: today(context),
    },
    profile,
  );
  return order.map(({ candidate, tier, duty, former, area, skill }) => ({
    person: candidate.person,
    post: candidate.post,
    group: candidate.group,
    organisation: candidate.organisation,
    tier: profile.tiers.find(({ code }) => code === tier)?.name,
    duty,
    former,
    area,
    skill,
    load: candidate.load,
  }));
}

/** Faults in hand by name, which is a column; only namesakes are told apart by the record itself. */
function loads(raw: Raw, but: string, people: readonly StoredPerson[]): (person: StoredPerson) => number {
  const states = JSON.stringify(inHand);
  const where = 'open = 1 AND state IN (SELECT value FROM json_each(?)) AND id <> ?';
  const byName = new Map(
    statement<[string, string], { name: string; n: number }>(
      raw,
      `SELECT engineer AS name, count(*) AS n FROM faults WHERE ${where} AND engineer IS NOT NULL GROUP BY engineer`,
    )
      .all(states, but)
      .map(({ name, n }) => [name, n]),
  );
  const ownOf = (name: string, id: string) =>
    statement<[string, string, string, string], number>(
      raw,
      `SELECT count(*) FROM faults WHERE ${where} AND engineer = ? AND doc ->> '$.engineer.id' = ?`,
    )
      .pluck()
      .get(states, but, name, id) ?? 0;
  return ({ id, name }) => {
    const all = byName.get(name) ?? 0;
    return all > 0 && people.some((other) => other.name === name && other.id !== id) ? ownOf(name, id) : all;
  };
}
