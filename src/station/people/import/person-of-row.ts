import { calendarDateOf } from '../../../shared/people/dates';
import type { ColumnField, RowProblem } from '../../../shared/people/import-preview';
import { cleanName } from '../../../shared/people/names';
import { blankPerson, PersonFacts, type Qualification, tiers } from '../../../shared/people/person';
import { phoneOf, phoneOfNumber } from '../../../shared/people/phones';
import { type Cell, dateOfSerial } from '../../spreadsheets';

export interface PersonOfRow {
  person: PersonFacts;
  problems: RowProblem[];
}

/** Reads one row of a list into what the register would keep, and says what is wrong with it. `today` is the station's date. */
export function personOfRow(cells: ReadonlyMap<ColumnField, Cell>, group: string, today: string): PersonOfRow {
  const problems: RowProblem[] = [];
  const problem = (code: RowProblem['code'], params: RowProblem['params'] = {}) => problems.push({ code, params });
  const line = (field: ColumnField) => oneLine(cells.get(field)?.text ?? '');

  const name = cleanName(line('name'));
  if (name === '') problem('missingName');
  else if (!/\p{L}/u.test(name)) problem('badName', { value: name.slice(0, 40) });

  const numbers = phonesOf(cells, problem);
  const [phone = '', ...others] = numbers.primary;
  const otherPhones = [...new Set([...others, ...numbers.other])].filter((number) => number !== phone);
  if (phone === '' && otherPhones.length > 0) problem('noPrimaryPhone');
  if (phone === '' && otherPhones.length === 0 && !problems.some(({ code }) => code === 'badPhone')) problem('noPhone');

  const person = {
    ...blankPerson,
    name,
    gender: genderOf(line('gender'), problem),
    post: line('post'),
    group: line('group') || (line('organisation') === '' ? group : ''),
    organisation: line('organisation'),
    responsibility: line('responsibility'),
    serviceTime: line('serviceTime'),
    phone,
    otherPhones,
    qualifications: qualificationsOf(cells, today, problem),
    tier: tierOf(line('tier'), problem),
    remark: cells.get('remark')?.text ?? '',
  };
  problems.push(...tooMuch(person));
  return { person, problems };
}

type Report = (code: RowProblem['code'], params?: RowProblem['params']) => void;

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** One cell may hold several numbers, `0571… / 190…`. */
function phonesOf(cells: ReadonlyMap<ColumnField, Cell>, problem: Report): { primary: string[]; other: string[] } {
  const read = (field: 'phone' | 'otherPhone') => {
    const cell = cells.get(field);
    if (!cell || /^[-—–/无\s]*$/u.test(cell.text)) return [];
    if (cell.number !== undefined) {
      const phone = phoneOfNumber(cell.text);
      if (phone === undefined) problem('badPhone', { value: cell.text.slice(0, 40), field });
      else if (phone !== cell.text) problem('areaCodeRestored', { value: phone });
      return phone === undefined ? [] : [phone];
    }
    const whole = phoneOf(cell.text);
    if (whole !== undefined) return [whole];
    const pieces = cell.text.split(/[\n,，;；、/]/u).filter((piece) => piece.trim() !== '');
    return pieces.flatMap((piece) => {
      const phone = phoneOf(piece);
      if (phone === undefined) problem('badPhone', { value: oneLine(piece).slice(0, 40), field });
      return phone ?? [];
    });
  };
  return { primary: read('phone'), other: read('otherPhone') };
}

function genderOf(text: string, problem: Report): PersonFacts['gender'] {
  if (text === '') return '';
  if (/^(男|男性|m|male)$/i.test(text)) return 'male';
  if (/^(女|女性|f|female)$/i.test(text)) return 'female';
  problem('unknownGender', { value: text.slice(0, 40) });
  return '';
}

function tierOf(text: string, problem: Report): PersonFacts['tier'] {
  if (text === '') return '';
  const said = text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
  const tier = tiers.find((known) => known.toUpperCase() === said) ?? (/厂家|厂商/u.test(said) ? 'vendor' : undefined);
  if (tier === undefined) problem('unknownTier', { value: text.slice(0, 40) });
  return tier ?? '';
}

function qualificationsOf(cells: ReadonlyMap<ColumnField, Cell>, today: string, problem: Report): Qualification[] {
  const written = oneLine(cells.get('qualification')?.text ?? '');
  const names = /^(无|-|—|\/)$/u.test(written) ? [] : written.split(/[,，;；、]/u).map((name) => name.trim());
  const expires = expiryOf(cells.get('qualificationExpiry'), problem);
  if (expires !== undefined && expires < today) problem('qualificationExpired', { date: expires });
  const filled = names.filter((name) => name !== '');
  if (filled.length === 0 && expires !== undefined) {
    problem('qualificationWithoutName', { date: expires });
    return [{ name: '', expires }];
  }
  return filled.map((name) => ({ name, ...(expires === undefined ? {} : { expires }) }));
}

/** A date as a date, as the day number behind one, or as text (`2027年7月3日`, `2027.7.3`, `2027/7/3`). */
function expiryOf(cell: Cell | undefined, problem: Report): string | undefined {
  if (!cell || /^(长期|长期有效|永久|无|-|—|\/)$/u.test(oneLine(cell.text))) return undefined;
  const date =
    cell.date ?? (cell.number === undefined ? calendarDateOf(cell.text) : (dateOfSerial(cell.number) ?? calendarDateOf(cell.text)));
  if (date === undefined) problem('badDate', { value: oneLine(cell.text).slice(0, 40) });
  return date;
}

/** The register's own bounds: what they refuse is named by its field. */
function tooMuch(person: PersonFacts): RowProblem[] {
  const parsed = PersonFacts.safeParse({ ...person, name: person.name === '' ? '-' : person.name });
  const fields = new Set((parsed.error?.issues ?? []).map(({ path }) => String(path[0])));
  return [...fields].map((field) => ({
    code: Array.isArray(person[field as keyof PersonFacts]) ? 'tooMany' : 'tooLong',
    params: { field },
  }));
}
