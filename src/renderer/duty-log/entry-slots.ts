import type { ComponentType } from 'react';
import type { LogDetails } from '../../shared/duty-log/contract';
import type { Role } from '../../shared/roles';
import type { ShellVerbs } from '../shell';
import type { useTell } from '../station';

/** What another slice adds to the entries of the log, without the log knowing that slice. */
export interface EntrySlot {
  key: string;
  /** In the panel of an entry: what the slice has of it, and what it can make of it. */
  Panel: ComponentType<{ entry: LogDetails }>;
  /** A tick in the form of a new entry: what is to be done with it as soon as it is saved. */
  tick: {
    /** Name of the word, with its slice: `reports:entry.tick`. */
    label: string;
    /** Digit that ticks it together with Ctrl, beside those of the kinds. */
    digit: '9' | '0';
    roles: readonly Role[];
    afterSaving: (entry: { id: string; number: string }, shell: ShellVerbs, tell: ReturnType<typeof useTell>) => Promise<void>;
  };
}

const slots: EntrySlot[] = [];

/** Called once by a slice that has something to add, when the window starts. */
export function addToEntries(slot: EntrySlot): void {
  if (slots.some(({ key }) => key === slot.key)) return;
  slots.push(slot);
  // As the digits stand on the keyboard: 9 before 0, whichever slice was read first.
  slots.sort((one, other) => Number(other.tick.digit) - Number(one.tick.digit));
}

/** What the slices added, in the order of their digits. */
export function entrySlots(): readonly EntrySlot[] {
  return slots;
}
