import type { Subsystem } from '../devices/facts';
import type { PresenceState } from '../attendance/record';
import type { PersonReference } from '../references';
import type { ServiceProfile } from '../service-profiles/profile';

/** Somebody who could be sent to a fault, as far as the ranking looks at people. */
export interface Candidate {
  person: PersonReference;
  post: string;
  group: string;
  /** Of people from outside; blank for one's own. */
  organisation: string;
  responsibility: string;
  /** Tier of the register. */
  tier: string;
  qualifications: readonly { name: string; expires?: string | undefined }[];
  /** Where they are, if they belong to the watch that runs now. */
  presence?: PresenceState | undefined;
  /** Faults in hand: sent to them and not yet repaired. */
  load: number;
}

/** What of a fault decides who fits. */
export interface ProposedFor {
  /** Tier the case stands at; without one, the lowest. */
  tier?: string | undefined;
  subsystem: Subsystem;
  /** Area of the device, and where it stands. */
  area: string;
  place: string;
  /** Who was sent before it was reopened. */
  former?: PersonReference | undefined;
  /** Who is sent to it now: nobody is proposed twice. */
  sent?: PersonReference | undefined;
  /** Local date, `2026-11-22`: a qualification that has expired counts no more. */
  today: string;
}

export interface RankedCandidate {
  candidate: Candidate;
  /** Code of the profile's tier. */
  tier?: string | undefined;
  duty: 'onDuty' | 'expected' | 'unknown' | 'away';
  former: boolean;
  /** The part of the group or of what they look after that names the area. */
  area?: string | undefined;
  /** The qualification, or what they look after, that fits the subsystem. */
  skill?: string | undefined;
}

/** Words in a post that make a person one who repairs, where neither register nor profile name a tier. */
export const repairingPosts = ['维修', '工程师', '技术员', '运维'] as const;

/** Words of qualifications and responsibilities that fit a subsystem. */
export const skillWords: Readonly<Record<Subsystem, readonly string[]>> = {
  frontEnd: ['前端', '摄像', '监控点', '登高', '低压电工', '安防'],
  network: ['网络', '光纤', '光缆', '通信', '线路'],
  machineRoom: ['机房', '电工', '空调', '制冷', '电源', '供电', '动环'],
  cloudStorage: ['存储', '云平台', '服务器', '信息系统'],
  monitoringCentre: ['大屏', '显示', '监控中心', '解码'],
  security: ['安全', '等保', '防火墙'],
  application: ['应用', '软件', '平台', '数据库', '信息系统'],
};

/** Most people proposed for one fault. */
export const mostProposals = 6;

/**
 * Who is proposed for a fault, the best first (issue 4): whoever knew it before it came back; then by tier (the case's own, then
 * those above, then whoever has none, then those below), on duty, area, skill, load; last by name, so that two desks propose alike.
 */
export function ranked(candidates: readonly Candidate[], fault: ProposedFor, profile: Pick<ServiceProfile, 'tiers'>): RankedCandidate[] {
  return candidates
    .map((candidate) => judged(candidate, fault, profile))
    .filter((one) => mayBeSent(one, fault))
    .map((one) => ({ one, rank: rankOf(one, fault, profile) }))
    .sort((a, b) => compared(a.rank, b.rank) || (a.one.candidate.person.name < b.one.candidate.person.name ? -1 : 1))
    .slice(0, mostProposals)
    .map(({ one }) => one);
}

/** The tier of a profile that a person of the register belongs to: as the register says, else as the post does. */
export function tierOf(profile: Pick<ServiceProfile, 'tiers'>, person: { tier: string; post: string } | undefined): string | undefined {
  if (!person) return undefined;
  const named = profile.tiers.find(({ register }) => register.includes(person.tier));
  return (named ?? profile.tiers.find(({ posts }) => posts.some((post) => person.post.includes(post))))?.code;
}

function judged(candidate: Candidate, fault: ProposedFor, profile: Pick<ServiceProfile, 'tiers'>): RankedCandidate {
  const area = areaOf(candidate, fault);
  const skill = skillOf(candidate, fault);
  const tier = tierOf(profile, candidate);
  return {
    candidate,
    duty: dutyOf(candidate.presence),
    former: isSame(candidate.person, fault.former),
    ...(tier === undefined ? {} : { tier }),
    ...(area === undefined ? {} : { area }),
    ...(skill === undefined ? {} : { skill }),
  };
}

/** Those who repair; people from outside only where the case stands at their tier, or they look after what failed. */
function mayBeSent({ candidate, tier, skill, former }: RankedCandidate, fault: ProposedFor): boolean {
  if (isSame(candidate.person, fault.sent)) return false;
  if (former || (tier !== undefined && (candidate.organisation === '' || tier === fault.tier))) return true;
  if (candidate.organisation !== '') return skill !== undefined;
  return candidate.tier !== '' || repairingPosts.some((word) => candidate.post.includes(word));
}

function rankOf(one: RankedCandidate, fault: ProposedFor, profile: Pick<ServiceProfile, 'tiers'>): number[] {
  const duty = { onDuty: 0, expected: 1, unknown: 2, away: 3 }[one.duty];
  return [
    one.former && one.duty !== 'away' ? 0 : 1,
    tierRank(one, fault, profile),
    duty,
    one.area === undefined ? 1 : 0,
    one.skill === undefined ? 1 : 0,
    one.candidate.load,
  ];
}

function tierRank({ tier, candidate }: RankedCandidate, fault: ProposedFor, profile: Pick<ServiceProfile, 'tiers'>): number {
  const codes = profile.tiers.map(({ code }) => code);
  const most = codes.length;
  // Somebody from outside is called when nobody of one's own can do it.
  if (tier === undefined) return candidate.organisation === '' ? most : most + 1;
  const above = codes.indexOf(tier) - Math.max(0, codes.indexOf(fault.tier ?? ''));
  return above >= 0 ? above : most + 1 - above;
}

function compared(one: readonly number[], other: readonly number[]): number {
  for (const [i, value] of one.entries()) {
    const difference = value - (other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function dutyOf(presence: PresenceState | undefined): RankedCandidate['duty'] {
  switch (presence) {
    case undefined:
      return 'unknown';
    case 'present':
    case 'late':
      return 'onDuty';
    case 'expected':
      return 'expected';
    default:
      return 'away';
  }
}

const areaEndings = /(?:辖区|街道|派出所|新区|区|县|镇|乡|片)$/u;
const groupEndings = /(?:维修组|运维组|维修队|小组|组|队|班)$/u;

/** `城东` of 城东区 for somebody of the 城东维修组, or who looks after 城东片. */
function areaOf({ group, responsibility, organisation }: Candidate, { area, place }: ProposedFor): string | undefined {
  const stem = area.replace(areaEndings, '');
  if ([...stem].length >= 2 && [group, responsibility, organisation].some((words) => words.includes(stem))) return stem;
  const own = group.replace(groupEndings, '');
  return [...own].length >= 2 && (area.includes(own) || place.includes(own)) ? own : undefined;
}

function skillOf({ qualifications, responsibility }: Candidate, { subsystem, today }: ProposedFor): string | undefined {
  const fits = (words: string) => skillWords[subsystem].some((word) => words.includes(word));
  const held = qualifications.find(({ name, expires }) => fits(name) && (expires === undefined || expires >= today));
  return held?.name ?? (fits(responsibility) ? responsibility : undefined);
}

function isSame(person: PersonReference, other: PersonReference | undefined): boolean {
  return other !== undefined && (other.id === undefined ? other.name === person.name : other.id === person.id);
}
