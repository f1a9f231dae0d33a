export { plannedWorkHandlers } from './handlers';
export { plannedWorkFigures, plannedWorkItems } from './handover';
export { type Marker, plannedWorkMarker, plannedWorkOn, worksInForce } from './marks';
export { noticeWorkEnds } from './notice';
export { plannedWorkProjection } from './projection';
