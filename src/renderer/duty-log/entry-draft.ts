import type { Attachment } from '../../shared/attachments/contract';
import type { LogFields } from '../../shared/duty-log/events';
import type { LogKind } from '../../shared/duty-log/kinds';
import type { DeviceReference, PersonReference } from '../../shared/references';

/** The fields of an entry as typed; plain data, kept as a draft. What stands in a field and was not yet added counts too. */
export interface EntryDraft {
  text: string;
  kind: LogKind;
  /** Null: now, when it is saved. */
  occurredAt: number | null;
  caller: { id: string; name: string; phone: string };
  persons: PersonReference[];
  person: string;
  places: string[];
  place: string;
  devices: DeviceReference[];
  device: string;
  attachments: Attachment[];
  /** Keys of what other slices are to do with it once it is saved. */
  ticked: string[];
}

export const emptyEntry: EntryDraft = {
  text: '',
  kind: 'call',
  occurredAt: null,
  caller: { id: '', name: '', phone: '' },
  persons: [],
  person: '',
  places: [],
  place: '',
  devices: [],
  device: '',
  attachments: [],
  ticked: [],
};

/** What parts names that are typed in one go. */
export const nameBreaks = /[、，,；;\n]+/u;

const line = (text: string, max: number) => text.replace(/\s+/gu, ' ').trim().slice(0, max).toWellFormed();

/** `张某 19000001234` is a name and a phone; everything else is a name. */
export function personOf(typed: string): PersonReference | undefined {
  const text = line(typed, 80);
  const parts = /^(.*[^\d\s+-])\s*(\+?\d[\d-]{4,18}\d)$/u.exec(text);
  const name = line(parts?.[1] ?? text, 40);
  if (name === '') return undefined;
  return parts?.[2] ? { name, phone: parts[2] } : { name };
}

export function personsOf(typed: string): PersonReference[] {
  return typed.split(nameBreaks).flatMap((part) => personOf(part) ?? []);
}

export function placesOf(typed: string): string[] {
  return typed.split(nameBreaks).flatMap((part) => line(part, 120) || []);
}

export function devicesOf(typed: string): DeviceReference[] {
  return placesOf(typed).map((name) => ({ name }));
}

export function callerOf({ id, name, phone }: EntryDraft['caller']): PersonReference | null {
  const known = line(phone, 40);
  if (!id && !known) return personOf(name) ?? null;
  const said = line(name, 40);
  return said === '' ? null : { ...(id ? { id } : {}), name: said, ...(known ? { phone: known } : {}) };
}

/** All that the form says, apart from when it happened and the files. */
export function fieldsOf(draft: EntryDraft): Omit<LogFields, 'occurredAt'> {
  return {
    kind: draft.kind,
    text: draft.text.trim(),
    caller: callerOf(draft.caller),
    persons: [...draft.persons, ...personsOf(draft.person)].slice(0, 50),
    places: [...new Set([...draft.places, ...placesOf(draft.place)])].slice(0, 20),
    devices: [...draft.devices, ...devicesOf(draft.device)].slice(0, 50),
  };
}

/** The form filled with what an entry says now, to be corrected. */
export function draftOf({ occurredAt, kind, caller, persons, places, devices, text }: LogFields): EntryDraft {
  return {
    ...emptyEntry,
    text,
    kind,
    occurredAt,
    caller: { id: caller?.id ?? '', name: caller?.name ?? '', phone: caller?.phone ?? '' },
    persons,
    places,
    devices,
  };
}
