export { type FillOptions, fillDemonstration } from './fill';
export { accountsOf, isFilled, NotADemonstration } from './folder';
