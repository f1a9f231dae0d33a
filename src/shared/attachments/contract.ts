import { z } from 'zod';
import { command, query, slice } from '../contract';
import { ContentHash, FilledLine } from '../input';
import { deskRoles } from '../roles';

/** Largest file kept, bytes. */
export const largestAttachment = 25 * 1024 * 1024;

/** A file as an entry refers to it: by content, under the name it came with. */
export const Attachment = z.object({
  hash: ContentHash,
  name: FilledLine(120),
  type: z.string().regex(/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/, 'mediaType'),
  size: z.number().int().min(1).max(largestAttachment),
});
export type Attachment = z.infer<typeof Attachment>;

const Base64 = z
  .string()
  .min(4)
  .max(Math.ceil(largestAttachment / 3) * 4)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64');

export const attachments = slice('attachments', {
  /** Keeps the bytes by their content hash; the same file twice is one file. */
  add: command({
    input: z.object({ name: FilledLine(120), type: Attachment.shape.type, content: Base64 }),
    output: Attachment,
    roles: deskRoles,
    refuses: ['attachmentTooLarge'],
  }),
  read: query({
    input: z.object({ hash: ContentHash }),
    output: z.object({ content: z.string() }),
    roles: deskRoles,
    reads: [],
  }),
});
