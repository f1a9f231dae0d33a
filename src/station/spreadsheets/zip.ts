import { crc32, inflateRawSync } from 'node:zlib';
import { limits, Unreadable } from './limits';

// ZIP (APPNOTE 6.3): read by its central directory, each part unpacked under a limit that the file cannot talk away.

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

interface Part {
  name: string;
  method: number;
  packed: number;
  offset: number;
}

export interface Zip {
  names: string[];
  /** The unpacked part, or undefined when there is none of that name. Throws `Unreadable`. */
  read(name: string): Buffer | undefined;
}

/** Opens a ZIP archive in memory. Throws `Unreadable` for anything else, for encrypted ones and for ZIP64. */
export function openZip(bytes: Buffer): Zip {
  const parts = new Map(directoryOf(bytes).map((part) => [part.name, part]));
  let unpacked = 0;
  return {
    names: [...parts.keys()],
    read(name) {
      const part = parts.get(name);
      if (!part) return undefined;
      const content = unpack(bytes, part, limits.unpacked - unpacked);
      unpacked += content.length;
      return content;
    },
  };
}

function directoryOf(bytes: Buffer): Part[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.parts) throw new Unreadable('spreadsheetTooComplex');
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryMark) throw new Unreadable('notASpreadsheet');
    const nameLength = bytes.readUInt16LE(at + 28);
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (encrypted || at + 46 + nameLength > bytes.length) throw new Unreadable('notASpreadsheet');
    parts.push({
      name: bytes
        .toString('utf8', at + 46, at + 46 + nameLength)
        .replace(/\\/g, '/')
        .replace(/^\//, ''),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= first; at--) {
    if (bytes.readUInt32LE(at) === endMark) return at;
  }
  throw new Unreadable('notASpreadsheet');
}

function unpack(bytes: Buffer, { offset, packed, method }: Part, allowed: number): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) throw new Unreadable('notASpreadsheet');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new Unreadable('notASpreadsheet');
  const content = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Unreadable('notASpreadsheet');
  if (allowed <= 0 || (method === 0 && content.length > allowed)) throw new Unreadable('spreadsheetTooComplex');
  if (method === 0) return content;
  try {
    return inflateRawSync(content, { maxOutputLength: allowed });
  } catch (error) {
    throw new Unreadable((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'spreadsheetTooComplex' : 'notASpreadsheet');
  }
}

/** A ZIP archive of parts as they are, unpacked: for handing vetted parts on inside this process. */
export function storedZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const blocks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const head = Buffer.concat([mark(localMark), facts, nameBytes]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    directory.push(mark(directoryMark), Buffer.from([20, 0]), facts, entry, nameBytes);
    blocks.push(head, content);
    at += head.length + content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...blocks, list, mark(endMark), end]);
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
