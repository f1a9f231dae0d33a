export { attemptProjection } from './projection';
export { attemptsOn, refusedAttempt } from './refused-attempt';
