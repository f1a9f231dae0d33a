export { draftHandlers } from './handlers';
