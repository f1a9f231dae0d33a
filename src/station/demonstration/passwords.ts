import { randomInt } from 'node:crypto';

// Nothing that is read wrongly off a list: no 0 and O, no 1, l and I.
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const letters = 'abcdefghijkmnpqrstuvwxyz';
const digits = '23456789';

/** A password of the system's own chance, never of the demonstration's seed: no password stands anywhere before. `Kbtm-4729-wqxe` */
export function freshPassword(): string {
  const some = (of: string, count: number) => Array.from({ length: count }, () => of[randomInt(of.length)]).join('');
  return `${some(capitals, 1)}${some(letters, 3)}-${some(digits, 4)}-${some(letters, 4)}`;
}
