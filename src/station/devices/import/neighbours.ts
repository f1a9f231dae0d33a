import { addressOfNumber, numberOfAddress } from '../../../shared/devices/addresses';
import { betweenNeighbours, couldBe, isRuinedCode, type Neighbour } from '../../../shared/devices/codes';
import type { ReadRow } from './cells';

/** How far up and down a neighbour is looked for. */
const furthest = 5;

/** The code that the rows above and below leave open here, if a ruined one could have been it. */
export function codeByPlace(rows: readonly ReadRow[], at: number): string | undefined {
  const written = rows[at]?.values.code ?? '';
  const length = neighbourOf(rows, at, -1, codeNumber)?.text.length;
  const number = betweenNeighbours(neighbourOf(rows, at, -1, codeNumber), neighbourOf(rows, at, 1, codeNumber));
  const code = number === undefined || length === undefined ? undefined : String(number).padStart(length, '0');
  return code !== undefined && (written === '' || couldBe(code, written)) ? code : undefined;
}

/** The address that the rows above and below leave open here. */
export function addressByPlace(rows: readonly ReadRow[], at: number): string | undefined {
  const number = betweenNeighbours(neighbourOf(rows, at, -1, addressNumber), neighbourOf(rows, at, 1, addressNumber));
  return number === undefined ? undefined : addressOfNumber(number);
}

type NumberIn = (row: ReadRow) => { value: bigint; text: string } | undefined;

const codeNumber: NumberIn = ({ values: { code = '' } }) =>
  /^\d{6,40}$/.test(code) && !isRuinedCode(code) ? { value: BigInt(code), text: code } : undefined;

const addressNumber: NumberIn = ({ values: { ip = '' } }) => {
  const value = numberOfAddress(ip);
  return value === undefined ? undefined : { value, text: ip };
};

/** The nearest row of the same sheet, up (-1) or down (1), that has a number. */
function neighbourOf(rows: readonly ReadRow[], at: number, step: 1 | -1, numberIn: NumberIn): (Neighbour & { text: string }) | undefined {
  for (let away = 1; away <= furthest; away++) {
    const row = rows[at + away * step];
    if (!row || row.sheet !== rows[at]?.sheet) return undefined;
    const found = numberIn(row);
    if (found) return { ...found, away };
  }
  return undefined;
}
