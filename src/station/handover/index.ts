export { handoverHandlers } from './handlers';
export { noticeUnsigned } from './notice';
export { countListProjection, handoverProjection, sealedItemProjection } from './projection';
export { alteredHandovers } from './read';
