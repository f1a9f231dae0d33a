import { isAddress } from '../../../shared/devices/addresses';
import { isRuinedCode } from '../../../shared/devices/codes';
import { DeviceFacts, type DeviceField, deviceFields } from '../../../shared/devices/facts';
import type { FieldChange, FieldTexts, RowProblem } from '../../../shared/devices/import-preview';
import { importanceOf, subsystemOf, usualSubsystemOf } from '../../../shared/devices/list-words';
import { calendarDateOf } from '../../../shared/people/dates';
import { dateOfSerial } from '../../spreadsheets';
import type { ListedRow } from './listed-rows';

/** A row read field by field, with what a person put in place of cells. */
export interface ReadRow extends ListedRow {
  /** Tidy, as the register would keep them; subsystem and importance as codes where they are known. */
  values: FieldTexts;
  /** Fields a person decided. */
  decided: ReadonlySet<DeviceField>;
  problems: RowProblem[];
  mended: FieldChange[];
}

/** Fields in which every character has a narrow form; in names and places brackets may well be wide. */
const narrow: readonly DeviceField[] = ['code', 'ip', 'port', 'inServiceSince'];

/** Reads the cells of one row, each by itself. */
export function readCells(row: ListedRow, mends: ReadonlyMap<DeviceField, string>): ReadRow {
  const read: ReadRow = { ...row, values: {}, decided: new Set(mends.keys()), problems: [], mended: [] };
  if (row.shifted) read.problems.push({ code: 'shiftedCells', field: 'code', value: row.texts.code ?? '' });
  for (const field of deviceFields) readCell(read, field, mends.get(field));
  return read;
}

function readCell(read: ReadRow, field: DeviceField, mend: string | undefined): void {
  const written = read.texts[field] ?? '';
  const whole = narrow.includes(field) ? written.normalize('NFKC') : narrowed(written);
  const clean = tidy(mend === undefined ? whole : mend);
  if (mend === undefined && clean !== written) {
    const code = clean === tidy(written) ? 'strayBlanks' : 'fullWidth';
    read.problems.push({ code, field, value: written.slice(0, 200), proposal: clean });
  }
  if (mend !== undefined && clean !== written) read.mended.push({ field, from: written.slice(0, 200), to: clean });
  const found = valueOf(field, clean, read.values.type ?? '');
  if (found.value !== '') read.values[field] = found.value;
  if (found.problem) read.problems.push({ field, value: clean.slice(0, 200), ...found.problem });
}

/** Figures and Latin letters in their narrow form. */
function narrowed(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (letter) => letter.normalize('NFKC'));
}

function tidy(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\s\u0000-\u001f\u007f\u200b\ufeff]+/gu, ' ').trim();
}

interface Found {
  value: string;
  problem?: Omit<RowProblem, 'field' | 'value'>;
}

function valueOf(field: DeviceField, text: string, type: string): Found {
  // A blank says nothing of a device that is known; missingOf says what a new one cannot be without.
  if (text === '') return field === 'code' ? { value: '', problem: { code: 'missing' } } : { value: '' };
  switch (field) {
    case 'code':
      return isRuinedCode(text) ? { value: text, problem: { code: 'ruinedCode' } } : bounded(field, text);
    case 'ip':
      return isAddress(text) ? { value: text } : { value: '', problem: { code: 'impossibleAddress', proposal: '' } };
    case 'port':
      return DeviceFacts.shape.port.safeParse(/^\d{1,5}$/.test(text) ? Number(text) : text).success
        ? { value: String(Number(text)) }
        : { value: '', problem: { code: 'badPort', proposal: '' } };
    case 'inServiceSince': {
      const date = calendarDateOf(text) ?? dateOfSerial(Number(text));
      return date === undefined ? { value: '', problem: { code: 'badDate', proposal: '' } } : { value: date };
    }
    case 'subsystem': {
      const subsystem = subsystemOf(text);
      const usual = usualSubsystemOf(type);
      return subsystem ? { value: subsystem } : { value: '', problem: { code: 'unknownSubsystem', ...(usual ? { proposal: usual } : {}) } };
    }
    case 'importance': {
      const importance = importanceOf(text);
      return importance ? { value: importance } : { value: '', problem: { code: 'unknownImportance', proposal: 'normal' } };
    }
    default:
      return bounded(field, text);
  }
}

/** What a device that is not in the register yet cannot be without. */
export function missingOf({ values, problems: known }: ReadRow): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const field of ['name', 'type'] as const) {
    if (values[field] === undefined) problems.push({ code: 'missing', field, value: '' });
  }
  if (values.subsystem === undefined && !known.some(({ field }) => field === 'subsystem')) {
    const usual = usualSubsystemOf(values.type ?? '');
    problems.push({ code: 'unknownSubsystem', field: 'subsystem', value: '', ...(usual ? { proposal: usual } : {}) });
  }
  return problems;
}

/** The register's own bounds. */
function bounded(field: DeviceField, text: string): Found {
  if (DeviceFacts.shape[field].safeParse(text).success) return { value: text };
  const cut = [...text].slice(0, 200);
  while (cut.length > 0 && !DeviceFacts.shape[field].safeParse(cut.join('')).success) cut.pop();
  return { value: text, problem: { code: 'tooLong', proposal: cut.join('').trim() } };
}
