import type { warnings as contract } from '../../shared/warnings/contract';
import type { HandlersOf } from '../handler';
import { decidingHandlers } from './deciding-handlers';
import { followingHandlers } from './following-handlers';
import type { WarningOptions } from './options';

/** Warnings and response levels: decided by who may, lifted explicitly, every step on record. */
export function warningHandlers(options: WarningOptions): HandlersOf<typeof contract> {
  return { ...decidingHandlers(options), ...followingHandlers };
}
