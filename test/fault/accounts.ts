import type { Probe } from '@parley/core/conversation';
import { z } from 'zod';
import type { Flavour } from '../contract/worst-host/flavour.js';

export const FLAVOURS: readonly Flavour[] = ['key', 'readback', 'blind'];
export type Point = Parameters<Probe>[0];
export const POINTS: readonly Point[] = ['inserted', 'decided', 'sending', 'host-accepted'];

/** Accounts of the worst host that the service under test is connected to: one per flavour. */
export const AccountList = z.array(z.strictObject({ flavour: z.enum(['key', 'readback', 'blind']), account: z.string(), secret: z.string(), pathSecret: z.string(), host: z.string() }));
export type AccountList = z.infer<typeof AccountList>;

/** What the service under test tells its parent. */
export const Report = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('ready') }),
  /** Messages stored, turns that are not finished, and how many of these only wait for the shopper to write again. */
  z.strictObject({ is: z.literal('counts'), stored: z.number(), open: z.number(), held: z.number() }),
]);
export type Report = z.infer<typeof Report>;
export type Counts = Omit<Extract<Report, { is: 'counts' }>, 'is'>;
