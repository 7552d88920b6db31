import { idOf } from '@parley/core/security/signatures';
import { request, SECRETS, setup, SHOP, START } from '../../../connectors/webchat/src/testing/bench.js';
import { signToken, type TokenClaims } from '../../../connectors/webchat/src/token.js';
import type { ConnectorBench } from './descriptor.js';
import { describeConnector } from './suite.js';

const [NEWEST = '', OLDER = ''] = SECRETS;
const CLAIMS: TokenClaims = { site: SHOP.account, thread: 'thread-1', identity: 'shopper-1', iat: START - 60_000, exp: START + 3_600_000 };
const token = (claims: Partial<TokenClaims> = {}, secret = NEWEST) => signToken({ ...CLAIMS, ...claims }, secret);
/** What the widget posts. */
const post = (json: unknown, bearer = token()) => request({ path: '/webchat/messages', json, token: bearer });
const HELLO = { id: 'widget-message-1', text: 'Where is my parcel?', locale: 'en-GB' };

function make(): Promise<ConnectorBench> {
  const s = setup();
  const { connector } = s;
  const to = { hostThread: 'thread-1', identity: 'shopper-1' };
  return Promise.resolve({
    connector,
    now: START,
    installation: {
      id: SHOP.id, tenant: 'tn-1', connector: 'webchat', account: SHOP.account, state: 'active', scopes: [],
      settings: { shopName: SHOP.shopName, defaultLanguage: 'en', currency: 'USD', timeZone: 'UTC', origins: [], commerce: [], paused: false },
      credentials: { values: {}, expiresAt: null, refreshExpiresAt: null },
    },
    inbound: {
      secrets: [NEWEST],
      samples: [
        { name: 'a message', request: post(HELLO), events: 1 },
        { name: 'a message in Chinese', request: post({ id: 'widget-message-2', text: '我的包裹到哪了？🏮' }), events: 1 },
        { name: 'a signed-in customer', request: post({ id: 'widget-message-3', text: 'hello' }, token({ customer: 'gid://shopify/Customer/9007199254740993' })), events: 1 },
      ],
      repeated: post(HELLO),
      unsigned: request({ path: '/webchat/messages', json: HELLO }),
      forged: post(HELLO, token({}, 'whoever does not know the secret')),
      stale: post(HELLO, token({ iat: START - 90_000_000, exp: START - 1 })),
      future: post(HELLO, token({ iat: START + 61_000, exp: START + 90_000_000 })),
      signed: (body) => request({ path: '/webchat/messages', body, token: token() }),
      foreign: [
        post({ ...HELLO, site: 'shop-2' }),
        request({ path: '/webchat/messages', json: HELLO, token: token(), headers: { 'x-site': 'shop-2', 'origin': 'https://other.example' } }),
        request({ path: '/webchat/messages', json: HELLO, token: token(), params: { account: 'shop-2' }, query: 'site=shop-2' }),
      ],
      bigId: '9007199254740993',
    },
    events() {
      const secrets = [NEWEST, OLDER];
      const all = [HELLO, { id: 'widget-message-2', text: 'hello' }].map((json) => post(json, token({ customer: 'gid://shopify/Customer/9007199254740993' })));
      return Promise.resolve(
        all.flatMap((req) => {
          const verified = connector.inbound.verify(req, secrets, START);
          const events = verified.ok ? connector.inbound.parse(verified) : [];
          return Array.isArray(events) ? events : [];
        }),
      );
    },
    channel: {
      to,
      shown: async (i) => (await s.threads.after({ installation: i.id, ...to }, 0, 100)).map((e) => e.message.parts.map((p) => (p.type === 'text' ? p.text : idOf(p.type))).join('\n')),
      refusals: [],
    },
    close: () => Promise.resolve(),
  });
}

describeConnector(
  {
    name: 'webchat',
    make,
    exempt: {
      'inbound.method': 'the token proves the shopper and says nothing of the request; the service answers other methods with 405 before it asks the connector',
      'inbound.tampered': 'a browser cannot keep a secret to sign with: the token proves who writes, and TLS keeps the body as it was',
      'inbound.passive': 'replies go over the open stream, so an acknowledgement has nothing to carry',
      'channel.errors': 'we are the host ourselves: an append to our own log is refused by nobody',
      'channel.strange-answers': 'we are the host ourselves: there is no answer to misread',
    },
  },
  ['inbound', 'channel'],
);
