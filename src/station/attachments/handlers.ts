import { type attachments as contract, largestAttachment } from '../../shared/attachments/contract';
import { append, type HandlersOf, prepared, refuse } from '../handler';
import { keepFile, readKept } from './files';

export const attachmentHandlers: HandlersOf<typeof contract> = {
  add: prepared(
    // The file lies on disk before an entry can name it; one that no entry names does no harm.
    async ({ content }, { folder }) => {
      const bytes = Buffer.from(content, 'base64');
      return { size: bytes.length, hash: bytes.length > 0 && bytes.length <= largestAttachment ? keepFile(folder, bytes) : undefined };
    },
    ({ name, type }, _, { size, hash }) =>
      hash === undefined
        ? refuse('attachmentTooLarge', { megabytes: largestAttachment / 1024 / 1024 })
        : append([], { hash, name, type, size }),
  ),
  read: ({ hash }, { folder }) => {
    const content = readKept(folder, hash);
    return content ? { content: content.toString('base64') } : { refusal: { code: 'notFound' } };
  },
};
