import type { KeyObject } from 'node:crypto';
import type { Raw } from '../database/open';
import { noHash, publicKeyOf } from './entry';

/** Keys of one chain run from `n × 2^40 + 1` upwards. */
export const chainSpan = 2 ** 40;

export interface Chain {
  n: number;
  station: string;
  publicKey: KeyObject;
  lastSeq: number;
  lastHash: Buffer;
  lastHlc: number;
}

/** Every chain this journal holds, with its head in memory. */
export class Chains {
  private readonly byStation = new Map<string, Chain>();
  private readonly byNumber = new Map<number, Chain>();

  constructor(private readonly raw: Raw) {
    this.reload();
  }

  /** Reads the heads again: at opening, and after a rolled-back transaction. */
  reload(): void {
    this.byStation.clear();
    this.byNumber.clear();
    const head = this.raw.prepare<[number, number], { key: number; hash: Buffer; hlc: number }>(
      'SELECT key, hash, hlc FROM entries WHERE key BETWEEN ? AND ? ORDER BY key DESC LIMIT 1',
    );
    const rows = this.raw.prepare<[], { n: number; id: string; publicKey: Buffer }>('SELECT n, id, public_key AS publicKey FROM stations');
    for (const { n, id, publicKey } of rows.all()) {
      const last = head.get(n * chainSpan, (n + 1) * chainSpan - 1);
      const chain: Chain = {
        n,
        station: id,
        publicKey: publicKeyOf(publicKey),
        lastSeq: last ? last.key - n * chainSpan : 0,
        lastHash: last?.hash ?? noHash,
        lastHlc: last?.hlc ?? 0,
      };
      this.byStation.set(id, chain);
      this.byNumber.set(n, chain);
    }
  }

  add(station: string, rawKey: Buffer): void {
    if (this.byStation.has(station)) return;
    this.raw.prepare('INSERT INTO stations (id, public_key) VALUES (?, ?)').run(station, rawKey);
    this.reload();
  }

  of(station: string): Chain | undefined {
    return this.byStation.get(station);
  }

  byKey(key: number): Chain {
    const chain = this.byNumber.get(Math.floor(key / chainSpan));
    if (!chain) throw new Error(`entry ${key} belongs to no chain`);
    return chain;
  }

  all(): Chain[] {
    return [...this.byStation.values()];
  }
}
