import type { EventDraft } from '../shared/event';
import type { Context } from './handler';
import { missedReports } from './reports';

/**
 * What the station notices by itself as time passes: a shift that ended unsigned, a report that was not sent. Answers every
 * event that is due now and not yet on record, each with an id derived from what it is about, so that two stations write it once.
 */
export type Notice = (context: Context) => (EventDraft & { derivedId: string })[];

/** Every notice of the station. A slice that watches the clock adds its line here. */
export const notices: readonly Notice[] = [missedReports];
