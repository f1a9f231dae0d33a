export { attachmentHandlers } from './handlers';
export { isKept, keepFile, readKept } from './files';
