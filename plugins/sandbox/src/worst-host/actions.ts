// Actions: accepted with a job at once, finished later.
import { z } from 'zod';
import type { Account, Job } from './account.js';
import type { Encodable } from './bare-integers.js';
import { done, refused, type Outcome } from './outcome.js';
import { hostTime } from './host-time.js';
import { Reference } from './sending.js';
import { tell, type WorstState } from './state.js';

const Act = z.object({
  reference: Reference,
  kind: z.enum(['refund', 'cancel', 'coupon', 'address']),
  thread: z.string().nullable(),
  parameters: z.record(z.string(), z.unknown()).default({}),
});

export interface ActionResult {
  readonly outcome: Outcome;
  readonly job: Job | null;
  readonly repeated: boolean;
  readonly reference: string | null;
  readonly kind: string | null;
  readonly thread: string | null;
}

/** Starts a job, or gives the first one again when the flavour knows the key. */
export function act(state: WorstState, account: Account, body: unknown, key: string | undefined): ActionResult {
  const parsed = Act.safeParse(body);
  if (!parsed.success) {
    const outcome = refused(400, 'bad_request', parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
    return { outcome, job: null, repeated: false, reference: null, kind: null, thread: null };
  }
  const { reference, kind, thread, parameters } = parsed.data;
  const result = (outcome: Outcome, job: Job | null = null, repeated = false): ActionResult => ({ outcome, job, repeated, reference, kind, thread });
  const same = JSON.stringify(['action', reference, kind, thread, parameters]);
  if (account.setup.flavour === 'key') {
    if (!Reference.safeParse(key).success || key === undefined) return result(refused(400, 'key_required', 'the header idempotency-key is demanded, 1 to 64 characters'));
    const first = account.byKey.get(key);
    if (first) {
      if (first.same !== same) return result(refused(409, 'key_reused', 'this key was used for something else'));
      return result(done(202, { ...first.body, repeated: true }), null, true);
    }
  }
  if (thread !== null && !account.threads.has(thread)) return result(refused(404, 'unknown_thread', 'nobody has written in this thread'));
  const amount = z.string().safeParse(parameters['amount']);
  const job: Job = { id: state.nextId(), reference, kind, thread, amount: amount.success ? amount.data : null, state: 'pending', receipt: null, reason: null };
  account.jobs.set(job.id.toString(), job);
  const answer = { job: job.id, reference, state: 'pending', repeated: false };
  if (account.setup.flavour === 'key' && key !== undefined) account.byKey.set(key, { same, body: answer });
  if (account.setup.actionMs !== null) state.later(account.setup.actionMs, () => finish(state, account, job, 'done', null));
  return result(done(202, answer), job);
}

/** Ends a pending job and announces it; false when it has ended before. */
export function finish(state: WorstState, account: Account, job: Job, how: 'done' | 'failed', reason: string | null): boolean {
  if (job.state !== 'pending') return false;
  job.state = how;
  if (how === 'done') {
    job.receipt = { id: state.nextId(), at: hostTime(state.now()), amount: job.amount };
    tell(state, account, 'action.done', job.thread, { job: job.id, reference: job.reference, receipt: { ...job.receipt } });
  } else {
    job.reason = reason ?? 'refused by the merchant';
    tell(state, account, 'action.failed', job.thread, { job: job.id, reference: job.reference, reason: job.reason });
  }
  return true;
}

/** One job by its id. */
export function jobOf(account: Account, id: string): Outcome {
  const job = account.jobs.get(id);
  return job ? done(200, shown(job)) : refused(404, 'unknown_job', 'no such job');
}

/** Jobs by reference, for accounts of flavour readback. */
export function jobsBy(account: Account, reference: unknown): Outcome {
  if (account.setup.flavour !== 'readback') return refused(404, 'no_lookup', `an account of flavour ${account.setup.flavour} has no look-up`);
  const parsed = Reference.safeParse(reference);
  if (!parsed.success) return refused(400, 'bad_request', 'reference is demanded');
  return done(200, { actions: [...account.jobs.values()].filter((j) => j.reference === parsed.data).map(shown) });
}

function shown(job: Job): Record<string, Encodable> {
  return { job: job.id, reference: job.reference, kind: job.kind, state: job.state, receipt: job.receipt === null ? null : { ...job.receipt }, reason: job.reason };
}
