import { z } from 'zod';
import { isZone } from './time';

/** Parts of inputs that several slices speak. Every text has an upper bound: what comes in is never trusted to be small. */
export const Id = z.uuid();
export const InstantInput = z.number().int().min(0).max(8_000_000_000_000);
/** One line: trimmed, no control characters. */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // eslint-disable-next-line no-control-regex
    .regex(/^[^\u0000-\u001f\u007f]*$/u, 'oneLine')
    .refine((text) => text.isWellFormed(), 'wellFormed');
export const FilledLine = (max: number) => Line(max).min(1, 'required');
/** Running text: line breaks allowed, trimmed. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => text.isWellFormed(), 'wellFormed')
    // eslint-disable-next-line no-control-regex
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, 'noControl');
export const FilledText = (max: number) => Text(max).min(1, 'required');
export const ZoneName = z.string().max(64).refine(isZone, 'zone');
/** SHA-256 in hex: names a file by its content. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/);
/** Human numbers are never renumbered: station letter, year, counter (`A-2026-000123`). */
export const HumanNumber = z.string().regex(/^[A-Z]-\d{4}-\d{6,}$/);
