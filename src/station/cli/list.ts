import { z } from 'zod';
import { commonRefusals } from '../../shared/answer';
import { procedures } from '../../shared/contracts';
import { exitCodes } from './failure';

/** Prints every procedure as one JSON object: who may call it, how it may refuse, and its input as JSON Schema. */
export function list(): number {
  const all = [...procedures].map(([name, procedure]) => [
    name,
    {
      kind: procedure.kind,
      roles: procedure.roles,
      refusals: [...new Set([...procedure.refuses, ...commonRefusals])],
      reads: procedure.kind === 'query' ? procedure.reads : [],
      input: z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }),
    },
  ]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(all))}\n`);
  return exitCodes.ok;
}
