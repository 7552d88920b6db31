import { refuse, type Endpoint, type HttpReply, type PublicInstallation, type RateLimit, type RawRequest, type Refusal, type ThreadLog } from '@parley/core/contracts';
import { admit } from './authorise.js';
import { rule, takeAll, type WebchatRates } from './rates.js';
import { privateJson, refusalReply } from './replies.js';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** `GET /webchat/history`: both sides of the shopper's thread, oldest first. */
export function historyEndpoint(deps: {
  threads: ThreadLog;
  limit: RateLimit;
  rates: WebchatRates;
  installationOf(account: string): Promise<PublicInstallation | null>;
  tokenSecrets(): readonly string[];
}): Endpoint {
  async function handle(req: RawRequest, now: number): Promise<HttpReply | Refusal> {
    const shopper = await admit(req, now, deps);
    if (!shopper.ok) return shopper;
    const raw = new URLSearchParams(req.query).get('limit') ?? String(DEFAULT_LIMIT);
    const limit = /^\d{1,4}$/.test(raw) ? Number(raw) : 0;
    if (limit < 1 || limit > MAX_LIMIT) return refuse(400, 'webchat.bad-limit', `limit is not between 1 and ${MAX_LIMIT}`);
    const limited = await takeAll(deps.limit, [rule('reads', deps.rates.readsPerShopper, shopper.claims.site, shopper.claims.identity)], now);
    if (limited !== null) return limited;
    const entries = await deps.threads.history(shopper.place, limit);
    return privateJson(200, { entries: entries.map(({ n, id, at, from, by, message, replyTo }) => ({ n, id, at, from, by, message, replyTo })) });
  }

  return {
    route: { method: 'GET', path: '/webchat/history', maxBytes: 0, cors: true },
    async handle(req, now) {
      const answer = await handle(req, now);
      return 'ok' in answer ? refusalReply(answer) : answer;
    },
  };
}
