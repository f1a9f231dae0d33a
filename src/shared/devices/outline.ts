import { z } from 'zod';
import { Id, Line } from '../input';
import { Subsystem } from './facts';

/** Three ways to look at the same register. */
export const waysToLook = ['subsystem', 'area', 'upstream'] as const;
export const WayToLook = z.enum(waysToLook);
export type WayToLook = z.infer<typeof WayToLook>;

/** The devices a node of the outline stands for, as `devices.list` takes them. */
export const NodeFilter = z.object({
  subsystem: Subsystem.optional(),
  /** Empty: those that name none. */
  area: Line(60).optional(),
  /** Everything that hangs from this device, through any number of others. */
  below: Id.optional(),
  /** Those that name exactly this as their upstream. Empty: those that name none. */
  upstream: Line(120).optional(),
});
export type NodeFilter = z.infer<typeof NodeFilter>;

export const OutlineNode = z.object({
  key: z.string(),
  parent: z.string().optional(),
  /** From 0. */
  level: z.number(),
  kind: z.enum(['subsystem', 'area', 'device', 'noUpstream', 'unknownUpstreams', 'unknownUpstream']),
  /** A code for a subsystem, else a name; empty where nothing is said. */
  label: z.string(),
  /** Devices in service that it stands for, all levels together. */
  count: z.number(),
  /** Undefined for a heading that stands for nothing itself. */
  filter: NodeFilter.optional(),
});
export type OutlineNode = z.infer<typeof OutlineNode>;
