// One generator per command. A new slice adds its lines here: tests/stations/exchange.test.ts says which are missing.
import { breachCauses, waitingReasons, faultSources, priorities, satisfactions } from '../../src/shared/faults/intake';
import { type FaultVerb, transitions } from '../../src/shared/faults/states';
import { subsystems, importances } from '../../src/shared/devices/facts';
import { matterKinds } from '../../src/shared/matters/kinds';
import { matterLevels } from '../../src/shared/matters/level';
import { means } from '../../src/shared/matters/means';
import { toldRoles } from '../../src/shared/reports/contents';
import { logKinds } from '../../src/shared/duty-log/kinds';
import { dateAfter, shippedPatterns, slotAt, twoShifts } from '../../src/shared/roster/pattern';
import { planRuns } from '../../src/shared/plan-runs/contract';
import { deskRoles } from '../../src/shared/roles';
import type { Context } from '../../src/station/handler';
import { draftOf, seenOf } from '../../src/station/handover/draft';
import type { HandoverState } from '../../src/station/handover/handover-state';
import { handoverOf } from '../../src/station/handover/read';
import { shiftAt, shiftByKey } from '../../src/station/roster';
import { warningKinds, warningLevels, warningOrigins } from '../../src/shared/warnings/levels';
import { dateIn, day, hour, minute } from '../../src/shared/time';
import { permissionMeans } from '../../src/shared/attendance/rules';
import { derivedId } from '../../src/station/random';
import { keptProfiles, profilesInUse } from '../../src/station/service-profiles/read';
import type { Fault } from '../../src/station/faults/fault';
import { timesOf } from '../../src/station/faults/times';
import { dueNow } from '../../src/station/warnings/alarms';
import { isBroken } from '../../src/shared/service-requests/limits';
import { possibleSteps } from '../../src/shared/service-requests/steps';
import { demandedDuties, periodsDue } from '../../src/station/periodic-duties/demanded';
import { type ReadRequest, requestReader } from '../../src/station/service-requests/reading';
import { requestById } from '../../src/station/service-requests/read';
import { keptPlans } from '../../src/station/plans/read';
import { shippedProfiles } from '../../src/station/service-profiles/shipped';
import type { Station } from '../../src/station/station';
import type { Chance } from './chance';
import { resources } from './resources';
import { smallPlan } from './small-plan';

const tiersOfVideo = ['field', 'specialist', 'vendor'] as const;

/** Who asks: the officer of the desk, or one of the three administrators. */
export type Asker = 'officer' | 'sysAdmin' | 'secAdmin' | 'auditAdmin';

export interface World {
  chance: Chance;
  station: Station;
  now: number;
}

export interface RandomCommand {
  as: Asker;
  input(world: World): unknown;
  /** Whether there is something to do it to; always when not given. */
  ready?(world: World): boolean;
  /** How often, beside the others; 1 when not given. */
  weight?: number;
}

const names = ['张三', '李四', '王五', '欧阳静', '赵六', 'Li Lei', '司马光'];
const phones = ['19000000001', '19000000002', '0431-5550101', '19000000003', '110'];
const places = ['人民路与建设街交叉口', '东城区学府街', '指挥中心三楼机房', '高速口', 'K12+300'];
const texts = [
  '画面黑屏',
  '来电询问设备情况，已答复',
  '雨雪天气，加强值班',
  '网络中断约5分钟后恢复',
  '球机 预置位偏移\n已复位',
  'UPS 告警😀',
];
const short = ['误报', '再次核实', '领导要求', '重复登记', '情况有变'];
const oneLine = texts.map((text) => text.replace('\n', ' '));

const nobody = '019a0000-0000-7000-8000-000000000000';

/** An id of that table on this station, now and then one that nobody has. */
function idIn({ station, chance }: World, table: string, where = 'true'): string {
  const ids = station.journal.raw.prepare<[], string>(`SELECT id FROM "${table}" WHERE ${where} ORDER BY id`).pluck().all();
  return ids.length === 0 || chance.sometimes(0.02) ? nobody : chance.pick(ids);
}

function isAny({ station }: World, table: string, where: string): boolean {
  return station.journal.raw.prepare(`SELECT 1 FROM "${table}" WHERE ${where} LIMIT 1`).get() !== undefined;
}

const maybe = <K extends string, V>({ chance }: World, key: K, value: V): { [P in K]?: V } =>
  (chance.sometimes(0.5) ? { [key]: value } : {}) as { [P in K]?: V };

const person = (world: World) => ({
  name: world.chance.pick(names),
  ...maybe(world, 'phone', world.chance.pick(phones)),
  ...(world.chance.sometimes(0.3) ? { id: idIn(world, 'people') } : {}),
});
const device = (world: World) => ({
  name: `${world.chance.pick(places)}球机`,
  ...(world.chance.sometimes(0.4) ? { id: idIn(world, 'devices') } : {}),
});
const earlier = ({ now, chance }: World) => now - chance.between(0, 3) * chance.between(0, day);

const logFields = (world: World) => ({
  ...maybe(world, 'occurredAt', earlier(world)),
  ...maybe(world, 'kind', world.chance.pick(logKinds)),
  ...maybe(world, 'caller', world.chance.sometimes(0.3) ? null : person(world)),
  ...maybe(world, 'persons', [person(world)]),
  ...maybe(world, 'places', world.chance.some(places, 3)),
  ...maybe(world, 'devices', [device(world)]),
  ...maybe(world, 'text', world.chance.pick(texts)),
});
const logEntry = (world: World) => ({ id: idIn(world, 'log_entries') });

const standsWhere = (verb: FaultVerb) => (verb === 'settle' ? 'contested' : `state IN ('${transitions[verb].from.join("', '")}')`);

/** Most often a fault that this step is possible for, as the desk sees it. */
const step = (world: World, verb: FaultVerb) => ({
  id: idIn(world, 'faults', world.chance.sometimes(0.1) ? 'true' : standsWhere(verb)),
  ...(world.chance.sometimes(0.2) ? { happenedAt: world.now - world.chance.between(0, hour) } : {}),
  ...maybe(world, 'note', world.chance.pick(texts)),
});

const newDevice = (world: World) => ({
  code: `${world.chance.between(1, 400)}`.padStart(12, '0'),
  name: `${world.chance.pick(places)}球机`,
  type: world.chance.pick(['球机', '枪机', '交换机']),
  subsystem: world.chance.pick(subsystems),
  ...maybe(world, 'area', world.chance.pick(places)),
  ...maybe(world, 'importance', world.chance.pick(importances)),
  ...maybe(world, 'ip', `192.0.2.${world.chance.between(1, 254)}`),
  ...maybe(world, 'port', world.chance.between(1, 65_535)),
  ...maybe(world, 'maker', world.chance.pick(oneLine)),
  ...maybe(world, 'inServiceSince', `2024-0${world.chance.between(1, 9)}-11`),
});
/** A small list; now and then with a row that cannot come in, or devices that are to go. */
const deviceList = (world: World) => {
  const rows = [newDevice(world), newDevice(world)].map(({ code, name, type }) =>
    [code, name, type, world.chance.sometimes(0.2) ? '' : 'network', world.chance.pick(['枪机甲', ''])].join(),
  );
  const retire = world.chance.sometimes(0.2) ? [idIn(world, 'devices', 'retired = 0')] : [];
  return {
    name: '台账.csv',
    content: Buffer.from(['设备编码,设备名称,类型,子系统,上联设备', ...rows].join('\n')).toString('base64'),
    mends: [2, 3].map((row) => ({ key: `0:${row}`, field: 'upstream', value: '核心' })),
    ...maybe(world, 'retire', retire),
    ...maybe(world, 'reason', world.chance.pick(oneLine)),
  };
};
const newPerson = (world: World) => ({
  name: `${world.chance.pick(names)}`,
  phone: `190${String(world.chance.between(0, 99)).padStart(8, '0')}`,
  ...maybe(world, 'post', world.chance.pick(['值班员', '带班领导', '工程师'])),
  ...maybe(world, 'group', world.chance.pick(['一组', '二组'])),
  ...maybe(world, 'qualifications', [{ name: '电工证', expires: '2027-07-03' }]),
});
const gone = `json_extract(doc, '$.left') IS NOT NULL`;
const date = ({ chance }: World) => `2026-${String(chance.between(1, 12)).padStart(2, '0')}-15`;

const reason = ({ chance }: World) => chance.pick(short);
/** Only accounts that the play goes on without. */
const account = (world: World) => ({ id: idIn(world, 'accounts', "login LIKE 'guest-%'") });

/** Of the days around now, so that both desks meet on one shift. */
const shiftKey = ({ now, chance }: World) =>
  `${dateAfter(dateIn('Asia/Shanghai', now), chance.between(-1, 2))}/${chance.pick(['day', 'night'])}`;
const registered = (world: World) => ({ id: idIn(world, 'people') });
/** Mostly people of the register: only they can change shifts. */
const watcher = (world: World) => {
  const row = world.chance.sometimes(0.9)
    ? world.station.journal.raw
        .prepare<[string], { id: string; name: string }>("SELECT id, name FROM people WHERE id = ? AND name <> ''")
        .get(idIn(world, 'people'))
    : undefined;
  return row ?? { name: world.chance.pick(names) };
};
const distinct = (people: { name: string }[]) => people.filter(({ name }, i) => people.findIndex((other) => other.name === name) === i);
const assignment = (world: World, key: string) => ({
  key,
  leader: world.chance.sometimes(0.2) ? null : watcher(world),
  officers: distinct([watcher(world), watcher(world), watcher(world)]),
  open: world.chance.between(0, 1),
});
/** A request for people who stand a shift as this desk sees it, or for anybody. */
const change = (world: World) => {
  const { chance, now } = world;
  const kind = chance.pick(['leave', 'leave', 'swap', 'standIn']);
  const asked = { kind, person: registered(world), reason: chance.pick(short) };
  if (kind === 'leave') {
    const from = now + chance.between(-1, 2) * day;
    return { ...asked, from, until: from + chance.between(1, 3) * day, ...maybe(world, 'standIn', registered(world)) };
  }
  const rows = world.station.journal.raw
    .prepare<[number], { key: string; person: string }>(
      `SELECT date || '/' || json_extract(doc, '$.roster.shift') AS key, json_extract(officer.value, '$.id') AS person
       FROM shifts, json_each(doc, '$.roster.officers') AS officer WHERE ends > ? AND person IS NOT NULL ORDER BY 1, 2`,
    )
    .all(now);
  const [given, taken] = [chance.pick(rows), chance.pick(rows)];
  const key = given?.key ?? shiftKey(world);
  const person = given ? { id: given.person } : asked.person;
  if (kind === 'standIn') return { ...asked, person, shift: key, standIn: registered(world) };
  return { ...asked, person, shift: key, standIn: { id: taken?.person ?? nobody }, standInShift: taken?.key ?? shiftKey(world) };
};
const officersPeople = "(SELECT json_extract(doc, '$.personId') FROM accounts WHERE login LIKE 'officer-%')";
const changeStep = (where: string, more?: (world: World) => object, weight = 2): RandomCommand => ({
  as: 'officer',
  weight,
  ready: (world) => isAny(world, 'shift_changes', where),
  input: (world) => ({ id: idIn(world, 'shift_changes', world.chance.sometimes(0.1) ? 'true' : where), ...more?.(world) }),
});
/** The shift of now, as the usual pattern has it. */
const shiftNow = ({ now }: World) => slotAt(twoShifts, 'Asia/Shanghai', now).key;
const officers = "login LIKE 'officer-%'";
/** An officer of either desk, now and then mistyped. */
const signer = ({ station, chance }: World) => ({
  login: chance.pick(station.journal.raw.prepare<[], string>(`SELECT login FROM accounts WHERE ${officers} ORDER BY login`).pluck().all()),
  password: chance.sometimes(0.03) ? 'falsch' : 'Zhiban-2027',
});
const anOfficer = ({ station, chance }: World) => {
  const { name, id } = chance.pick(
    station.journal.raw
      .prepare<[], { name: string; id: string | null }>(
        `SELECT doc ->> '$.name' AS name, doc ->> '$.personId' AS id FROM accounts WHERE ${officers} ORDER BY login`,
      )
      .all(),
  );
  return id === null ? { name } : { id, name };
};
/** Lines on record of the shift of now. */
const attendanceLines = (world: World): string[] =>
  world.station.journal.raw
    .prepare<[string], string>(`SELECT line.value ->> '$.entry' FROM attendance, json_each(doc, '$.records') line WHERE attendance.id = ?`)
    .pluck()
    .all(derivedId(`shift/${shiftNow(world)}`));

/** A profile that ships, or one that was made of it, with another number now and then. */
const profileEdited = ({ station, chance }: World) => {
  const kept = keptProfiles(station.journal.raw).flatMap(({ versions }) => versions);
  const { version, profile } = chance.pick([...shippedProfiles(resources), ...kept, ...kept.slice(-3)]);
  const code = chance.sometimes(0.3) && profile.code === 'P0' ? `X${chance.between(1, 3)}` : profile.code;
  const telling = { ...profile.telling, every: `${chance.between(5, 20)}min` };
  // What is read as a whole and never folded into need not be long here.
  const short = { services: [], duties: [], goals: [], handling: [] };
  return { profile: { ...profile, ...short, code, telling }, ...(chance.sometimes(0.9) ? { basedOn: version } : {}) };
};
const profileKnown = ({ station, chance }: World) => {
  const kept = keptProfiles(station.journal.raw).flatMap(({ code, versions }) => versions.map(({ version }) => ({ code, version })));
  return chance.pick([...shippedProfiles(resources).map(({ version, profile }) => ({ code: profile.code, version })), ...kept]);
};

/** What a handler sees of the station, for what reads by way of profiles. */
const seen = ({ station, now }: World) => ({ raw: station.journal.raw, db: station.journal.db, resources, zone: 'Asia/Shanghai', now });
/** A kind of service of a profile that is in use at this desk. */
function serviceInUse(world: World) {
  const offered = profilesInUse({ raw: world.station.journal.raw, resources }).flatMap(({ profile }) =>
    profile.services.map((service) => ({ profile, service })),
  );
  return offered.length === 0 ? undefined : world.chance.pick(offered);
}
/** A request as the station reads it, most often one of these. */
function requestRead(world: World, where: string): { id: string; one?: ReadRequest } {
  const id = idIn(world, 'service_requests', world.chance.sometimes(0.05) ? 'true' : where);
  const request = requestById(world.station.journal.raw, id);
  return request ? { id, one: requestReader(seen(world)).read(request) } : { id };
}
/** Every limit of a request that was not kept, as this desk sees it. */
function brokenLimits(world: World): { id: string; phase: number; limit: string; dueAt: number }[] {
  const { raw } = world.station.journal;
  const ids = raw.prepare<[], string>("SELECT id FROM service_requests WHERE number <> '' ORDER BY id").pluck().all();
  const { read } = requestReader(seen(world));
  return ids.flatMap((id) => {
    const request = requestById(raw, id);
    const limits = request ? read(request).limits : [];
    return limits.filter((limit) => isBroken(limit, world.now)).map(({ phase, limit, dueAt }) => ({ id, phase, limit, dueAt }));
  });
}
const requestStep = (where: string, more: (world: World) => object, weight = 1): RandomCommand => ({
  as: 'officer',
  weight,
  ready: (world) => isAny(world, 'service_requests', where),
  input: (world) => ({ id: idIn(world, 'service_requests', world.chance.sometimes(0.05) ? 'true' : where), ...more(world) }),
});
/** A period of a duty that a contract in use here demands, of now or still in time. */
const dutyNow = (world: World) => {
  const demanded = demandedDuties(seen(world));
  if (demanded.length === 0) return { profile: 'P0', duty: 'none', period: '2026-11-22/1day' };
  const one = world.chance.pick(demanded);
  const { profile, duty } = one;
  return { profile, duty: duty.code, period: world.chance.pick(periodsDue(one, seen(world))).key };
};
const anyDuty = (world: World) => demandedDuties(seen(world)).length > 0;

const almostClosed = `state IN ('verified', 'confirmed')`;

/** A new plan, or the newest version of one there with another number; now and then edited from an older one. */
const planEdited = ({ station, chance }: World) => {
  const kept = keptPlans(station.journal.raw).filter(({ versions }) => versions.length > 0);
  const plan = chance.sometimes(0.5) && kept.length > 0 ? chance.pick(kept) : undefined;
  const from = plan && (chance.sometimes(0.9) ? plan.versions.at(-1) : chance.pick(plan.versions));
  const template = from?.template ?? smallPlan({ code: `plan${chance.between(1, 4)}` });
  return {
    template: { ...template, reviewEveryMonths: chance.between(1, 24) },
    ...(from ? { basedOn: from.version } : {}),
  };
};
/** A version of a plan that is on record, most often one that nobody decided on, or that was approved. */
const planVersionOf = ({ station, chance }: World, wanted: 'new' | 'approved') => {
  const all = keptPlans(station.journal.raw).flatMap(({ code, versions, decisions }) =>
    versions.map(({ version }) => ({ code, version, said: decisions.filter((one) => one.version === version).map(({ what }) => what) })),
  );
  const fit = all.filter(({ said }) => (wanted === 'new' ? said.length === 0 : said.includes('approved')));
  const among = fit.length > 0 && chance.sometimes(0.9) ? fit : all;
  const { code, version } = among.length === 0 ? { code: 'plan1', version: nobody } : chance.pick(among);
  return { code, version };
};
const planThere = (world: World) => isAny(world, 'plans', "code <> ''");
const planCode = ({ station, chance }: World) => {
  const published = keptPlans(station.journal.raw).filter(({ decisions }) => decisions.some(({ what }) => what === 'published'));
  return published.length > 0 ? chance.pick(published.map(({ code }) => code || 'plan1')) : `plan${chance.between(1, 4)}`;
};
/** Somebody at the desk, as often as not who did not write it. */
const planDecider = ({ station, chance }: World) => ({
  login: chance.pick(
    station.journal.raw
      .prepare<[], string>("SELECT login FROM accounts WHERE login LIKE 'leader-%' OR login LIKE 'officer-%' ORDER BY login")
      .pluck()
      .all(),
  ),
  password: chance.sometimes(0.03) ? 'falsch' : 'Zhiban-2027',
});

/** A class of a profile that is in use at this desk. */
function bornUnder({ chance, station }: World): { profile: string; class: string } {
  const { profile } = chance.pick(profilesInUse({ raw: station.journal.raw, resources }));
  return { profile: profile.code, class: chance.pick(profile.classes).code };
}

/** Clocks, guide and breaches of a fault as the station works them out. */
function faultTimes({ station, now }: World, id: string) {
  const { raw, db } = station.journal;
  const doc = raw.prepare<[string], string>('SELECT doc FROM faults WHERE id = ?').pluck().get(id);
  if (doc === undefined) return undefined;
  const fault = JSON.parse(doc) as Fault;
  return { fault, ...timesOf({ db, raw, resources, zone: 'Asia/Shanghai', now }, fault) };
}

/** A limit of the fault that was not kept and that nobody has explained yet; any clock where there is none. */
function unexplained(world: World, id: string): { clock: string; round: number } {
  const times = faultTimes(world, id);
  const open = times?.clocks.find(
    ({ clock, round, late }) =>
      late && !times.fault.timeline.some((moment) => moment.verb === 'explain' && moment.clock === clock && moment.round === round),
  );
  return { clock: open?.clock ?? world.chance.pick(['repair', 'onSite', 'answer']), round: open?.round ?? 1 };
}

/** A step that the profile demands and that nobody has taken yet; any where there is none. */
function openStep(world: World, id: string): string {
  const open = faultTimes(world, id)?.guide.find(({ needed, standing }) => needed && standing === 'open');
  return open?.step ?? world.chance.pick(['tellLeadingGroup', 'callRepair']);
}

/** What random play reports belongs to the first profile: were another one usual, few faults would get far. */
const seldomAnother = (world: World) => (world.chance.sometimes(0.8) ? 'X1' : profileKnown(world).code);

/** What is said beside a fault's way is tried less often, so that faults get far. */
const faultStep = (verb: FaultVerb, more?: (world: World) => object, weight = transitions[verb].beside ? 0.4 : 1): RandomCommand => ({
  as: 'officer',
  weight,
  ready: (world) => isAny(world, 'faults', standsWhere(verb)),
  input: (world) => ({ ...step(world, verb), ...more?.(world) }),
});

/** The shift of now, or one near it. */
const watchKey = ({ station, chance, now }: World) =>
  shiftAt({ db: station.journal.db, zone: 'Asia/Shanghai' }, now - chance.pick([0, 0, 0, 12]) * hour).key;
const seenAt = ({ station, now }: World, key: string): string => {
  const { journal } = station;
  const context = { db: journal.db, raw: journal.raw, journal, resources, zone: 'Asia/Shanghai', now } as unknown as Context;
  const shift = shiftByKey(context, key);
  return shift ? seenOf(draftOf(context, shift, handoverOf(context, shift.id))) : '';
};
/** One of several whose passwords the play knows; now and then a wrong one. */
const handoverSigner = ({ chance }: World) => ({
  login: chance.pick(['officer-a', 'officer-b', 'leader-a', 'leader-b']),
  password: chance.sometimes(0.05) ? 'falsch' : 'Zhiban-2027',
});
const hasQuestion = `doc LIKE '%"answer":"question"%'`;
const isSigned = (world: World) => isAny(world, 'handovers', 'doc LIKE \'%"signed":%\'');
/** A handover that was signed once, as far as it has come. */
const signed = (world: World, where = 'doc LIKE \'%"signed":%\'') => {
  const docs = world.station.journal.raw.prepare<[], string>(`SELECT doc FROM handovers WHERE ${where} ORDER BY id`).pluck().all();
  const state = docs.length === 0 ? undefined : (JSON.parse(world.chance.pick(docs)) as HandoverState);
  const version = state?.versions.length ? world.chance.pick(state.versions) : undefined;
  const items = version?.signed?.content.items.map(({ key }) => key) ?? [];
  const questions = Object.values(version?.answers ?? {}).flatMap(({ item, answer }) => (answer === 'question' ? [item] : []));
  const account = version?.signed?.signature.account ?? '';
  const by = world.station.journal.raw.prepare<[string], string>('SELECT login FROM accounts WHERE id = ?').pluck().get(account);
  return { shift: state?.shift ?? watchKey(world), version: version?.id ?? nobody, items, questions, by };
};
const signing = (world: World) => {
  const { shift, version } = signed(world);
  return { shift, version, reason: reason(world), signer: handoverSigner(world) };
};
const matter = (world: World, where: string) => ({ id: idIn(world, 'matters', world.chance.sometimes(0.1) ? 'true' : where) });
const matterStep = (where: string, more: (world: World) => object, weight = 1): RandomCommand => ({
  as: 'officer',
  weight,
  ready: (world) => isAny(world, 'matters', where),
  input: (world) => ({ ...matter(world, where), ...more(world) }),
});
const inForce = "outcome = 'inForce'";
const warningContents = (world: World) => ({
  origin: world.chance.pick(warningOrigins),
  source: world.chance.pick(oneLine),
  what: world.chance.pick(texts),
  ...maybe(world, 'area', world.chance.pick(places)),
  ...maybe(world, 'until', world.now + world.chance.between(1, 30) * hour),
  ...maybe(world, 'measures', world.chance.pick(texts)),
});
/** Mostly one of the office; whoever is at the desk proves it, or somebody said it by phone. */
const issuer = (world: World) =>
  world.chance.sometimes(0.6)
    ? { how: 'signed', signer: signer(world) }
    : { how: 'phone', account: idIn(world, 'accounts', world.chance.sometimes(0.9) ? officers : 'true') };
const decided = (world: World) => ({ issuer: issuer(world), reason: reason(world) });
const warningStep = (where: string, more: (world: World) => object, weight = 1): RandomCommand => ({
  as: 'officer',
  weight,
  ready: (world) => isAny(world, 'warnings', where),
  input: (world) => ({ id: idIn(world, 'warnings', world.chance.sometimes(0.1) ? 'true' : where), ...more(world) }),
});
const phoneStatement = ({ station, chance }: World, id: string) => {
  const entries = station.journal.raw
    .prepare<[string], string>(
      `SELECT json_extract(value, '$.entry') FROM warnings, json_each(doc, '$.timeline') WHERE warnings.id = ? AND json_extract(value, '$.issuer.how') = 'phone'`,
    )
    .pluck()
    .all(id);
  return entries.length === 0 ? nobody : chance.pick(entries);
};
const orderStep = (more: (world: World) => object, weight = 1): RandomCommand => ({
  as: 'officer',
  weight,
  ready: (world) => isAny(world, 'task_orders', "state <> 'withdrawn'"),
  input: (world) => ({ id: idIn(world, 'task_orders', "state <> 'withdrawn'"), ...more(world) }),
});
/** Of a matter, an entry of its timeline that is of use: a relay to be confirmed, a side to be found right. */
const momentOf = (verbs: string) => (world: World, id: string) => {
  const entries = world.station.journal.raw
    .prepare<[string], string>(
      `SELECT json_extract(value, '$.entry') FROM matters, json_each(doc, '$.timeline') WHERE matters.id = ? AND json_extract(value, '$.verb') IN (${verbs})`,
    )
    .pluck()
    .all(id);
  return entries.length === 0 ? nobody : world.chance.pick(entries);
};
const relayOf = momentOf("'relay'");
const sideOf = momentOf("'finish', 'cancel', 'reopen', 'settle', 'progress'");

const report = (world: World) => ({ id: idIn(world, 'reports', world.chance.sometimes(0.1) ? 'true' : 'open = 1') });
const told = (world: World) => ({
  to: person(world),
  role: world.chance.pick(toldRoles),
  means: world.chance.pick(means),
  ...(world.chance.sometimes(0.3) ? { at: world.now - world.chance.between(0, minute) } : {}),
});
const contents = (world: World) => ({
  time: world.now - world.chance.between(0, hour),
  place: world.chance.pick(places),
  source: world.chance.pick(names),
  nature: world.chance.pick(texts),
  scope: world.chance.pick(oneLine),
  trend: world.chance.pick(oneLine),
  measures: world.chance.pick(texts),
});
const reportStep = (more: (world: World) => object, weight = 1): RandomCommand => ({
  as: 'officer',
  weight,
  ready: (world) => isAny(world, 'reports', 'open = 1'),
  input: (world) => ({ ...report(world), ...more(world) }),
});

const tag = (world: World, where: string) => ({ id: idIn(world, 'planned_works', world.chance.sometimes(0.1) ? 'true' : where) });
const tagStep = (where: (world: World) => string, more: (world: World) => object, weight = 1): RandomCommand => ({
  as: 'officer',
  weight,
  ready: (world) => isAny(world, 'planned_works', where(world)),
  input: (world) => ({ ...tag(world, where(world)), ...more(world) }),
});
const hangs = () => "outcome = 'standing'";
const begun = ({ now }: World) => `outcome = 'standing' AND starts <= ${now}`;
const toCome = ({ now }: World) => `outcome = 'standing' AND starts > ${now}`;
const workScope = (world: World) => {
  const kind = world.chance.pick(['devices', 'devices', 'area', 'place']);
  if (kind === 'area') return { kind, area: world.chance.pick(places) };
  if (kind === 'place') return { kind, place: world.chance.pick(places) };
  return { kind, devices: [idIn(world, 'devices'), idIn(world, 'devices')], takesDownBelow: world.chance.sometimes(0.5) };
};

export const randomCommands: Record<string, RandomCommand> = {
  'accounts.create': {
    as: 'secAdmin',
    input: ({ chance }) => ({
      login: `guest-${chance.between(1, 6)}`,
      name: chance.pick(names),
      roles: [...new Set([chance.pick(deskRoles), chance.pick(deskRoles)])],
      password: 'Linshi-2026',
    }),
  },
  'accounts.grantRoles': {
    as: 'secAdmin',
    input: (world) => ({ ...account(world), roles: [world.chance.pick(deskRoles)], reason: reason(world) }),
  },
  'accounts.resetPassword': {
    as: 'secAdmin',
    input: (world) => ({ ...account(world), password: `Linshi-${world.chance.between(2000, 2999)}` }),
  },
  'accounts.disable': { as: 'secAdmin', input: (world) => ({ ...account(world), reason: reason(world) }) },
  'accounts.enable': { as: 'secAdmin', input: (world) => ({ ...account(world), reason: reason(world) }) },
  'accounts.signIn': {
    as: 'officer',
    weight: 2,
    input: ({ chance }) => ({ login: `guest-${chance.between(1, 6)}`, password: chance.pick(['Linshi-2026', 'falsch']) }),
  },
  'unit.changeSettings': {
    as: 'sysAdmin',
    input: (world) => ({
      ...maybe(world, 'unit', world.chance.pick(['某市公安局指挥中心', '某市公安局'])),
      ...maybe(world, 'idleMinutes', world.chance.between(1, 120)),
      ...maybe(world, 'passwordRules', { minLength: world.chance.between(8, 11), minKinds: world.chance.between(1, 3) }),
    }),
  },
  'drafts.save': { as: 'officer', input: ({ chance }) => ({ key: chance.pick(short), content: chance.pick(texts) }) },
  'drafts.discard': { as: 'officer', input: ({ chance }) => ({ key: chance.pick(short) }) },
  'journal.rebuild': { as: 'sysAdmin', weight: 0.1, input: () => ({}) },

  'devices.register': { as: 'officer', weight: 2, input: newDevice },
  'devices.registerMany': {
    as: 'officer',
    weight: 0.5,
    input: (world) => ({ devices: [newDevice(world), newDevice(world), newDevice(world)] }),
  },
  'devices.import': { as: 'officer', weight: 0.3, input: deviceList },
  'devices.change': {
    as: 'officer',
    weight: 2,
    input: (world) => ({
      id: idIn(world, 'devices'),
      changes: {
        ...maybe(world, 'name', world.chance.pick(oneLine)),
        ...maybe(world, 'ip', world.chance.sometimes(0.5) ? null : '192.0.2.7'),
        ...(world.chance.sometimes(0.2) ? { code: newDevice(world).code } : {}),
      },
    }),
  },
  'devices.retire': { as: 'officer', weight: 0.5, input: (world) => ({ id: idIn(world, 'devices'), reason: reason(world) }) },

  'calendar.mark': {
    as: 'officer',
    weight: 0.5,
    input: (world) => ({
      date: date(world),
      occasion: world.chance.pick(['暴雪橙色预警', '国庆安保']),
      ...maybe(world, 'reason', reason(world)),
    }),
  },
  'calendar.unmark': {
    as: 'officer',
    weight: 0.5,
    ready: (world) => isAny(world, 'calendar_days', 'marked = 1'),
    input: (world) => ({ date: date(world), reason: reason(world) }),
  },
  'calendar.importNotice': {
    as: 'officer',
    weight: 0.5,
    input: ({ chance }) => ({
      year: chance.pick([2026, 2027]),
      text: `元旦：1月1日至${chance.between(2, 3)}日放假。${chance.sometimes(0.5) ? '1月10日上班。' : ''}`,
    }),
  },

  'people.register': { as: 'officer', weight: 2, input: newPerson },
  'people.change': {
    as: 'officer',
    weight: 2,
    input: (world) => ({
      id: idIn(world, 'people'),
      ...maybe(world, 'name', world.chance.pick(names)),
      ...maybe(world, 'phone', newPerson(world).phone),
      ...maybe(world, 'remark', world.chance.pick(texts)),
    }),
  },
  'people.setDeputies': {
    as: 'officer',
    input: (world) => ({ id: idIn(world, 'people'), deputies: [...new Set([idIn(world, 'people'), idIn(world, 'people')])] }),
  },
  'people.leave': {
    as: 'officer',
    weight: 0.5,
    input: (world) => ({ id: idIn(world, 'people'), date: date(world), reason: reason(world) }),
  },
  'people.comeBack': {
    as: 'officer',
    weight: 2,
    ready: (world) => isAny(world, 'people', gone),
    input: (world) => ({ id: idIn(world, 'people', gone), date: date(world) }),
  },

  'dutyLog.write': {
    as: 'officer',
    weight: 4,
    input: (world) => ({ kind: world.chance.pick(logKinds), text: world.chance.pick(texts), ...logFields(world) }),
  },
  'dutyLog.correct': {
    as: 'officer',
    weight: 4,
    input: (world) => ({ ...logEntry(world), changes: logFields(world), reason: reason(world) }),
  },
  'dutyLog.followUp': { as: 'officer', weight: 2, input: (world) => ({ ...logEntry(world), text: world.chance.pick(texts) }) },
  'dutyLog.void': { as: 'officer', weight: 0.5, input: (world) => ({ ...logEntry(world), reason: reason(world) }) },

  'attendance.checkIn': {
    as: 'officer',
    weight: 3,
    input: (world) => ({
      signer: signer(world),
      reason: world.chance.sometimes(0.9) ? '顶班' : '',
      ...maybe(world, 'shift', shiftNow(world)),
    }),
  },
  'attendance.leavePost': {
    as: 'officer',
    weight: 3,
    input: (world) => ({
      shift: shiftNow(world),
      person: anOfficer(world),
      permission: world.chance.sometimes(0.5) ? { by: { name: '王五' }, means: world.chance.pick(permissionMeans) } : null,
      reason: reason(world),
      ...maybe(world, 'expectedBack', world.now + world.chance.between(1, hour)),
    }),
  },
  'attendance.returnToPost': { as: 'officer', weight: 3, input: (world) => ({ shift: shiftNow(world), person: anOfficer(world) }) },
  'attendance.checkOut': { as: 'officer', weight: 1, input: (world) => ({ shift: shiftNow(world), person: anOfficer(world) }) },
  'attendance.spotCheck': {
    as: 'officer',
    input: (world) => ({
      checkedBy: person(world),
      present: [anOfficer(world)],
      result: world.chance.pick(['inOrder', 'problems']),
      findings: world.chance.pick(['', ...texts]),
      ...maybe(world, 'shift', shiftNow(world)),
    }),
  },
  'attendance.void': {
    as: 'officer',
    ready: (world) => attendanceLines(world).length > 0,
    input: (world) => ({ shift: shiftNow(world), entry: world.chance.pick([nobody, ...attendanceLines(world)]), reason: reason(world) }),
  },
  'attendance.visitorArrived': {
    as: 'officer',
    weight: 2,
    input: (world) => ({
      name: world.chance.pick(names),
      purpose: world.chance.pick(short),
      ...maybe(world, 'unit', '光缆代维单位'),
      ...maybe(world, 'visits', person(world)),
      ...maybe(world, 'badge', `F-${world.chance.between(1, 9)}`),
    }),
  },
  'attendance.visitorLeft': {
    as: 'officer',
    weight: 2,
    ready: (world) => isAny(world, 'visitors', 'inside = 1'),
    input: (world) => ({ id: idIn(world, 'visitors'), ...maybe(world, 'badgeReturned', world.chance.sometimes(0.8)) }),
  },
  'attendance.voidVisitor': {
    as: 'officer',
    weight: 0.5,
    ready: (world) => isAny(world, 'visitors', 'true'),
    input: (world) => ({ id: idIn(world, 'visitors'), reason: reason(world) }),
  },

  'dutyRecord.sign': {
    as: 'officer',
    weight: 2,
    input: (world) => ({
      shift: shiftNow(world),
      summary: world.chance.pick(texts),
      reason: world.chance.sometimes(0.8) ? '提前交班' : '',
      ...maybe(world, 'weather', '小雨'),
      ...maybe(world, 'problems', world.chance.pick(texts)),
      signer: signer(world),
    }),
  },
  'dutyRecord.correct': {
    as: 'officer',
    ready: (world) => isAny(world, 'duty_records', 'true'),
    input: (world) => ({ id: idIn(world, 'duty_records'), text: world.chance.pick(texts), reason: reason(world), signer: signer(world) }),
  },

  'serviceProfiles.publish': { as: 'sysAdmin', weight: 0.5, input: (world) => ({ ...profileEdited(world), reason: reason(world) }) },
  'serviceProfiles.putInUse': { as: 'sysAdmin', weight: 0.5, input: (world) => ({ ...profileKnown(world), reason: reason(world) }) },
  'serviceProfiles.takeOutOfUse': {
    as: 'sysAdmin',
    weight: 0.3,
    input: (world) => ({ code: seldomAnother(world), reason: reason(world) }),
  },
  'serviceProfiles.makeUsual': {
    as: 'sysAdmin',
    weight: 0.8,
    input: (world) => ({ code: seldomAnother(world), reason: reason(world) }),
  },

  'plans.submit': { as: 'officer', weight: 1.5, input: (world) => ({ ...planEdited(world), reason: reason(world) }) },
  'plans.approve': {
    as: 'officer',
    weight: 3,
    ready: planThere,
    input: (world) => ({
      ...planVersionOf(world, 'new'),
      ...maybe(world, 'signer', planDecider(world)),
      ...maybe(world, 'note', reason(world)),
    }),
  },
  'plans.sendBack': {
    as: 'officer',
    weight: 2,
    ready: planThere,
    input: (world) => ({ ...planVersionOf(world, 'new'), ...maybe(world, 'signer', planDecider(world)), reason: reason(world) }),
  },
  'plans.publish': {
    as: 'officer',
    weight: 3,
    ready: planThere,
    input: (world) => ({ ...planVersionOf(world, 'approved'), reason: reason(world) }),
  },
  'plans.review': { as: 'officer', weight: 2, ready: planThere, input: (world) => ({ code: planCode(world), note: reason(world) }) },
  'plans.withdraw': {
    as: 'officer',
    weight: 0.5,
    ready: planThere,
    input: (world) => ({ code: planCode(world), reason: reason(world) }),
  },

  'faults.report': {
    as: 'officer',
    weight: 2,
    input: (world) => ({
      symptom: world.chance.pick(texts),
      ...bornUnder(world),
      place: world.chance.pick(places),
      subsystem: world.chance.pick(subsystems),
      ...maybe(world, 'source', world.chance.pick(faultSources)),
      ...maybe(world, 'reporter', person(world)),
      ...maybe(world, 'device', device(world)),
      ...maybe(world, 'priority', world.chance.pick(priorities)),
      ...(world.chance.sometimes(0.2) ? { foundAt: world.now - 20 * minute, reportedAt: world.now - 10 * minute } : {}),
    }),
  },
  'faults.accept': faultStep('accept', undefined, 4),
  'faults.dispatch': faultStep('dispatch', (world) => ({ engineer: person(world) }), 3),
  'faults.acknowledge': faultStep('acknowledge', undefined, 2),
  'faults.arrive': faultStep('arrive', undefined, 2),
  'faults.diagnose': faultStep('diagnose', ({ chance }) => ({ cause: chance.pick(texts) })),
  'faults.wait': faultStep('wait', ({ chance }) => ({ waitingFor: chance.pick(waitingReasons) }), 2),
  'faults.resume': faultStep('resume', undefined, 3),
  'faults.repair': faultStep('repair', ({ chance }) => ({ cause: chance.pick(texts), remedy: '更换电源适配器' }), 5),
  'faults.verify': faultStep('verify', ({ chance }) => ({ holds: chance.sometimes(0.8), note: '复核' }), 5),
  'faults.confirm': faultStep(
    'confirm',
    (world) => ({
      ...maybe(world, 'reporter', person(world)),
      ...maybe(world, 'satisfaction', world.chance.pick(satisfactions)),
    }),
    4,
  ),
  'faults.close': faultStep('close', () => ({ note: '监测恢复正常' }), 10),
  'faults.reopen': faultStep('reopen', (world) => ({ reason: reason(world) })),
  'faults.merge': faultStep('merge', (world) => ({ into: idIn(world, 'faults') }), 0.5),
  'faults.cancel': faultStep('cancel', (world) => ({ reason: reason(world) }), 0.5),
  'faults.reclassify': faultStep('reclassify', (world) => ({ class: world.chance.pick(['A', 'B', 'C', '1', '2']), reason: reason(world) })),
  'faults.depart': faultStep('depart'),
  'faults.takeOver': faultStep('takeOver', (world) => ({ tier: world.chance.pick(tiersOfVideo), person: person(world) })),
  'faults.escalate': faultStep('escalate', ({ chance }) => ({
    tier: chance.pick(tiersOfVideo),
    symptoms: chance.pick(texts),
    history: chance.pick(texts),
  })),
  'faults.answer': faultStep('answer', ({ chance }) => ({ solution: chance.pick(texts) })),
  'faults.lend': faultStep('lend', ({ chance }) => ({ substitute: { name: '同型号枪机', serial: chance.pick(['SN-01', 'SN-02']) } })),
  'faults.takeBack': faultStep('takeBack', undefined, 1),
  'faults.feedBack': faultStep('feedBack', (world) => ({ to: person(world) })),
  'faults.analyse': faultStep('analyse', ({ chance }) => ({
    analysis: { course: chance.pick(texts), cause: chance.pick(texts), measures: chance.pick(texts), prevention: '' },
  })),
  'faults.fileSheet': faultStep('fileSheet'),
  'faults.consult': faultStep('consult', (world) => ({ participants: [person(world)], opinion: world.chance.pick(texts) })),
  'faults.guide': {
    as: 'officer',
    weight: 4,
    ready: (world) => isAny(world, 'faults', almostClosed),
    input: (world) => {
      const id = idIn(world, 'faults', almostClosed);
      return { id, step: openStep(world, id), done: world.chance.sometimes(0.7), note: '已电话报告' };
    },
  },
  'faults.move': faultStep('move', (world) => {
    const { version, profile } = world.chance.pick(shippedProfiles(resources));
    return { profile: profile.code, version, class: profile.classes[0]?.code, traits: {}, reason: reason(world) };
  }),
  'faults.fold': {
    as: 'officer',
    weight: 0.4,
    ready: (world) => isAny(world, 'faults', standsWhere('fold')),
    input: (world) => ({
      faults: [idIn(world, 'faults', standsWhere('fold'))],
      ...(world.chance.sometimes(0.5)
        ? { under: idIn(world, 'faults', 'open = 1') }
        : { report: { symptom: '接入交换机失联', class: 'A', place: world.chance.pick(places), subsystem: 'network' } }),
    }),
  },
  'faults.unfold': {
    as: 'officer',
    weight: 2,
    ready: (world) => isAny(world, 'faults', 'folded = 1'),
    input: (world) => ({ id: idIn(world, 'faults', 'folded = 1'), reason: reason(world) }),
  },
  'faults.relate': faultStep('relate', (world) => ({ other: idIn(world, 'faults'), related: world.chance.sometimes(0.7) })),
  'faults.takeAlarm': faultStep('takeAlarm', ({ chance }) => ({ clock: chance.pick(['repair', 'onSite']), level: 'red' })),
  'faults.takeAlarms': {
    as: 'officer',
    input: (world) => ({
      alarms: [idIn(world, 'faults', 'open = 1'), idIn(world, 'faults')].map((id) => ({
        id,
        clock: world.chance.pick(['response', 'repair', 'onSite', 'raise']),
        level: world.chance.pick(['amber', 'red']),
      })),
    }),
  },
  'faults.explain': {
    as: 'officer',
    weight: 5,
    ready: (world) => isAny(world, 'faults', almostClosed),
    input: (world) => {
      const id = idIn(world, 'faults', almostClosed);
      return { id, ...unexplained(world, id), breachCause: world.chance.pick(breachCauses), reason: reason(world) };
    },
  },
  'faults.note': faultStep('note', () => ({ note: '已电话告知' })),
  'faults.settle': faultStep('settle', undefined, 5),

  'handover.note': { as: 'officer', input: (world) => ({ shift: watchKey(world), attention: world.chance.pick(texts) }) },
  'handover.count': {
    as: 'officer',
    input: (world) => {
      const expected = world.chance.between(0, 3);
      return {
        shift: watchKey(world),
        counts: [{ name: '对讲机', unit: '部', expected, found: world.chance.between(0, 3), explanation: world.chance.pick(short) }],
      };
    },
  },
  'handover.keepCountList': {
    as: 'officer',
    weight: 0.3,
    input: (world) => ({ lines: world.chance.sometimes(0.5) ? [] : [{ name: '对讲机', unit: '部', expected: 2 }] }),
  },
  'handover.signOutgoing': {
    as: 'officer',
    weight: 3,
    input: (world) => {
      const shift = watchKey(world);
      return {
        shift,
        seen: seenAt(world, shift),
        mode: 'emergency',
        modeReason: reason(world),
        reason: reason(world),
        signer: handoverSigner(world),
      };
    },
  },
  'handover.takeBack': {
    as: 'officer',
    weight: 0.7,
    ready: (world) => isAny(world, 'handovers', "phase = 'outgoingSigned'"),
    input: (world) => {
      const { shift, by } = signed(world, "phase = 'outgoingSigned'");
      return { shift, reason: reason(world), signer: { login: by ?? 'officer-a', password: 'Zhiban-2027' } };
    },
  },
  'handover.answer': {
    as: 'officer',
    weight: 3,
    ready: isSigned,
    input: (world) => {
      const { items, shift, version } = signed(world);
      const answer = world.chance.pick(['known', 'question', 'objection']);
      const answers = items.slice(0, 100).map((item) => ({ item, answer, text: reason(world), restated: '接班后继续跟踪处理' }));
      return { shift, version, answers: answers.length > 0 ? answers : [{ item: 'fault:none', answer, text: '', restated: '' }] };
    },
  },
  'handover.reply': {
    as: 'officer',
    weight: 12,
    ready: (world) => isAny(world, 'handovers', hasQuestion),
    input: (world) => {
      const { questions, shift, version } = signed(world, hasQuestion);
      return { shift, version, item: questions.length > 0 ? world.chance.pick(questions) : 'fault:none', text: reason(world) };
    },
  },
  'handover.signIncoming': { as: 'officer', weight: 3, ready: isSigned, input: signing },
  'handover.join': { as: 'officer', ready: isSigned, input: signing },
  'handover.signLeader': { as: 'officer', weight: 2, ready: isSigned, input: signing },
  'handover.correct': { as: 'officer', ready: isSigned, input: (world) => ({ ...signing(world), text: reason(world) }) },
  'handover.settle': {
    as: 'officer',
    weight: 10,
    ready: (world) => isAny(world, 'handovers', 'contested = 1'),
    input: (world) => {
      const { shift, version } = signed(world, 'contested = 1');
      return { shift, stands: version, reason: reason(world), signer: handoverSigner(world) };
    },
  },
  'handover.prolong': { as: 'officer', weight: 0.5, input: (world) => ({ shift: watchKey(world), reason: reason(world) }) },
  'handover.tellLeader': {
    as: 'officer',
    weight: 0.5,
    input: (world) => ({ shift: watchKey(world), leader: person(world), means: 'phone' }),
  },
  'handover.writeSealed': { as: 'officer', weight: 0.5, input: (world) => ({ text: world.chance.pick(texts) }) },
  'handover.closeSealed': {
    as: 'officer',
    ready: (world) => isAny(world, 'sealed_items', 'open = 1'),
    input: (world) => ({ id: idIn(world, 'sealed_items', 'open = 1'), result: reason(world) }),
  },
  'roster.save': {
    as: 'officer',
    weight: 4,
    input: (world) => ({
      assignments: [...new Set([shiftKey(world), shiftKey(world), shiftKey(world)])].map((key) => assignment(world, key)),
      ...(world.chance.sometimes(0.9) ? { reason: reason(world) } : {}),
    }),
  },
  'roster.changeRules': {
    as: 'officer',
    weight: 0.5,
    input: (world) => ({
      ...maybe(world, 'minimumOnShift', world.chance.between(1, 3)),
      ...maybe(world, 'pattern', world.chance.pick(shippedPatterns)),
      ...maybe(world, 'teams', [{ name: '一组', members: distinct([watcher(world), watcher(world)]) }]),
      ...maybe(world, 'leaders', [watcher(world)]),
    }),
  },
  'roster.ask': { as: 'officer', weight: 3, input: change },
  'roster.accept': changeStep(`state = 'asked' AND json_extract(doc, '$.asked.standIn.id') IN ${officersPeople}`),
  'roster.decline': changeStep(
    `state = 'asked' AND json_extract(doc, '$.asked.standIn.id') IN ${officersPeople}`,
    (world) => ({ reason: reason(world) }),
    2,
  ),
  'roster.approve': changeStep(`state = 'accepted' OR state = 'asked' AND json_extract(doc, '$.asked.standIn') IS NULL`, (world) => ({
    reason: reason(world),
  })),
  'roster.refuse': changeStep(`state IN ('asked', 'accepted')`, (world) => ({ reason: reason(world) }), 0.7),
  'roster.withdraw': changeStep(`state IN ('asked', 'accepted')`, (world) => ({ reason: reason(world) }), 0.7),
  'matters.open': {
    as: 'officer',
    weight: 2,
    input: (world) => ({
      kind: world.chance.pick(matterKinds),
      title: world.chance.pick(oneLine),
      text: world.chance.pick(texts),
      from: person(world),
      holder: person(world),
      level: world.chance.pick(matterLevels),
      deadline: world.now + world.chance.between(0, day),
      ...(world.chance.sometimes(0.3) ? { receivedAt: world.now - world.chance.between(0, hour) } : {}),
      ...(world.chance.sometimes(0.3) ? { logEntry: idIn(world, 'log_entries') } : {}),
    }),
  },
  'matters.relay': matterStep('open = 1', (world) => ({
    to: person(world),
    means: world.chance.pick(means),
    takesOver: world.chance.sometimes(0.5),
    ...maybe(world, 'what', world.chance.pick(texts)),
    ...maybe(world, 'confirmedBy', world.chance.pick(names)),
  })),
  'matters.confirmReceipt': {
    as: 'officer',
    ready: (world) => isAny(world, 'matters', "state = 'relayed'"),
    input: (world) => {
      const { id } = matter(world, "state = 'relayed'");
      return { id, relay: relayOf(world, id), confirmedBy: world.chance.pick(names) };
    },
  },
  'matters.progress': matterStep('open = 1', (world) => ({
    note: reason(world),
    ...maybe(world, 'next', world.chance.pick(oneLine)),
    ...maybe(world, 'deadline', world.chance.sometimes(0.3) ? null : world.now + world.chance.between(0, day)),
  })),
  'matters.finish': matterStep('open = 1', (world) => ({ result: reason(world) })),
  'matters.reopen': matterStep('open = 0', (world) => ({ reason: reason(world) })),
  'matters.cancel': matterStep('open = 1', (world) => ({ reason: reason(world) }), 0.5),
  'matters.settle': {
    as: 'officer',
    weight: 14,
    ready: (world) => isAny(world, 'matters', 'contested = 1'),
    input: (world) => {
      const { id } = matter(world, 'contested = 1');
      return { id, side: sideOf(world, id) };
    },
  },

  'alarms.mute': { as: 'officer', input: (world) => ({ minutes: world.chance.pick([15, 30, 60]), reason: reason(world) }) },
  'alarms.unmute': { as: 'officer', input: () => ({}) },

  'plannedWork.hang': {
    as: 'officer',
    weight: 4,
    input: (world) => {
      const later = world.chance.sometimes(0.4) ? world.chance.between(minute, day) : 0;
      return {
        scope: workScope(world),
        ...maybe(world, 'subsystem', world.chance.pick(subsystems)),
        owner: { ...person(world), phone: world.chance.pick(phones) },
        reason: reason(world),
        ...(later > 0 ? { starts: world.now + later } : {}),
        end: world.now + later + world.chance.pick([20 * minute, 2 * hour, day, 5 * day]),
        ...maybe(world, 'allowedBy', person(world)),
        ...maybe(world, 'effect', world.chance.pick(oneLine)),
      };
    },
  },
  'plannedWork.changeEnd': tagStep(
    hangs,
    (world) => ({ end: world.now + world.chance.between(1, 3) * 2 * hour, reason: reason(world) }),
    2,
  ),
  'plannedWork.note': tagStep(
    () => 'true',
    (world) => ({ note: world.chance.pick(texts) }),
  ),
  'plannedWork.takeDown': tagStep(begun, (world) => ({ restored: world.chance.sometimes(0.7), note: reason(world) })),
  'plannedWork.cancel': tagStep(toCome, (world) => ({ reason: reason(world) })),

  'serviceRequests.register': {
    as: 'officer',
    weight: 3,
    ready: (world) => serviceInUse(world) !== undefined,
    input: (world) => {
      const offered = serviceInUse(world);
      return {
        profile: offered?.profile.code ?? 'P0',
        service: offered?.service.code ?? 'consultation',
        title: world.chance.pick(oneLine),
        ...maybe(world, 'text', world.chance.pick(texts)),
        asker: person(world),
        ...maybe(world, 'receivedAt', world.now - world.chance.between(0, 5) * day),
        ...maybe(world, 'plannedAt', world.now + world.chance.between(0, 40) * day),
        ...maybe(world, 'answer', world.chance.pick(texts)),
        ...(world.chance.sometimes(0.2) ? { fault: idIn(world, 'faults') } : {}),
      };
    },
  },
  'serviceRequests.take': {
    as: 'officer',
    weight: 6,
    ready: (world) => isAny(world, 'service_requests', 'open = 1'),
    input: (world) => {
      const { id, one } = requestRead(world, 'open = 1');
      const possible = possibleSteps(one?.steps ?? []);
      const step = possible.length === 0 ? undefined : world.chance.pick(possible);
      return {
        id,
        step: step?.code ?? 'answered',
        ...(step?.choices ? { choice: world.chance.pick(step.choices).code } : {}),
        records: (step?.records ?? []).map(() => world.chance.pick(oneLine)),
        doer: person(world),
        ...maybe(world, 'note', world.chance.pick(texts)),
      };
    },
  },
  'serviceRequests.takeBack': {
    as: 'officer',
    weight: 2,
    ready: (world) => isAny(world, 'service_requests', 'instr(doc, \'"verb":"take"\') > 0'),
    input: (world) => {
      const { id, one } = requestRead(world, 'instr(doc, \'"verb":"take"\') > 0');
      const last = one?.request.timeline.findLast(({ verb, author }) => verb === 'take' && author !== '');
      return { id, step: last?.step ?? 'answered', reason: reason(world) };
    },
  },
  'serviceRequests.plan': requestStep('open = 1', (world) => ({
    plannedAt: world.now + world.chance.between(0, 30) * day,
    reason: reason(world),
  })),
  'serviceRequests.note': requestStep('true', (world) => ({ note: world.chance.pick(texts) })),
  'serviceRequests.cancel': requestStep('open = 1', (world) => ({ reason: reason(world) })),
  'serviceRequests.explain': {
    as: 'officer',
    weight: 12,
    ready: (world) => brokenLimits(world).length > 0,
    input: (world) => {
      const broken = brokenLimits(world);
      const named = broken.length === 0 ? { id: nobody, phase: 0, limit: 'answer', dueAt: 0 } : world.chance.pick(broken);
      return { ...named, reason: reason(world) };
    },
  },

  'periodicDuties.record': {
    as: 'officer',
    weight: 3,
    ready: anyDuty,
    input: (world) => ({
      ...dutyNow(world),
      ...maybe(world, 'by', person(world)),
      ...maybe(world, 'result', world.chance.pick(texts)),
      ...(world.chance.sometimes(0.2) ? { devices: [idIn(world, 'devices')] } : {}),
    }),
  },
  'periodicDuties.notDone': { as: 'officer', ready: anyDuty, input: (world) => ({ ...dutyNow(world), reason: reason(world) }) },
  'periodicDuties.takeBack': {
    as: 'officer',
    weight: 2,
    ready: (world) => isAny(world, 'periodic_duties', "standing <> 'open'"),
    input: (world) => ({ id: idIn(world, 'periodic_duties', "standing <> 'open'"), reason: reason(world) }),
  },
  'periodicDuties.improve': {
    as: 'officer',
    ready: (world) => profilesInUse(seen(world)).some(({ profile }) => profile.goals.length > 0),
    input: (world) => {
      const goals = profilesInUse(seen(world)).flatMap(({ profile }) =>
        profile.goals.map(({ code }) => ({ profile: profile.code, goal: code })),
      );
      const named = goals.length === 0 ? { profile: 'P2', goal: 'satisfaction' } : world.chance.pick(goals);
      return { ...named, month: dateIn('Asia/Shanghai', world.now).slice(0, 7), causes: reason(world), measures: reason(world) };
    },
  },

  'reports.start': {
    as: 'officer',
    weight: 3,
    ready: (world) => isAny(world, 'log_entries', 'position >= 0'),
    input: (world) => ({ logEntry: idIn(world, 'log_entries'), level: world.chance.pick(matterLevels) }),
  },
  'reports.send': reportStep((world) => ({
    contents: contents(world),
    ...maybe(world, 'level', world.chance.pick(matterLevels)),
    told: [told(world), told(world)],
    ...maybe(world, 'nextAt', world.now + world.chance.between(0, hour)),
  })),
  'reports.tell': reportStep((world) => ({ told: told(world) })),
  'reports.instruct': reportStep((world) => ({
    leader: person(world),
    text: world.chance.pick(texts),
    ...maybe(world, 'track', { holder: person(world), deadline: world.now + day }),
  })),
  'reports.finish': reportStep((world) => ({ contents: contents(world), told: [told(world)] })),
  'reports.withdraw': reportStep((world) => ({ reason: reason(world) })),

  'warnings.noteSign': { as: 'officer', weight: 3, input: (world) => ({ contents: warningContents(world) }) },
  'warnings.dismiss': warningStep("outcome = 'sign'", decided, 0.7),
  'warnings.publish': {
    as: 'officer',
    weight: 4,
    input: (world) => ({
      ...(world.chance.sometimes(0.3) ? { id: idIn(world, 'warnings', "outcome = 'sign'") } : {}),
      level: world.chance.pick(warningLevels),
      kind: world.chance.pick(warningKinds),
      contents: warningContents(world),
      issuer: issuer(world),
      ...(world.chance.sometimes(0.2) ? { logEntry: idIn(world, 'log_entries') } : {}),
    }),
  },
  'warnings.changeLevel': warningStep(
    inForce,
    (world) => ({ ...decided(world), level: world.chance.pick(warningLevels), ...maybe(world, 'kind', world.chance.pick(warningKinds)) }),
    2,
  ),
  'warnings.lift': warningStep(inForce, decided),
  'warnings.correct': warningStep('published_at IS NOT NULL', (world) => ({ ...decided(world), contents: warningContents(world) })),
  'warnings.void': warningStep("published_at IS NOT NULL AND outcome <> 'voided'", decided, 0.5),
  'warnings.confirm': {
    as: 'officer',
    weight: 2,
    ready: (world) => isAny(world, 'warnings', 'unsigned > 0'),
    input: (world) => {
      const id = idIn(world, 'warnings', 'unsigned > 0');
      return { id, statement: phoneStatement(world, id), signer: signer(world) };
    },
  },
  'warnings.report': warningStep("outcome IN ('sign', 'inForce', 'lifted')", (world) => ({
    duty: world.chance.pick(['office', 'leadingGroup']),
    to: person(world),
    means: world.chance.pick(means),
    ...maybe(world, 'note', world.chance.pick(texts)),
  })),
  'warnings.takeAlarms': {
    as: 'officer',
    weight: 2,
    ready: (world) => dueNow(world.station.journal.raw, world.now).due.length > 0,
    input: ({ station, now }) => {
      const { due } = dueNow(station.journal.raw, now);
      const alarms = due.slice(0, 3).map(({ of, id, about, level }) => ({ of, id, about, level }));
      return { alarms: alarms.length > 0 ? alarms : [{ of: 'warning', id: nobody, about: 'office', level: 'red' }] };
    },
  },
  'warnings.keepUnit': {
    as: 'officer',
    weight: 2,
    input: (world) => ({
      ...(world.chance.sometimes(0.3) && isAny(world, 'task_units', 'true') ? { id: idIn(world, 'task_units') } : {}),
      name: `${world.chance.pick(places)}单位`,
      contact: world.chance.pick(names),
      phone: world.chance.pick(phones),
      ...maybe(world, 'duties', world.chance.pick(texts)),
    }),
  },
  'warnings.retireUnit': {
    as: 'officer',
    weight: 0.4,
    ready: (world) => isAny(world, 'task_units', 'retired = 0'),
    input: (world) => ({ id: idIn(world, 'task_units', 'retired = 0'), reason: reason(world) }),
  },
  'warnings.issueOrders': {
    as: 'officer',
    weight: 3,
    ready: (world) => isAny(world, 'warnings', inForce) && isAny(world, 'task_units', 'retired = 0'),
    input: (world) => ({
      warning: idIn(world, 'warnings', inForce),
      units: [idIn(world, 'task_units', 'retired = 0')],
      ...maybe(world, 'tasks', world.chance.pick(texts)),
      ...maybe(world, 'setUpBy', world.now + world.chance.between(1, 5) * hour),
    }),
  },
  'warnings.receiveOrder': orderStep((world) => ({ by: world.chance.pick(names), means: world.chance.pick(means) })),
  'warnings.setUpOrder': orderStep((world) => ({ strength: world.chance.between(0, 40) })),
  'warnings.refuseOrder': orderStep((world) => ({ by: world.chance.pick(names), reason: reason(world) })),
  'warnings.leaveUnanswered': orderStep((world) => maybe(world, 'note', world.chance.pick(oneLine))),
  'warnings.withdrawOrder': orderStep((world) => ({ reason: reason(world) })),
};

/** Commands that random play leaves out, and why. */
export const leftOut: Record<string, string> = {
  'warnings.answerPrompt': 'needs a holiday that comes near, which the station notices by itself; played in warnings-apart.test.ts',
  'warnings.settle': 'needs two desks that said different things of one warning; played at random in warnings-apart.test.ts',
  'unit.found': 'happens once, before',
  'accounts.signOut': 'would end the session the play goes on with',
  'accounts.lock': 'would lock the session the play goes on with',
  'accounts.unlock': 'needs a locked session',
  'accounts.changeOwnPassword': 'would be refused after the first time',
  'attachments.add': 'writes files, not entries',
  'rosterFiles.import': 'reads a spreadsheet; tested in roster-files.test.ts',
  'people.import': 'reads a spreadsheet; tested in people.test.ts',
  'plannedWork.settle': 'needs two desks that said different things of one work; played at random in planned-work-apart.test.ts',
  ...Object.fromEntries(
    Object.values(planRuns)
      .filter(({ kind }) => kind === 'command')
      .map(({ name }) => [name, 'needs people of every role; played at random in plan-runs-apart.test.ts']),
  ),
  'serviceRequests.settle': 'needs two desks that decided one step differently; played at random in service-requests-apart.test.ts',
  'roster.settle': 'needs two desks that decided differently on one request; tested in roster-changes.test.ts',
};

const all = Object.keys(randomCommands);
/** Slices in which one thing must follow another for long before every command has had its turn. */
const deep = ['faults', 'handover', 'matters', 'plannedWork', 'reports', 'roster', 'warnings'];

/** A slice for random play to dwell on: the more commands it has, the more often; those that take long to get far oftener still. */
export function anySlice(chance: Chance): string {
  return chance.sometimes(0.4) ? chance.pick(deep) : sliceOf(chance.pick(all));
}

export function sliceOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

/** One command at random, by its weight; more often one of the slice that this play dwells on, so that things get far. */
export function anyCommand(world: World, dwellsOn: string): { name: string; command: RandomCommand } {
  const { chance } = world;
  const dwells = chance.sometimes(0.7);
  const among = all.filter((name) => !dwells || sliceOf(name) === dwellsOn);
  for (;;) {
    let left = chance.next() * among.reduce((sum, name) => sum + weightOf(name), 0);
    const name = among.find((candidate) => (left -= weightOf(candidate)) < 0) ?? (among[0] as string);
    const command = randomCommands[name] as RandomCommand;
    // Now and then a desk tries what cannot be done.
    if (chance.sometimes(0.05) || (command.ready?.(world) ?? true)) return { name, command };
  }
}

function weightOf(name: string): number {
  return randomCommands[name]?.weight ?? 1;
}
