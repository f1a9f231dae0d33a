import type { Answer } from './answer';

/** What travels between the shell and its station process, and over the station's local socket. */
export interface CallMessage {
  id: number;
  name: string;
  input: unknown;
  token?: string | undefined;
  /** Names the call for good: sent again after a crash, it is answered and not done twice. */
  call?: string | undefined;
}

export type StationMessage =
  | { kind: 'answer'; id: number; answer: Answer<unknown> }
  | { kind: 'changed'; slices: string[] }
  | { kind: 'ready' }
  /** The data folder cannot be used: said once, before the process ends. */
  | { kind: 'refused'; code: string; message: string };
