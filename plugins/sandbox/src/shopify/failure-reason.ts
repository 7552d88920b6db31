// Why a request to the app failed, in one word or line, from whatever fetch threw.
import { z } from 'zod';

const thrown = z.object({ name: z.string(), cause: z.object({ message: z.string() }).optional().catch(undefined) });

/** `TimeoutError`, `AbortError`, or the cause that the network gave, such as `connect ECONNREFUSED 127.0.0.1:8080`. */
export function failureReason(error: unknown): string {
  const parsed = thrown.safeParse(error);
  if (!parsed.success) return String(error);
  const { name, cause } = parsed.data;
  return cause === undefined || cause.message === '' ? name : cause.message;
}
