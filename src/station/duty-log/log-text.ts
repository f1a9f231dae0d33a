import { currentFields, type LogEntry, type LogOriginal } from '../../shared/duty-log/entry';
import type { LogFields } from '../../shared/duty-log/events';
import { isLate } from '../../shared/duty-log/late';
import type { LogKind } from '../../shared/duty-log/kinds';
import { tagOf } from '../search/tokens';
import type { LogHit } from '../../shared/duty-log/contract';

export interface LogPart {
  part: LogHit['part'] | 'text';
  text: string;
}

/** Everything of an entry that is found by its words: what it says, what it once said, and what stands beside it. */
export function partsOf({ original, corrections, followUps, voidings }: LogEntry): LogPart[] {
  if (!original) return [];
  const current = corrections.length > 0 ? currentFields(original, corrections) : original;
  const parts: LogPart[] = [
    { part: 'text', text: current.text },
    { part: 'number', text: original.number },
    { part: 'author', text: original.author },
    ...namesOf(current),
    ...original.attachments.map(({ name }): LogPart => ({ part: 'attachment', text: name })),
  ];
  if (corrections.length > 0) parts.push(...earlierOf(original, corrections, parts));
  for (const { author, text, attachments } of followUps) {
    parts.push({ part: 'followUp', text }, { part: 'author', text: author });
    parts.push(...attachments.map(({ name }): LogPart => ({ part: 'attachment', text: name })));
  }
  for (const { author, reason } of voidings) parts.push({ part: 'voiding', text: reason }, { part: 'author', text: author });
  return parts;
}

function earlierOf(original: LogOriginal, corrections: LogEntry['corrections'], now: LogPart[]): LogPart[] {
  const said = new Set(now.map(({ text }) => text));
  const earlier: LogPart[] = [];
  for (const fields of [original, ...corrections.map(({ changes }) => changes)]) {
    const texts = [...(fields.text === undefined ? [] : [fields.text]), ...namesOf(fields).map(({ text }) => text)];
    for (const text of texts) if (!said.has(text)) earlier.push({ part: 'earlier', text });
    for (const text of texts) said.add(text);
  }
  for (const { author, reason } of corrections) earlier.push({ part: 'reason', text: reason }, { part: 'author', text: author });
  return earlier;
}

function namesOf({ caller, persons = [], places = [], devices = [] }: Partial<LogFields>): LogPart[] {
  const parts: LogPart[] = [];
  if (caller) parts.push({ part: 'caller', text: said(caller.name, caller.phone) });
  for (const { name, phone } of persons) parts.push({ part: 'person', text: said(name, phone) });
  for (const place of places) parts.push({ part: 'place', text: place });
  for (const { name, code } of devices) parts.push({ part: 'device', text: said(name, code) });
  return parts;
}

function said(name: string, more: string | undefined): string {
  return more ? `${name} ${more}` : name;
}

/** Words a filter asks for, one token each: kind, persons of the register, entered late. */
export function tagsOf({ original, corrections }: LogEntry): string[] {
  if (!original) return [];
  const current = corrections.length > 0 ? currentFields(original, corrections) : original;
  const tags = [kindTag(current.kind)];
  const ids = new Set([current.caller, ...current.persons].flatMap((person) => (person?.id ? [person.id] : [])));
  for (const id of ids) tags.push(personTag(id));
  if (isLate(current.occurredAt, original.at)) tags.push(lateTag);
  return tags;
}

export const kindTag = (kind: LogKind) => tagOf(`kind.${kind}`);
export const personTag = (id: string) => tagOf(`person.${id}`);
export const lateTag = tagOf('late');
