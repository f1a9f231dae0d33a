import type { z } from 'zod';
import type { Role } from './roles';

/** Who may call a procedure. `anyone` needs no session (first run, sign in); `signedIn` any account with an open session. */
export type Access = 'anyone' | 'signedIn' | readonly Role[];

export interface CommandContract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'command';
  /** `slice.verb`, stamped by {@link slice}. */
  readonly name: string;
  readonly input: I;
  readonly output: O;
  readonly roles: Access;
  readonly refuses: readonly string[];
}

export interface QueryContract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query';
  readonly name: string;
  readonly input: I;
  readonly output: O;
  readonly roles: Access;
  /** Slices whose change makes an earlier answer stale. */
  readonly reads: readonly string[];
  readonly refuses: readonly string[];
}

export type Procedure = CommandContract | QueryContract;
export type InputOf<P extends { input: z.ZodType }> = z.input<P['input']>;
export type ParsedInputOf<P extends { input: z.ZodType }> = z.output<P['input']>;
export type OutputOf<P extends { output: z.ZodType }> = z.output<P['output']>;

export function command<I extends z.ZodType, O extends z.ZodType>(facts: {
  input: I;
  output: O;
  roles: Access;
  refuses?: readonly string[];
}): CommandContract<I, O> {
  return { kind: 'command', name: '', refuses: [], ...facts };
}

export function query<I extends z.ZodType, O extends z.ZodType>(facts: {
  input: I;
  output: O;
  roles: Access;
  reads: readonly string[];
  refuses?: readonly string[];
}): QueryContract<I, O> {
  return { kind: 'query', name: '', refuses: [], ...facts };
}

/** All a screen may ask of one slice. Stamps each procedure with its full name `key.verb`. */
export function slice<P extends Record<string, Procedure>>(key: string, procedures: P): P {
  return Object.fromEntries(Object.entries(procedures).map(([verb, facts]) => [verb, { ...facts, name: `${key}.${verb}` }])) as P;
}
