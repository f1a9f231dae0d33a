import type { InputOf } from '../../shared/contract';
import type { Subsystem } from '../../shared/devices/facts';
import type { plannedWork } from '../../shared/planned-work/contract';
import type { WorkScope } from '../../shared/planned-work/events';
import { nobody, referenceOf, type TypedPerson } from '../people';

/** A new tag as typed; plain data, kept as a draft. */
export interface HangDraft {
  kind: WorkScope['kind'];
  devices: { id: string; name: string }[];
  /** What stands in the finder. */
  finding: string;
  takesDownBelow: boolean;
  area: string;
  place: string;
  subsystem: Subsystem | '';
  reason: string;
  owner: TypedPerson;
  starts: number | null;
  end: number | null;
  allowedBy: TypedPerson;
  effect: string;
}

export const emptyHang: HangDraft = {
  kind: 'devices',
  devices: [],
  finding: '',
  takesDownBelow: false,
  area: '',
  place: '',
  subsystem: '',
  reason: '',
  owner: nobody,
  starts: null,
  end: null,
  allowedBy: nobody,
  effect: '',
};

export type HangPart = 'scope' | 'reason' | 'owner' | 'phone' | 'end';

/** What a tag cannot be hung without and still lacks. */
export function missingInHang(draft: HangDraft): HangPart[] {
  const missing: HangPart[] = [];
  if (scopeOf(draft) === undefined) missing.push('scope');
  if (draft.reason.trim() === '') missing.push('reason');
  if (draft.owner.name.trim() === '') missing.push('owner');
  else if (draft.owner.phone.trim() === '') missing.push('phone');
  if (draft.end === null) missing.push('end');
  return missing;
}

type Hang = InputOf<typeof plannedWork.hang>;

/** What is worked on, as far as it was said. */
export function scopeOf({ kind, devices, takesDownBelow, area, place }: HangDraft): Hang['scope'] | undefined {
  if (kind === 'devices') return devices.length === 0 ? undefined : { kind, devices: devices.map(({ id }) => id), takesDownBelow };
  if (kind === 'area') return area.trim() === '' ? undefined : { kind, area: area.trim() };
  return place.trim() === '' ? undefined : { kind, place: place.trim() };
}

/** Undefined while something is missing. */
export function hangInputOf(draft: HangDraft): Hang | undefined {
  const scope = scopeOf(draft);
  const owner = referenceOf(draft.owner);
  if (!scope || !owner || draft.end === null) return undefined;
  return {
    scope,
    // A device says itself what it belongs to.
    subsystem: draft.kind === 'devices' || draft.subsystem === '' ? null : draft.subsystem,
    owner,
    reason: draft.reason.trim(),
    end: draft.end,
    allowedBy: referenceOf(draft.allowedBy) ?? null,
    effect: draft.effect.trim(),
    ...(draft.starts === null ? {} : { starts: draft.starts }),
  };
}
