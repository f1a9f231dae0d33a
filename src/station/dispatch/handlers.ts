import type { faults as contract } from '../../shared/faults/contract';
import type { HandlersOf } from '../handler';
import { proposalsFor } from './proposals';

/** What dispatch asks: it looks at faults, people and the watch, and so stands above all three. */
export const dispatchHandlers: Pick<HandlersOf<typeof contract>, 'proposals'> = {
  proposals: ({ id }, context) => proposalsFor(context, id) ?? { refusal: { code: 'notFound' } },
};
