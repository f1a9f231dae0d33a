/** A piece of a paper that is never torn apart, with its measured height. */
export interface Piece {
  height: number;
  /** Heading of the table it belongs to; repeated, with its height, where the table goes on on another page. */
  table?: { key: string; headHeight: number } | undefined;
  /** A heading: never the last on its page. */
  keepsWithNext?: boolean;
}

export interface PageOfPieces {
  /** Places of its pieces in the whole. */
  pieces: number[];
  /** The table whose head is repeated at the top. */
  continues?: string;
}

/**
 * Puts pieces on pages of a given room, in order. A heading goes over with what it heads; a table that goes on repeats its
 * head. A piece higher than a page stands alone on one.
 */
export function pagesOf(pieces: readonly Piece[], room: number): PageOfPieces[] {
  const pages: PageOfPieces[] = [];
  let page: PageOfPieces = { pieces: [] };
  let left = room;
  const turn = (next: Piece) => {
    pages.push(page);
    const before = pieces[page.pieces.at(-1) ?? 0];
    const continues = next.table !== undefined && next.table.key === before?.table?.key ? next.table : undefined;
    page = { pieces: [], ...(continues ? { continues: continues.key } : {}) };
    left = room - (continues?.headHeight ?? 0);
  };
  pieces.forEach((piece, at) => {
    if (needed(pieces, at) > left && page.pieces.length > 0) turn(piece);
    page.pieces.push(at);
    left -= piece.height;
  });
  pages.push(page);
  return pages;
}

/** What must be free for a piece: its own height, and for headings that of what follows them. */
function needed(pieces: readonly Piece[], at: number): number {
  const piece = pieces[at];
  if (!piece) return 0;
  return piece.height + (piece.keepsWithNext ? needed(pieces, at + 1) : 0);
}
