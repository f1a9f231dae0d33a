import type { AttendanceRecord } from '../../shared/attendance/record';
import { minute } from '../../shared/time';
import { ageInWords } from '../widgets/words-of-age';
import type { Word } from '../i18n/useWords';

/** One line of a shift's record in words. */
export function recordWords(t: Word<'attendance'>, common: Word<'common'>, record: AttendanceRecord): string {
  switch (record.what) {
    case 'checkedIn': {
      const name = record.person.name;
      if (record.post === undefined) return t('records.checkedInStandsIn', { name, reason: record.reason });
      return t(record.minutesLate > 0 ? 'records.checkedInLate' : 'records.checkedIn', {
        name,
        late: ageInWords(common, record.minutesLate * minute),
      });
    }
    case 'postLeft': {
      const { person, permission, reason } = record;
      return permission
        ? t('records.postLeft', { name: person.name, by: permission.by.name, means: t(`leave.${permission.means}`), reason })
        : t('records.postLeftUnpermitted', { name: person.name, reason });
    }
    case 'spotChecked':
      return t(record.result === 'inOrder' ? 'records.spotInOrder' : 'records.spotProblems', { name: record.checkedBy.name });
    default:
      return t(`records.${record.what}`, { name: record.person.name });
  }
}

/** What else a line says, beneath it. */
export function recordDetails(t: Word<'attendance'>, record: AttendanceRecord): string[] {
  if (record.what !== 'spotChecked') return [];
  const { present, findings, remark } = record;
  const names = present.map(({ name }) => name).join(t('common:separator'));
  return [names && t('records.spotPresent', { names }), findings, remark].filter((line) => line !== '');
}
