import { z } from 'zod';
import { event } from '../event';
import { FilledLine } from '../input';
import { DeviceFacts } from './facts';

/** The file and the row of it that says so, counted from 1. */
const Source = z.strictObject({ file: FilledLine(120), row: z.number().int().min(1) });

export const deviceRegistered = event('device.registered@1', DeviceFacts.extend({ from: Source.optional() }));
/** Only what changed. What is `null` was taken away. */
export const DeviceChanges = z.strictObject({
  ...DeviceFacts.partial().shape,
  ip: DeviceFacts.shape.ip.nullable(),
  port: DeviceFacts.shape.port.nullable(),
  maker: DeviceFacts.shape.maker.nullable(),
  model: DeviceFacts.shape.model.nullable(),
  inServiceSince: DeviceFacts.shape.inServiceSince.nullable(),
});
export type DeviceChanges = z.infer<typeof DeviceChanges>;
export const deviceChanged = event('device.changed@1', DeviceChanges.extend({ from: Source.optional() }));
export const deviceRetired = event('device.retired@1', z.strictObject({ reason: FilledLine(200) }));
