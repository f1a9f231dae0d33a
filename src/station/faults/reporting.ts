import type { z } from 'zod';
import type { EventDraft } from '../../shared/event';
import type { ReportFault } from '../../shared/faults/contract';
import { faultReported } from '../../shared/faults/events';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { yearIn } from '../../shared/time';
import { deviceById } from '../devices';
import { type Refused, refuse, type SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { profilesInUse, unrecorded } from '../service-profiles';
import { letterOf } from '../unit';
import { byOf } from './step';

export interface Report {
  id: string;
  number: string;
  events: EventDraft[];
}

/** Takes a report in: under which profile, with which class, of which device; or why it cannot be taken. */
export function reportFault(input: z.output<typeof ReportFault>, context: SignedContext): Report | Refused {
  const { raw, db, journal, now, zone, newId } = context;
  const { profile: wanted, ...told } = input;
  const reportedAt = input.reportedAt ?? now;
  const foundAt = input.foundAt ?? reportedAt;
  if (reportedAt > now) return refuse('timeInFuture', { at: reportedAt });
  if (foundAt > reportedAt) return refuse('foundAfterReport', { foundAt, reportedAt });
  // The register says better than the screen what the device is called and where it hangs.
  const known = input.device?.id === undefined ? undefined : deviceById(raw, input.device.id);
  const subsystem = input.subsystem ?? known?.subsystem;
  if (!subsystem) return refuse('subsystemNeeded');
  const inUse = profilesInUse(context);
  const chosen = wanted === undefined ? inUse[0] : inUse.find(({ profile }) => profile.code === wanted);
  if (!chosen) return refuse('profileNotInUse', { profile: wanted ?? '' });
  const objection = unfit(chosen.profile, input.class, input.traits);
  if (objection) return objection;
  const id = newId();
  const number = nextNumber(raw, 'faults', letterOf(db, journal.station), yearIn(zone, now));
  const draft = faultReported(id, {
    ...told,
    number,
    foundAt,
    reportedAt,
    device: known ? { id: known.id, code: known.code, name: known.name } : input.device,
    place: input.place || (known?.place ?? ''),
    subsystem,
    priority: input.priority ?? chosen.profile.classes.find(({ code }) => code === input.class)?.priority,
    profile: { code: chosen.profile.code, version: chosen.version },
    by: byOf(context),
  });
  return { id, number, events: [...unrecorded(context, chosen.version), draft] };
}

/** Why a class or a trait does not belong to a profile. */
export function unfit(profile: ServiceProfile, grave: string, traits: Readonly<Record<string, string>> = {}): Refused | undefined {
  const classes = profile.classes.map(({ code }) => code);
  if (!classes.includes(grave)) return refuse('classUnknown', { class: grave, known: classes.join(',') });
  for (const [name, value] of Object.entries(traits)) {
    const options = profile.traits.find(({ code }) => code === name)?.options.map(({ code }) => code);
    if (!options?.includes(value)) return refuse('traitUnknown', { trait: name, value, known: options?.join(',') ?? '' });
  }
  return undefined;
}
