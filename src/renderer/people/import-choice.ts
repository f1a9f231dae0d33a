import type { ImportPreview, PreviewRow } from '../../shared/people/import-preview';

/** Rows that a person leaves out; rows that repeat another are left out until they are wanted instead. */
export type LeftOut = ReadonlySet<string>;

export function leftOutAtFirst(preview: ImportPreview): LeftOut {
  return new Set(preview.rows.filter(({ outcome }) => outcome === 'duplicate').map(({ key }) => key));
}

/** Rows with errors that nobody has decided on: until then nothing can be imported. */
export function undecided(preview: ImportPreview, out: LeftOut): PreviewRow[] {
  return preview.rows.filter(({ outcome, key }) => outcome === 'error' && !out.has(key));
}

/** Takes a row in or out. A row with errors can only be left out or be open again; of rows that are one person, one at most comes in. */
export function toggled(preview: ImportPreview, out: LeftOut, row: PreviewRow): LeftOut {
  if (row.outcome === 'unchanged' && !row.repeats && !isRepeated(preview, row)) return out;
  const next = new Set(out);
  if (!next.delete(row.key)) {
    next.add(row.key);
    return next;
  }
  if (row.outcome !== 'error') for (const other of sameAs(preview, row)) next.add(other.key);
  return next;
}

export interface Totals {
  added: number;
  changed: number;
  out: number;
}

/** What an import would do with this choice. A repeating row taken in stands for the one it repeats. */
export function totals(preview: ImportPreview, out: LeftOut): Totals {
  const kept = preview.rows.filter(({ key, outcome }) => !out.has(key) && outcome !== 'error');
  return {
    added: kept.filter(({ existing }) => existing === undefined).length,
    changed: kept.filter(({ existing, outcome }) => existing !== undefined && outcome !== 'unchanged').length,
    out: preview.rows.filter(({ key }) => out.has(key)).length,
  };
}

/** Everything a person should look at before importing. */
export function needsLook(row: PreviewRow): boolean {
  return row.outcome === 'error' || row.outcome === 'duplicate' || row.outcome === 'changes' || row.problems.length > 0;
}

function placeOf({ sheet, row }: { sheet: number; row: number }): string {
  return `${sheet}:${row}`;
}

function leaderOf(row: PreviewRow): string {
  return row.repeats ? placeOf(row.repeats) : row.key;
}

function sameAs(preview: ImportPreview, row: PreviewRow): PreviewRow[] {
  return preview.rows.filter((other) => other.key !== row.key && leaderOf(other) === leaderOf(row));
}

function isRepeated(preview: ImportPreview, row: PreviewRow): boolean {
  return preview.rows.some(({ repeats }) => repeats !== undefined && placeOf(repeats) === row.key);
}
