import { z } from 'zod';
import { command, query, slice } from '../contract';

export const BrokenEntry = z.object({
  station: z.string(),
  letter: z.string(),
  seq: z.number(),
  id: z.string(),
  reason: z.string(),
  /** What it speaks of, `handover:0198…`; blank where that cannot be read. */ stream: z.string(),
});
/** A signed record whose frozen content is no longer what was signed: its stream, and what people call it. */
export const AlteredRecord = z.object({ stream: z.string(), about: z.string() });
export type AlteredRecord = z.infer<typeof AlteredRecord>;
export const Verification = z.object({
  sound: z.boolean(),
  entries: z.number(),
  stations: z.number(),
  signatures: z.number(),
  /** The first broken entry, when not sound. */
  broken: BrokenEntry.optional(),
  /** Signed records that were altered, in the journal or in the tables made from it. */
  altered: z.array(AlteredRecord),
  milliseconds: z.number(),
});
export type Verification = z.infer<typeof Verification>;

export const EntryRow = z.object({
  id: z.string(),
  letter: z.string(),
  seq: z.number(),
  at: z.number(),
  actor: z.string(),
  actorName: z.string(),
  stream: z.string(),
  name: z.string(),
  hash: z.string(),
});
export type EntryRow = z.infer<typeof EntryRow>;

export const journal = slice('journal', {
  verify: query({ input: z.object({}), output: Verification, roles: ['auditAdmin', 'sysAdmin'], reads: [] }),
  /** Newest first; the trail of who did what. */
  entries: query({
    input: z.object({
      before: z.number().int().optional(),
      stream: z.string().max(100).optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(EntryRow), next: z.number().optional() }),
    roles: ['auditAdmin'],
    reads: ['*'],
  }),
  rebuild: command({ input: z.object({}), output: z.object({ streams: z.number() }), roles: ['sysAdmin'] }),
});
