import { z } from 'zod';
import { command, query, slice } from '../contract';
import { FilledLine } from '../input';

const Key = FilledLine(80);
/** What an officer has typed and not yet sent. Kept at this desk only, per officer; survives a killed process. */
export const drafts = slice('drafts', {
  load: query({
    input: z.object({ key: Key }),
    output: z.object({ content: z.string(), at: z.number() }).nullable(),
    roles: 'signedIn',
    reads: [],
  }),
  save: command({ input: z.object({ key: Key, content: z.string().max(500_000) }), output: z.null(), roles: 'signedIn' }),
  discard: command({ input: z.object({ key: Key }), output: z.null(), roles: 'signedIn' }),
});
