import type { InputOf } from '../../shared/contract';
import type { Attachment } from '../../shared/attachments/contract';
import type { DeviceCard } from '../../shared/devices/contract';
import type { Subsystem } from '../../shared/devices/facts';
import type { faults } from '../../shared/faults/contract';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import type { FaultClass, faultSources, priorities } from '../../shared/faults/intake';
import type { DeviceReference } from '../../shared/references';
import { nobody, referenceOf, type TypedPerson } from '../people';

/** The report as typed; plain data, kept as a draft. */
export interface ReportDraft {
  device: { id: string; code: string; text: string };
  place: string;
  subsystem: Subsystem | '';
  symptom: string;
  class: FaultClass;
  /** Code of the profile; blank is the usual one. */
  profile: string;
  /** Only what differs from the usual. */
  traits: Record<string, string>;
  source: (typeof faultSources)[number];
  foundAt: number | null;
  reportedAt: number | null;
  reporter: TypedPerson;
  scope: string;
  tried: string;
  priority: (typeof priorities)[number] | '';
  attachments: Attachment[];
}

export const emptyReport: ReportDraft = {
  device: { id: '', code: '', text: '' },
  place: '',
  subsystem: '',
  symptom: '',
  class: '',
  profile: '',
  traits: {},
  source: 'phone',
  foundAt: null,
  reportedAt: null,
  reporter: nobody,
  scope: '',
  tried: '',
  priority: '',
  attachments: [],
};

/** Another profile has other classes and asks for other traits. */
export function withProfile(profile: string): Partial<ReportDraft> {
  return { profile, class: '', traits: {} };
}

/** What the register says of the device, taken over into the form. */
export function withDevice(device: DeviceCard): Partial<ReportDraft> {
  return { device: { id: device.id, code: device.code, text: device.name }, place: device.place, subsystem: device.subsystem };
}

/** The device as a report names it; typed words that are in no register are a name too. */
export function deviceOf({ device }: ReportDraft): DeviceReference | undefined {
  const name = device.text.trim().slice(0, 120);
  if (name === '') return undefined;
  return device.id ? { id: device.id, code: device.code, name } : { name };
}

export type MissingInReport = 'device' | 'symptom' | 'class' | 'subsystem';

export function missingInReport(draft: ReportDraft): MissingInReport[] {
  const missing: MissingInReport[] = [];
  if (draft.device.text.trim() === '' && draft.place.trim() === '') missing.push('device');
  if (draft.symptom.trim() === '') missing.push('symptom');
  if (draft.class === '') missing.push('class');
  if (draft.subsystem === '') missing.push('subsystem');
  return missing;
}

/** `profile`: the one it is reported under; what nobody answered otherwise is said as its usual value. */
export function reportOf(draft: ReportDraft, profile: ServiceProfile | undefined): InputOf<typeof faults.report> {
  const { place, subsystem, symptom, source, foundAt, reportedAt, reporter, scope, tried, priority, attachments } = draft;
  return {
    source,
    foundAt: foundAt ?? undefined,
    reportedAt: reportedAt ?? undefined,
    reporter: referenceOf(reporter),
    device: deviceOf(draft),
    place,
    subsystem: subsystem || undefined,
    symptom,
    scope,
    tried,
    class: draft.class as FaultClass,
    priority: priority || undefined,
    attachments,
    ...(profile
      ? {
          profile: profile.code,
          traits: Object.fromEntries(profile.traits.map(({ code, usual }) => [code, draft.traits[code] ?? usual])),
        }
      : {}),
  };
}
