export { downstreamOf } from './downstream';
export { deviceHandlers } from './handlers';
export { deviceProjection } from './projection';
export { type PlacedDevice, placedDevices } from './placed';
export { deviceById } from './read';
export { devicesAbove } from './upstream';
