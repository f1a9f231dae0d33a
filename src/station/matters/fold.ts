import type { EntryFacts } from '../../shared/event';
import {
  matterCancelled,
  matterDone,
  matterOpened,
  matterProgressed,
  matterReceiptConfirmed,
  matterRelayed,
  matterReopened,
  matterSettled,
} from '../../shared/matters/events';
import type { MatterVerb } from '../../shared/matters/record';
import { type FoldOf, on } from '../journal/projection';
import type { KeptMoment, Matter } from './matter';

export const unheardMatter: Matter = { timeline: [] };

type Told = Partial<Omit<KeptMoment, 'entry' | 'verb' | 'at' | 'station' | 'author' | 'text'>>;

function noted(matter: Matter, verb: MatterVerb, { id, at, station }: EntryFacts, author: string, text: string, told: Told = {}): Matter {
  return { ...matter, timeline: [...matter.timeline, { entry: id, verb, at, station, author, text, replaces: [], ...told }] };
}

/** Everything said of a matter is kept in clock order; what it amounts to is read off it (matter.ts), so no order can lose anything. */
export const matterFolds: FoldOf<Matter>[] = [
  // Nobody else can open the same matter: the first opening stands.
  on(matterOpened, (matter: Matter, opening, facts) =>
    matter.opening
      ? matter
      : noted({ ...matter, opening }, 'open', facts, opening.author, opening.text, { happenedAt: opening.receivedAt }),
  ),
  on(matterRelayed, (matter: Matter, { author, what, ...told }, facts) => noted(matter, 'relay', facts, author, what, told)),
  on(matterReceiptConfirmed, (matter: Matter, { author, ...told }, facts) => noted(matter, 'confirmReceipt', facts, author, '', told)),
  on(matterProgressed, (matter: Matter, { author, note, ...told }, facts) => noted(matter, 'progress', facts, author, note, told)),
  on(matterDone, (matter: Matter, { author, result, replaces }, facts) => noted(matter, 'finish', facts, author, result, { replaces })),
  on(matterReopened, (matter: Matter, { author, reason, replaces }, facts) => noted(matter, 'reopen', facts, author, reason, { replaces })),
  on(matterCancelled, (matter: Matter, { author, reason, replaces }, facts) =>
    noted(matter, 'cancel', facts, author, reason, { replaces }),
  ),
  on(matterSettled, (matter: Matter, { author, note, side, holds, replaces }, facts) =>
    noted(matter, 'settle', facts, author, note, { side, replaces, ...holds }),
  ),
];
