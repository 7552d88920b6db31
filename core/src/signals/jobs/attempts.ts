import { Bug, ParleyError, Rejected, Retryable } from '../../contracts/index.js';
import type { JobKind } from './port.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;
export const ATTEMPTS = 3;
/** Jobs that have ended, kept for whoever asks. */
export const REMEMBERED = 1_000;

/** Milliseconds until the next attempt after the n-th failed: doubling with jitter, never sooner than a host asked for; null where no attempt would help. */
export function waitAfter(failure: unknown, failures: number, random: () => number): number | null {
  if (ParleyError.isInstance(failure) && failure.kind !== 'retryable') return null;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20)) * (0.5 + random() / 2);
  const asked = failure instanceof Retryable ? (failure.retryAfterMs ?? 0) : 0;
  return Math.ceil(Math.max(wait, asked));
}

/** What an operator is told of a failure. */
export function reasonOf(failure: unknown): string {
  if (ParleyError.isInstance(failure)) return `${failure.code}: ${failure.message}`;
  return failure instanceof Error ? failure.message : String(failure);
}

/** Throws `Rejected` where the data is not what the kind holds. */
export function dataOf<D>(kind: JobKind<D>, data: unknown): D {
  const read = kind.data.safeParse(data);
  if (read.success) return read.data;
  throw new Rejected(`this is no data of a ${kind.name} job: ${read.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`, { code: 'jobs.data' });
}

export function checkName(kind: JobKind<never> | { name: string }): void {
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(kind.name)) throw new Bug(`${kind.name} is no name of a kind of jobs: small letters, digits and hyphens`, { code: 'jobs.name' });
}

/** A share that has moved by less than a hundredth is not worth telling. */
export function progressFilter(tell: (share: number) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    const now = Math.min(1, Math.max(0, share));
    if (Number.isNaN(now) || Math.abs(now - told) < 0.01) return;
    told = now;
    tell(now);
  };
}

/** Waits for all, but no longer than this. Returns whether all have ended. */
export async function endedWithin(ms: number, all: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const ended = await Promise.race([all.then(() => true), late]);
  clearTimeout(timer);
  return ended;
}
