import type { Refusal } from '../../shared/answer';

/** A refusal together with the procedure that gave it, so that the right slice's words can be found. */
export interface StationRefusal extends Refusal {
  procedure: string;
}

/** Carries a refusal through react-query, which only keeps yesterday's answer when today's question fails with a throw. */
export class RefusedAnswer extends Error {
  constructor(readonly refusal: StationRefusal) {
    super(`${refusal.procedure}: ${refusal.code}`);
  }
}

/** The refusal inside whatever was thrown; anything unknown is our own fault and reads `failed`. */
export function refusalOf(thrown: unknown, procedure: string): StationRefusal {
  return thrown instanceof RefusedAnswer ? thrown.refusal : { code: 'failed', procedure };
}
