import type { ResponseLevel } from '../plans/scenarios';
import type { WarningLevel } from '../warnings/levels';

/** Response levels are counted in plans and written as numerals everywhere else (domain.md 4). */
export const levelNames: Record<ResponseLevel, WarningLevel> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };
