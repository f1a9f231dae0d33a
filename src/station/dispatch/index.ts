export { dispatchHandlers } from './handlers';
