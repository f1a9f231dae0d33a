export { rosterFileHandlers } from './handlers';
