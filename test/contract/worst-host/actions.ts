import { z } from 'zod';
import { Rejected, type Action, type ActionOption, type Commerce, type Order, type Pending, type Receipt } from '@parley/core/contracts';
import { decimalOf, minorOf } from './amount.js';
import { connectorIdOf, type WorstDeps } from './flavour.js';
import type { HostAsk } from './host-call.js';
import { HostId, HostTime, queryOf, referenceOf } from './host-form.js';

const KINDS = ['refund', 'cancel', 'coupon', 'address'];

const Started = z.object({ job: HostId });
const Job = z.object({
  job: HostId,
  kind: z.string(),
  state: z.enum(['pending', 'done', 'failed']),
  receipt: z.object({ id: HostId, at: HostTime, amount: z.string().nullable() }).nullish(),
  reason: z.string().nullish(),
});
const Jobs = z.object({ actions: z.array(Job) });

/** Actions that the host accepts now and ends later. It keeps no orders: there is nothing to find in it. */
export function worstCommerce(deps: WorstDeps, ask: HostAsk): Commerce {
  const connector = connectorIdOf(deps.flavour);
  return {
    orders: () => Promise.resolve([]),
    actions: {
      options: (_i, order) => Promise.resolve(KINDS.map((kind) => optionOf(kind, order))),
      async perform(i, action, key): Promise<Pending> {
        if (!KINDS.includes(action.kind)) throw new Rejected(`the worst host knows no ${action.kind}`, { code: 'worst.unknown-action', connector });
        const reference = referenceOf(key);
        const { value } = await ask(i, { doing: 'acting', path: '/actions', body: bodyOf(action, reference), ...(deps.flavour === 'key' ? { key: reference } : {}), form: Started });
        return { pending: true, hostJob: value.job };
      },
      async lookup(i, action, key): Promise<Receipt | Pending | 'absent' | 'unknown'> {
        // The other flavours find a job by the host's own id alone; a repeated POST would do it where it was never done.
        if (deps.flavour !== 'readback') return 'unknown';
        const { value } = await ask(i, { doing: 'looking up an action', path: `/actions?${queryOf({ reference: referenceOf(key) })}`, form: Jobs });
        const [job] = value.actions;
        return job === undefined ? 'absent' : resultOf(job, action, connector);
      },
    },
  };
}

function optionOf(kind: string, order: Order): ActionOption {
  const currency = order.total?.currency ?? null;
  const left = order.total === null ? null : order.total.minor - (order.refunded?.minor ?? 0);
  return { kind, mode: 'request', maxMinor: kind === 'refund' ? left : null, currency: kind === 'refund' ? currency : null, version: String(order.readAt) };
}

/** The same action always makes the same bytes: the host compares them under a repeated key. */
function bodyOf(action: Action, reference: string): object {
  const { thread, ...params } = action.params;
  const amount = action.amountMinor === null || action.currency === null ? {} : { amount: decimalOf(action.amountMinor, action.currency) };
  const sorted = Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { reference, kind: action.kind, thread: thread ?? null, parameters: { ...sorted, order: action.orderId, ...amount } };
}

function resultOf(job: z.infer<typeof Job>, action: Action, connector: string): Receipt | Pending {
  if (job.state === 'pending') return { pending: true, hostJob: job.job };
  if (job.state === 'failed' || !job.receipt) throw new Rejected('the worst host ended the action without doing it', { code: 'worst.action-failed', connector });
  const { id, at, amount } = job.receipt;
  const minor = amount === null || action.currency === null ? null : minorOf(amount, action.currency);
  return { id: job.job, act: job.kind, hostId: id, at, amountMinor: minor, currency: minor === null ? null : action.currency };
}
