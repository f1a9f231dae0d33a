export { rosterRulesProjection, shiftProjection } from './projection';
export { readRosterRules, type RosterBook, shiftAfter, shiftAt, shiftBefore, shiftByKey, shiftIdOf, shiftsOn } from './read';
export { rosteringsOf } from './rosterings';
