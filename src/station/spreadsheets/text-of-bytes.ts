export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file that does not say how it was written: by its mark, else UTF-8, else GB18030 (which holds GBK and GB2312,
 * what Chinese spreadsheet programs save by default). Undefined when it is none of these, or was cut within a character.
 */
export function textOfBytes(bytes: Buffer): { text: string; encoding: Encoding } | undefined {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  for (const encoding of marked ? [marked] : (['utf-8', 'gb18030'] as const)) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not written so: the next.
    }
  }
  return undefined;
}
