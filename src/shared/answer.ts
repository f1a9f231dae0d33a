/** A refusal is a value, not an exception: a code the contract names and the facts the sentence on the screen needs. */
export interface Refusal {
  code: string;
  params?: Record<string, string | number | boolean>;
  /** Filled for `invalidInput` only: which field, and which rule it broke. */
  issues?: InputIssue[];
}

export interface InputIssue {
  path: string;
  rule: string;
  params?: Record<string, string | number>;
}

export type Answer<O> = { ok: true; value: O } | { ok: false; refusal: Refusal };

/** Codes any procedure may answer with, beside those its own contract names. */
export const commonRefusals = [
  'invalidInput',
  'unknownProcedure',
  'notSignedIn',
  'sessionLocked',
  'passwordMustChange',
  'notAllowed',
  'notFound',
  'notFounded',
  'diskFull',
  'readOnly',
  'stationDown',
  'failed',
] as const;
export type CommonRefusal = (typeof commonRefusals)[number];
