import type { DeskNote, RecordOfNote } from '../shared/bridge';

/** What a page says, made harmless: a few words, and at most the id of a record. */
export function noteOf(said: unknown): DeskNote | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  const { title, body, urgent, record } = said as Record<string, unknown>;
  if (typeof title !== 'string' || typeof body !== 'string' || title === '') return undefined;
  const known = recordOf(record);
  return { title: title.slice(0, 120), body: body.slice(0, 400), urgent: urgent === true, ...(known ? { record: known } : {}) };
}

function recordOf(said: unknown): RecordOfNote | undefined {
  const { kind, id, title } = (said ?? {}) as Record<string, unknown>;
  if (typeof kind !== 'string' || typeof id !== 'string' || typeof title !== 'string') return undefined;
  return /^[a-zA-Z]{1,40}$/.test(kind) && /^[0-9a-f-]{36}$/.test(id) ? { kind, id, title: title.slice(0, 60) } : undefined;
}
