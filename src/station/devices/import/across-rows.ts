import type { DeviceRecord } from '../../../shared/devices/contract';
import { couldBe } from '../../../shared/devices/codes';
import type { RowProblem } from '../../../shared/devices/import-preview';
import { normalised } from '../../search/normalised';
import { linkKey } from '../projection';
import type { ReadRow } from './cells';
import { addressByPlace, codeByPlace } from './neighbours';

/** The register as an import is held against it: what is in service, by what it is found by. */
export interface HeldRegister {
  devices: readonly DeviceRecord[];
  byCode: ReadonlyMap<string, DeviceRecord>;
  byAddress: ReadonlyMap<string, DeviceRecord[]>;
  byName: ReadonlyMap<string, DeviceRecord[]>;
}

export function heldRegister(devices: readonly DeviceRecord[]): HeldRegister {
  return {
    devices,
    byCode: new Map(devices.map((device) => [normalised(device.code), device])),
    byAddress: grouped(devices, ({ ip }) => ip ?? ''),
    byName: grouped(devices, ({ name }) => linkKey(name)),
  };
}

/** Adds to each row what is wrong with it beside the others and beside the register. `rows` are those that are not left out, in their order. */
export function lookAcross(rows: readonly ReadRow[], register: HeldRegister): void {
  const codes = grouped(rows, ({ values }) => normalised(values.code ?? ''));
  const addresses = grouped(rows, ({ values }) => values.ip ?? '');
  proposeCodes(rows, register, codes);
  for (const same of codes.values()) doubledCodes(same);
  const places = new Map(rows.map((row, at) => [row, at]));
  for (const same of addresses.values()) doubledAddresses(same, rows, places);
  takenAddresses(rows, register, codes);
  proposeAddresses(rows, places, addresses, register);
  unknownUpstreams(rows, register);
}

function proposeCodes(rows: readonly ReadRow[], register: HeldRegister, codes: ReadonlyMap<string, ReadRow[]>): void {
  for (const [at, row] of rows.entries()) {
    const problem = row.problems.find(({ code }) => code === 'ruinedCode' || (code === 'missing' && row.values.code === undefined));
    if (!problem || problem.field !== 'code') continue;
    const known = knownAs(row, register);
    const proposal = known ?? codeByPlace(rows, at);
    // A code that another row or device has is none for this one.
    if (proposal === undefined || codes.has(normalised(proposal)) || (!known && register.byCode.has(normalised(proposal)))) continue;
    Object.assign(problem, { proposal, basis: known ? 'register' : 'neighbours' });
  }
}

/** The device of the register that this row means though its code is ruined: the only one of its name with the same address or the same upstream. */
function knownAs({ values: { code = '', name = '', ip, upstream } }: ReadRow, register: HeldRegister): string | undefined {
  const same = (register.byName.get(linkKey(name)) ?? []).filter(
    (device) => (code === '' || couldBe(device.code, code)) && (ip === undefined ? device.upstream === upstream : device.ip === ip),
  );
  return same.length === 1 ? same[0]?.code : undefined;
}

function doubledCodes(same: readonly ReadRow[]): void {
  const [first, ...others] = same.filter(({ problems }) => !problems.some(({ code }) => code === 'ruinedCode'));
  for (const { values, problems } of others) {
    problems.push({ code: 'doubledCode', field: 'code', value: values.code ?? '', row: (first as ReadRow).row });
  }
}

/** Of rows with one address the one keeps it that fits between its neighbours, else the first. */
function doubledAddresses(same: readonly ReadRow[], rows: readonly ReadRow[], places: ReadonlyMap<ReadRow, number>): void {
  if (same.length < 2) return;
  const keeper = same.find((row) => addressByPlace(rows, places.get(row) as number) === row.values.ip) ?? (same[0] as ReadRow);
  for (const row of same) {
    if (row === keeper || row.decided.has('ip')) continue;
    row.problems.push({ code: 'doubledAddress', field: 'ip', value: row.values.ip ?? '', row: keeper.row, proposal: '' });
  }
}

function takenAddresses(rows: readonly ReadRow[], register: HeldRegister, codes: ReadonlyMap<string, ReadRow[]>): void {
  for (const { values, decided, problems } of rows) {
    if (values.ip === undefined || decided.has('ip') || problems.some(({ field }) => field === 'ip')) continue;
    const own = register.byCode.get(normalised(values.code ?? ''));
    // What the register says already is not asked again, and what the list says anew of the other device is held against the list itself.
    if (own?.ip === values.ip) continue;
    const holder = register.byAddress.get(values.ip)?.find(({ id, code }) => id !== own?.id && !codes.has(normalised(code)));
    const ruined = problems.find(({ code }) => code === 'ruinedCode')?.proposal;
    if (holder && holder.code !== ruined) {
      problems.push({ code: 'addressTaken', field: 'ip', value: values.ip, device: holder.name, proposal: '' });
    }
  }
}

function proposeAddresses(
  rows: readonly ReadRow[],
  places: ReadonlyMap<ReadRow, number>,
  addresses: ReadonlyMap<string, ReadRow[]>,
  register: HeldRegister,
): void {
  for (const row of rows) {
    for (const problem of row.problems) {
      if (!(['impossibleAddress', 'doubledAddress', 'addressTaken'] as RowProblem['code'][]).includes(problem.code)) continue;
      const proposal = addressByPlace(rows, places.get(row) as number);
      if (proposal === undefined || addresses.has(proposal)) continue;
      const holders = register.byAddress.get(proposal) ?? [];
      if (holders.some(({ code }) => normalised(code) !== normalised(row.values.code ?? ''))) continue;
      Object.assign(problem, { proposal, basis: 'neighbours' });
    }
  }
}

function unknownUpstreams(rows: readonly ReadRow[], register: HeldRegister): void {
  const known = new Set(rows.flatMap(({ values: { name = '', code = '' } }) => [linkKey(name), linkKey(code)]));
  for (const { name, code } of register.devices) known.add(linkKey(name)).add(linkKey(code));
  // Only what others name as their upstream, and is there, is a likely meaning of a name that is not.
  const upstreams = new Set(
    [...rows.map(({ values }) => values.upstream ?? ''), ...register.devices.map(({ upstream }) => upstream)].filter(
      (name) => name !== '' && known.has(linkKey(name)),
    ),
  );
  const alike = new Map<string, string | undefined>();
  for (const { values, decided, problems } of rows) {
    const { upstream } = values;
    if (upstream === undefined || decided.has('upstream') || known.has(linkKey(upstream))) continue;
    if (!alike.has(upstream)) alike.set(upstream, mostAlike(upstream, upstreams));
    const similar = alike.get(upstream);
    const proposal = similar === undefined ? { proposal: upstream } : { proposal: similar, basis: 'similar' as const };
    problems.push({ code: 'unknownUpstream', field: 'upstream', value: upstream, ...proposal });
  }
}

/** The one name that differs by a single slip of the hand; undefined when there is none, or several. */
function mostAlike(name: string, names: ReadonlySet<string>): string | undefined {
  const near = [...names].filter((other) => isOneSlip(linkKey(name), linkKey(other)));
  return near.length === 1 ? near[0] : undefined;
}

/** One character put in, left out or mistaken, or two turned round. Hyphens, `O` for `0` and `l` for `1` do not count. */
export function isOneSlip(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/[-_—–\s]/gu, '')
      .replaceAll('o', '0')
      .replaceAll('l', '1');
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  // In a number every figure counts: -01 and -02 are two switches.
  const [figuresA, figuresB] = [a.replace(/\D/gu, ''), b.replace(/\D/gu, '')];
  if (Number(figuresA) !== Number(figuresB)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (
    left.length + right.length === 1 ||
    (left.length === 1 && right.length === 1) ||
    (left.length === 2 && left === [...right].reverse().join(''))
  );
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
