import type { WorkScope } from '../../shared/planned-work/events';

/** What a work is done on, by name. */
export function namesOf(scope: WorkScope): string[] {
  if (scope.kind === 'devices') return scope.devices.map(({ name }) => name);
  return [scope.kind === 'area' ? scope.area : scope.place];
}
