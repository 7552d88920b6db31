import type { Blobs, Channel, Clock, Connector, Endpoint, Inbound, Log, PublicInstallation, RandomBytes, RateLimit, Refusal, ThreadLog } from '@parley/core/contracts';
import { systemTimer, type Timer } from './bell.js';
import { createChannel } from './channel.js';
import { historyEndpoint } from './history.js';
import { imageEndpoints } from './images.js';
import { createInbound } from './messages.js';
import { DEFAULT_RATES, type WebchatRates } from './rates.js';
import { createSessions, type MintRequest, type Session } from './sessions.js';
import { streamEndpoint } from './stream.js';

/** What the web chat needs of the process it runs in. */
export interface WebchatDeps {
  clock: Clock;
  random: RandomBytes;
  log: Log;
  threads: ThreadLog;
  blobs: Blobs;
  limit: RateLimit;
  /** The installation of a site key; asked on nearly every request, so it should be cached. */
  installationOf(account: string): Promise<PublicInstallation | null>;
  /** Secrets that sign shoppers' tokens, newest first. `Inbound.verify` is given the same ones under the name `webchat-token`. */
  tokenSecrets(): readonly string[];
  /** Where this service is reached from a browser, for example `https://chat.example.com`. */
  appOrigin: string;
  /** Limits that differ from the defaults. */
  rates?: Partial<WebchatRates>;
  /** The clock's counterpart for waiting; the process's timers where not given. */
  timer?: Timer;
}

/** The web chat: `inbound` takes messages, `channel` answers, `endpoints` open sessions, stream, list and keep images. */
export interface WebchatConnector extends Connector {
  inbound: Inbound;
  channel: Channel;
  endpoints: Endpoint[];
  /**
   * A session for somebody a host vouches for (`customerId`), or for a guest of that host (`null`). The caller must
   * have verified the host's signature over both `account` and `customerId`. Refuses unknown and switched-off accounts.
   */
  mintToken(m: MintRequest): Promise<Session | Refusal>;
}

export function createWebchatConnector(deps: WebchatDeps): WebchatConnector {
  const all = { ...deps, rates: { ...DEFAULT_RATES, ...deps.rates }, timer: deps.timer ?? systemTimer };
  const sessions = createSessions(all);
  return {
    id: 'webchat',
    inbound: createInbound(all),
    channel: createChannel(deps.threads),
    endpoints: [sessions.endpoint, ...imageEndpoints(all), streamEndpoint(all), historyEndpoint(all)],
    mintToken: (m) => sessions.mint(m),
  };
}
