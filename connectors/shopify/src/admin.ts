import { setTimeout as timer } from 'node:timers/promises';
import type { z } from 'zod';
import { Session } from '@shopify/shopify-api';
import { Bug, Retryable, Unauthorized, type Installation } from '@parley/core/contracts';
import { CONNECTOR, type ShopifyDeps, type ShopifySettings } from './config.js';
import { CostBucket, costReport, type CostReport } from './cost.js';
import { graphqlFaults, hostError } from './host-errors.js';
import { nothingMet, reaching, type Reach } from './sdk-fetch.js';
import type { SdkOfSecret } from './sdk.js';

/** What a question needs of an installation: so it also serves an install that is not stored yet. */
export type Access = Pick<Installation, 'account' | 'credentials'>;

/** One question to the Admin API: a text of `operations/` and the form its answer must have. */
export type Ask = <T>(access: Access, operation: string, answer: z.ZodType<T>, variables?: Record<string, unknown>) => Promise<T>;

const NAME = /^\s*(?:query|mutation)\s+(\w+)/m;
/** Longest extra wait after a throttle, so that several processes do not come back in one step. */
const JITTER_MS = 100;

/**
 * Asks through the SDK: holds back until the shop's bucket can pay, repeats what was throttled within the deadline,
 * and throws the error family only. Reading operations alone may go this way, as a throttled call is repeated.
 */
export function adminAsk(sdk: SdkOfSecret, settings: ShopifySettings, deps: ShopifyDeps, reach: Reach): Ask {
  const buckets = new Map<string, CostBucket>();
  const sleep = deps.sleep ?? (async (ms: number) => timer(ms));

  const bucketOf = (shop: string): CostBucket => {
    const known = buckets.get(shop) ?? new CostBucket(deps.clock, sleep);
    buckets.set(shop, known);
    return known;
  };

  return async (access, operation, answer, variables = {}) => {
    const name = NAME.exec(operation)?.[1];
    if (name === undefined) throw new Bug('an operation without a name', { code: 'shopify.operation', connector: CONNECTOR });
    const bucket = bucketOf(access.account);
    const deadline = deps.clock() + settings.deadlineMs;
    for (;;) {
      const admitted = await bucket.admit(name, deadline);
      if (!admitted.ok) throw throttled(name, admitted.retryAfterMs);
      let report: CostReport | null = null;
      try {
        const result = await once(sdk, reach, access, operation, name, variables);
        report = result.report;
        if (!result.throttled) return parsed(name, answer, result.data);
      } finally {
        admitted.settle(report);
      }
      // Throttled all the same, or without a word on why: only time can help.
      if (report.bucket === null || report.bucket.available >= (report.requested ?? 0)) bucket.emptied();
      deps.log.debug({ connector: CONNECTOR, account: access.account, operation: name }, 'throttled by cost');
      const jitter = Math.floor(((deps.random(1)[0] ?? 0) / 256) * JITTER_MS);
      if (jitter > 0) await sleep(jitter);
    }
  };
}

interface Once {
  throttled: boolean;
  data: unknown;
  report: CostReport;
}

async function once(sdk: SdkOfSecret, reach: Reach, access: Access, operation: string, name: string, variables: Record<string, unknown>): Promise<Once> {
  const accessToken = access.credentials.values['accessToken'];
  if (accessToken === undefined) throw new Unauthorized('the installation has no access token', { code: 'shopify.no-token', connector: CONNECTOR });
  const session = new Session({ id: sdk.api.session.getOfflineId(access.account), shop: access.account, state: '', isOnline: false, accessToken });
  const met = nothingMet();
  try {
    const response = await reaching(reach, met, async () => new sdk.api.clients.Graphql({ session }).request(operation, { variables }));
    return { throttled: false, data: response.data, report: costReport(response.extensions) };
  } catch (e) {
    const faults = graphqlFaults(e);
    if (faults?.codes.includes('THROTTLED')) return { throttled: true, data: null, report: costReport(faults.extensions) };
    throw hostError(e, met, name);
  }
}

function throttled(name: string, retryAfterMs: number): Retryable {
  return new Retryable(`Shopify, ${name}: throttled, the bucket is empty for ${retryAfterMs} ms`, { code: 'shopify.throttled', connector: CONNECTOR, retryAfterMs });
}

function parsed<T>(name: string, answer: z.ZodType<T>, data: unknown): T {
  const result = answer.safeParse(data);
  if (result.success) return result.data;
  // Paths only: the values are the shop's data.
  const where = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Bug(`Shopify, ${name}: the answer has another form at ${where}`, { code: 'shopify.answer-form', connector: CONNECTOR });
}
