import { z } from 'zod';
import { event } from '../event';
import { FilledLine } from '../input';
import { DeviceFacts } from './facts';

export const deviceRegistered = event('device.registered@1', DeviceFacts);
/** Only what changed. An address that is `null` was taken away. */
export const DeviceChanges = z.strictObject({
  ...DeviceFacts.partial().shape,
  ip: DeviceFacts.shape.ip.nullable(),
});
export type DeviceChanges = z.infer<typeof DeviceChanges>;
export const deviceChanged = event('device.changed@1', DeviceChanges);
export const deviceRetired = event('device.retired@1', z.strictObject({ reason: FilledLine(200) }));
