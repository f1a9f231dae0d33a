/** The beginning of a text that may be longer than there is room for. */
export function beginningOf(text: string, longest: number): string {
  return (text.length > longest ? `${text.slice(0, longest - 1)}…` : text).toWellFormed().trim();
}
