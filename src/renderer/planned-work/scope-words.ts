import type { WorkRow } from '../../shared/planned-work/record';
import type { Word } from '../i18n/useWords';

/** What a work is done on, in one line: the first of many devices stands for them. */
export function scopeInWords(
  t: Word<'plannedWork'>,
  device: Word<'devices'>,
  { scope, subsystem }: Pick<WorkRow, 'scope' | 'subsystem'>,
): string {
  if (!scope) return '';
  if (scope.kind === 'devices') {
    const [first, ...rest] = scope.devices;
    return rest.length === 0 ? (first?.name ?? '') : t('scope.more', { name: first?.name ?? '', n: scope.devices.length });
  }
  const what = scope.kind === 'area' ? scope.area : scope.place;
  return subsystem === null ? what : t('scope.ofSubsystem', { what, subsystem: device(`subsystem.${subsystem}`) });
}
