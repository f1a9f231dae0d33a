/** Who may be at the other end of the line, or at the door. */
export type CallerKind = 'police' | 'unit' | 'engineer' | 'vendor' | 'power' | 'citizen' | 'superior' | 'peer';

/**
 * What an entry of the log may say. What the text names (`{place}`, `{device}`, `{engineer}`) is linked in the entry too.
 */
export interface Pattern {
  text: string;
  caller?: CallerKind;
  /** First and last hour of the day in which such a thing happens. */
  hours?: readonly [number, number];
  /** How it went on; said in a follow-up, most of the time. */
  follow?: readonly string[];
  /** When, minutes later; the same day where nothing is said. */
  followAfter?: readonly [number, number];
  /** Written by the leader of the shift. */
  byLeader?: boolean;
  /** A photo or a scan belongs to it. */
  picture?: string;
}
