import type { Row, Unit } from './row';

/** The report as plain text, one line per row, the notes beneath. */
export function tableOf(rows: readonly Row[]): string {
  const notes: string[] = [];
  const lines = rows.map((row) => {
    if (row.note) notes.push(row.note);
    return [
      row.part,
      row.note ? `${row.what} [${notes.length}]` : row.what,
      amount(row.value, row.unit),
      row.floor ? `${amount(row.floor.value, row.unit)}  ${row.floor.what}` : '',
      row.ratio === undefined ? '' : `${row.ratio.toFixed(2)} ×`,
      goalText(row),
      row.goal ? (row.goal.met ? 'met' : 'MISSED') : '',
    ];
  });
  const heads = ['part', 'what', 'median', 'floor in the same run', 'ratio', 'goal', ''];
  const all = [heads, ...lines];
  const widths = heads.map((_, column) => Math.max(...all.map((line) => (line[column] as string).length)));
  const text = all.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join('  ')
      .trimEnd(),
  );
  text.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  return [...text, ...(notes.length > 0 ? [''] : []), ...notes.map((note, i) => `[${i + 1}] ${note}`)].join('\n');
}

function goalText({ goal, unit }: Row): string {
  if (!goal) return '';
  const sign = goal.sense === 'atMost' ? '≤' : '≥';
  return goal.of === 'ratio' ? `${sign} ${goal.limit} × floor` : `${sign} ${amount(goal.limit, unit)}`;
}

function amount(value: number, unit: Unit): string {
  if (unit === '/s') return `${Math.round(value).toLocaleString('en')}/s`;
  if (unit === 'MB') return `${value.toFixed(0)} MB`;
  return `${value.toFixed(unit === 's' ? 1 : value < 10 ? 3 : 0)} ${unit}`;
}
