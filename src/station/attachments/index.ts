export { attachmentHandlers } from './handlers';
export { keepFile, readKept } from './files';
