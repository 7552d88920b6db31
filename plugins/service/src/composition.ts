import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { createShopifyConnector, type ShopifyConnector } from '@parley/connector-shopify';
import { createSlackConnector, SIGNING_SECRET, type SlackConnector } from '@parley/connector-slack';
import { createWebchatConnector, daily, TOKEN_SECRET, type WebchatConnector } from '@parley/connector-webchat';
import { Rejected, type Clock, type Connector, type Log, type PublicInstallation, type Secret, type SecretRef } from '@parley/core/contracts';
import { createEngine, type Engine, type EngineDeps } from '@parley/core/conversation';
import { createKnowledgeLibrary } from '@parley/core/knowledge';
import { shippedIntentModel } from '@parley/core/language';
import { createMaster, type Master } from '@parley/core/security';
import type { Jobs, Signals } from '@parley/core/signals';
import type { WholeStore } from '@parley/core/storage';
import { createAfterwards, type Afterwards } from './afterwards.js';
import { openBackends, type BackendWatch } from './backends.js';
import type { ServiceConfig } from './config.js';
import { smtpMailer } from './mailer.js';
import { pooledRandom } from './random.js';
import { createSharedClock } from './shared-clock.js';

/** Reading scopes every feature of this release needs; mirrors manifests/shopify/shopify.app.toml, which a test compares. */
export const SHOPIFY_SCOPES: readonly string[] = ['read_customers', 'read_orders', 'read_fulfillments', 'read_products', 'read_inventory', 'read_content', 'read_legal_policies', 'read_themes', 'read_locales', 'write_app_proxy'];

export interface CompositionOptions {
  config: ServiceConfig;
  log: Log;
  clock?: Clock;
  /** Further connectors, for tests and for platforms that are composed in by the operator. */
  extra?: (engine: Engine) => Connector[];
  probe?: EngineDeps['probe'];
  delivering?: EngineDeps['delivering'];
  observer?: EngineDeps['observer'];
  /** Told of every operation on shared servers; nobody if left out. */
  watch?: BackendWatch;
}

const UNWATCHED: BackendWatch = { onStoreCommand: () => {}, onSignalCommand: () => {} };

/** Core and connectors wired together on one store; no HTTP yet. */
export interface Composition {
  engine: Engine;
  store: WholeStore;
  signals: Signals;
  jobs: Jobs;
  log: Log;
  master: Master;
  connectors: ReadonlyMap<string, Connector>;
  shopify: ShopifyConnector;
  webchat: WebchatConnector;
  /** Null where this service is no app of Slack's. */
  slack: SlackConnector | null;
  clock: Clock;
  /** Lets go of store, signals and jobs. */
  close(): Promise<void>;
  secretsOf(connector: string, ref: SecretRef): Promise<readonly Secret[]>;
}

export async function compose(options: CompositionOptions): Promise<Composition> {
  const { config, log } = options;
  const shared = createSharedClock(options.clock ?? Date.now, log);
  const clock = shared.now;
  const random = pooledRandom();
  const master = createMaster(config.PARLEY_SECRETS, random, config.PARLEY_OLD_SECRETS);
  const backends = await openBackends({ config, master, clock, log, watch: options.watch ?? UNWATCHED });
  const { store, signals, jobs } = backends;
  if (config.MONGODB_URI !== undefined) await shared.follow(() => signals.time());
  const connectors = new Map<string, Connector>();

  const engine = createEngine({
    store,
    signals,
    connectors,
    knowledge: (installations) =>
      createKnowledgeLibrary({
        store,
        sources: {
          all: () => installations.all(),
          byId: (id) => installations.byId(id),
          async call(id, run) {
            const record = await installations.byId(id);
            if (record === null) throw new Rejected(`there is no installation ${id} to read pages of`, { code: 'knowledge.no-installation' });
            return installations.call(record, 'pages', run);
          },
        },
        connectors,
        news: signals.news,
        jobs,
        clock,
        log,
      }),
    model: shippedIntentModel(),
    master,
    clock,
    monotonic: () => performance.now(),
    random,
    log,
    worker: `${hostname()}-${process.pid}-${randomBytes(6).toString('base64url')}`,
    release: config.PARLEY_RELEASE,
    mailer: config.SMTP_URL === undefined || config.MAIL_FROM === undefined ? null : smtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM, clock }),
    ...(options.probe === undefined ? {} : { probe: options.probe }),
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    ...(options.delivering === undefined ? {} : { delivering: options.delivering }),
  });

  const shopify = createShopifyConnector(
    {
      apiKey: config.SHOPIFY_API_KEY,
      apiSecrets: config.SHOPIFY_API_SECRETS,
      appUrl: config.PARLEY_URL,
      apiVersion: '2026-07',
      requiredScopes: [...SHOPIFY_SCOPES],
      embedExtensionId: config.SHOPIFY_EXTENSION_ID,
      ...originOverride(config.SHOPIFY_API_ORIGIN),
    },
    { clock, random, log, fetch: (url, init) => fetch(url, init) },
  );
  const perMinute = config.WEBCHAT_MESSAGES_PER_MINUTE;
  const webchat = createWebchatConnector({
    clock,
    random,
    log,
    threads: engine.threads,
    blobs: engine.blobs,
    limit: signals.rates,
    installationOf: async (account) => publicOf(await engine.installations.byAccount('webchat', account)),
    tokenSecrets: () => master.signing(TOKEN_SECRET),
    appOrigin: config.PARLEY_URL,
    rates: {
      messagesPerShopper: { perMinute, burst: Math.max(10, Math.ceil(perMinute / 3)) },
      messagesPerAddress: { perMinute: perMinute * 10, burst: Math.max(100, perMinute * 3) },
      imageBytesPerSite: daily(config.WEBCHAT_PICTURES_MB_PER_DAY * 1024 * 1024),
      sessionsPerAddress: { perMinute: config.WEBCHAT_SESSIONS_PER_MINUTE, burst: config.WEBCHAT_SESSIONS_PER_MINUTE },
    },
  });
  const afterwards = createAfterwards(log);
  const slack = slackOf(config, engine, { clock, log, afterwards });
  for (const c of [shopify, webchat, ...(slack === null ? [] : [slack]), ...(options.extra?.(engine) ?? [])]) connectors.set(c.id, c);

  async function secretsOf(connector: string, ref: SecretRef): Promise<readonly Secret[]> {
    if (ref.of === 'app') {
      if (connector === 'webchat' && ref.name === TOKEN_SECRET) return master.signing(TOKEN_SECRET);
      if (connector === 'shopify' && ref.name === 'shopify') return config.SHOPIFY_API_SECRETS;
      return connector === 'slack' && ref.name === SIGNING_SECRET ? (config.SLACK_SIGNING_SECRETS ?? []) : [];
    }
    const record = await engine.installations.byAccount(connector, ref.account);
    if (record === null) return [];
    const secret = (await engine.installations.open(record)).credentials.values[ref.name];
    return secret === undefined ? [] : [secret];
  }

  try {
    await store.ready();
  } catch (e) {
    await backends.close();
    throw e;
  }
  const close = async (): Promise<void> => {
    shared.stop();
    await afterwards.settled();
    await backends.close();
  };
  return { engine, store, signals, jobs, log, master, connectors, shopify, webchat, slack, clock, close, secretsOf };
}

/** Slack, where this service is an app of it. */
function slackOf(config: ServiceConfig, engine: Engine, { clock, log, afterwards }: { clock: Clock; log: Log; afterwards: Afterwards }): SlackConnector | null {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_ORIGIN: origin } = config;
  if (clientId === undefined || clientSecret === undefined) return null;
  const { installations } = engine;
  return createSlackConnector(
    { clientId, clientSecret, appOrigin: config.PARLEY_URL, ...(origin === undefined ? {} : { apiUrl: `${origin}/api/`, authorizeUrl: `${origin}/oauth/v2/authorize` }) },
    {
      clock,
      log,
      fetch: (url, init) => fetch(url, init),
      async botOf(account) {
        const record = await installations.byAccount('slack', account);
        if (record?.state !== 'active') return null;
        const { accessToken, botUserId } = (await installations.open(record)).credentials.values;
        return accessToken === undefined || botUserId === undefined ? null : { token: accessToken, userId: botUserId };
      },
      async deskOf(account) {
        const record = await installations.byAccount('slack', account);
        return record?.state === 'active' ? record.id : null;
      },
      office: engine.office,
      later: (task) => afterwards.later(task),
      languageOf: async (account) => (await installations.byAccount('slack', account))?.settings.defaultLanguage ?? 'en',
    },
  );
}

function originOverride(template: string | undefined): { originOverride?: (shop: string) => string } {
  return template === undefined ? {} : { originOverride: (shop) => template.replaceAll('{shop}', shop) };
}

function publicOf(record: Awaited<ReturnType<Engine['installations']['byAccount']>>): PublicInstallation | null {
  if (record === null) return null;
  const { shopName, defaultLanguage, origins } = record.settings;
  return { id: record.id, account: record.account, shopName, defaultLanguage, origins, active: record.state === 'active', answering: !record.settings.paused };
}
