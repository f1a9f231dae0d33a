import { z } from 'zod';
import { FilledLine } from '../input';
import { PersonReference } from '../references';
import { ShiftPattern, twoShifts } from './pattern';

const Person = z.strictObject(PersonReference.shape);

/** A team that stands a shift together. */
export const Team = z.strictObject({ name: FilledLine(40), members: z.array(Person).max(12) });
export type Team = z.infer<typeof Team>;

/** What a roster of this unit is made from and held against (domain.md 1). */
export const RosterRules = z.strictObject({
  pattern: ShiftPattern,
  /** In the order in which they take turns. */
  teams: z.array(Team).max(40),
  leaders: z.array(Person).max(60),
  /** At least so many officers on a shift. */
  minimumOnShift: z.number().int().min(1).max(12),
  /** At least so many on site, leader counted in, on marked days: holidays, severe weather, major events. */
  minimumOnSite: z.number().int().min(1).max(40),
});
export type RosterRules = z.infer<typeof RosterRules>;

export const defaultRosterRules: RosterRules = { pattern: twoShifts, teams: [], leaders: [], minimumOnShift: 2, minimumOnSite: 4 };
