import { z } from 'zod';

/**
 * Ids are strings everywhere: hosts exceed 2^53, and a string survives every border unchanged.
 * 512 is above the longest id of a supported host.
 */
export const Id = z.string().min(1).max(512);

/** A UTC instant in milliseconds since 1970. Hosts' own formats are converted at the border. */
export const Instant = z.number().int().nonnegative();
export type Instant = z.infer<typeof Instant>;

/** The languages Parley answers in. Other languages are recognised as `other` and answered in the shop's language. */
export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;
