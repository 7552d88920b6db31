import { z } from 'zod';
import type { Sent } from './facets.js';

/** A letter to a shopper who left an address because nobody was there. */
export const Mail = z.strictObject({ to: z.email().max(320), shop: z.string().max(200), subject: z.string().min(1).max(200), text: z.string().min(1).max(20_000) });
export type Mail = z.infer<typeof Mail>;

/** How letters go out, where the operator has set that up. */
export interface Mailer {
  /** Throws the error family. The key becomes the letter's own id, so that mailboxes know a repetition. */
  send(mail: Mail, key: string, signal: AbortSignal): Promise<Sent>;
}
