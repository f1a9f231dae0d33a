export { dutyLogHandlers } from './handlers';
export { logProjection } from './projection';
export { entryById, type WrittenEntry } from './read';
