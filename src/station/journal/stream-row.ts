/** A stream as the journal keeps it: the number its rows bear, its id, the hybrid clock of its newest entry. */
export interface StreamRow {
  n: number;
  id: string;
  lastHlc: number;
}
