/**
 * Puts lines together from the chunks a socket gives. Looks for the end of a line in the new chunk only: a large
 * attachment comes in hundreds of them. Undefined once a line is longer than `longest` characters.
 */
export function linesOf(longest: number): (chunk: string) => string[] | undefined {
  let parts: string[] = [];
  let length = 0;
  return (chunk) => {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      lines.push(parts.join('') + chunk.slice(start, end));
      parts = [];
      length = 0;
      start = end + 1;
    }
    const rest = chunk.slice(start);
    if (rest !== '') parts.push(rest);
    length += rest.length;
    return length > longest ? undefined : lines;
  };
}
