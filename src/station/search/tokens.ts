import { initialAt } from './initials';
import { isBreak } from './normalised';

// What the index is told of a text: overlapping pairs of its characters, so that a phrase of pairs finds any substring.
// The tokens are written as the bytes SQLite takes: building strings of them cost more than indexing them.
//   single   `=` and a character: first of all, once for each that there is, so that one character is found as fast as two
//   pair     `=` and two characters; the last of a run stands alone, so that no phrase reaches over the gap
//   initials two pinyin initials as one character of the private area
//   tag      `#` and a word of the slice's own

const pairMark = 0x3d;
const space = 0x20;
const privateArea = 0xe000;
/** Letters a to z, and none behind the last of a run. */
const letterSpan = 27;

let bytes: Buffer = Buffer.allocUnsafe(64 * 1024);
let length = 0;

/**
 * Tokens of a normalised text and of tags apart by spaces, as UTF-8. The buffer is used again by the next call: bind it
 * at once.
 */
export function tokensOf(normal: string, tags: string): Buffer {
  // Per character at most: mark, four bytes, space; mark, two of four bytes, space; three bytes of initials and a space.
  const most = normal.length * 20 + tags.length * 3 + 64;
  if (bytes.length < most) bytes = Buffer.allocUnsafe(most * 2);
  length = 0;
  writeSingles(normal);
  writePairs(normal);
  writeInitials(normal);
  if (tags !== '') length += bytes.write(tags, length);
  return bytes.subarray(0, length);
}

/** The text in which each character was last written as a single. */
const writtenIn = new Uint32Array(0x10000);
let texts = 0;

function writeSingles(text: string): void {
  texts = (texts + 1) >>> 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length) code = text.codePointAt(i++) as number;
    else if (writtenIn[code] === texts || isBreak(code)) continue;
    else writtenIn[code] = texts;
    bytes[length++] = pairMark;
    writeCharacter(code);
    bytes[length++] = space;
  }
}

function writePairs(text: string): void {
  let before = -1;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length) code = text.codePointAt(i++) as number;
    const ends = isBreak(code);
    if (before >= 0) {
      bytes[length++] = pairMark;
      writeCharacter(before);
      if (!ends) writeCharacter(code);
      bytes[length++] = space;
    }
    before = ends ? -1 : code;
  }
  if (before < 0) return;
  bytes[length++] = pairMark;
  writeCharacter(before);
  bytes[length++] = space;
}

function writeInitials(text: string): void {
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = initialAt(text, i);
    if (before !== 0) writeInitialPair(before, letter);
    before = letter;
  }
  if (before !== 0) writeInitialPair(before, 0);
}

function writeInitialPair(first: number, second: number): void {
  writeCharacter(privateArea + first * letterSpan + second);
  bytes[length++] = space;
}

function writeCharacter(code: number): void {
  if (code < 0x80) {
    bytes[length++] = code;
  } else if (code < 0x800) {
    bytes[length++] = 0xc0 | (code >> 6);
    bytes[length++] = 0x80 | (code & 0x3f);
  } else if (code < 0x10000) {
    bytes[length++] = 0xe0 | (code >> 12);
    bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[length++] = 0x80 | (code & 0x3f);
  } else {
    bytes[length++] = 0xf0 | (code >> 18);
    bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
    bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[length++] = 0x80 | (code & 0x3f);
  }
}

/** FTS5 phrase for an unbroken run: pairs for two characters and more, a single for one. */
export function runPhrase(run: string): string {
  const characters = [...run];
  if (characters.length === 1) return quoted(`=${run}`);
  return quoted(
    characters
      .slice(0, -1)
      .map((character, i) => `=${character}${characters[i + 1]}`)
      .join(' '),
  );
}

/** True for what may be meant as pinyin initials: two Latin letters or more. */
export function canBeInitials(run: string): boolean {
  return /^[a-z]{2,}$/.test(run);
}

/** FTS5 phrase for pinyin initials; undefined for what cannot be initials. */
export function initialsPhrase(run: string): string | undefined {
  if (!canBeInitials(run)) return undefined;
  const letters = Array.from(run, (letter) => letter.charCodeAt(0) - 0x60);
  const pairs = letters
    .slice(0, -1)
    .map((letter, i) => String.fromCharCode(privateArea + letter * letterSpan + (letters[i + 1] as number)));
  return quoted(pairs.join(' '));
}

/** A word that filters ask for, as it must stand among the tags. */
export function tagOf(word: string): string {
  return `#${word}`;
}

/** A string of FTS5's query language. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
