import { z } from 'zod';

/** True for an address a network knows, IPv4 or IPv6. */
export function isAddress(text: string): boolean {
  return z.ipv4().safeParse(text).success || z.ipv6().safeParse(text).success;
}

/** An IPv4 address as a number; undefined for anything else. */
export function numberOfAddress(text: string): bigint | undefined {
  if (!z.ipv4().safeParse(text).success) return undefined;
  return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

export function addressOfNumber(number: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((number >> shift) & 255n)).join('.');
}
