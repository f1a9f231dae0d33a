import type { CalendarOf } from './rosterings';

export interface RosterOptions {
  /** log2 of scrypt's N. */
  passwordCost: number;
  calendarOf: CalendarOf;
}
