export { rosterHandlers } from './handlers';
export type { RosterOptions } from './options';
export { rosterRulesProjection, shiftChangeProjection, shiftProjection } from './projection';
export { readRosterRules, type RosterBook, shiftAfter, shiftAsked, shiftAt, shiftBefore, shiftByKey, shiftIdOf, shiftsOn } from './read';
export { reasonNeeded } from './reason-needed';
export { brokenBy, type CalendarOf, changedOf, factsAbout, rosteringsOf } from './rosterings';
