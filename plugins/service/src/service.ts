import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { performance } from 'node:perf_hooks';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { Rejected, type SecretRef } from '@parley/core/contracts';
import { compose, type Composition, type CompositionOptions } from './composition.js';
import { createCounts } from './counts.js';
import { failureHandler, notFound } from './http/failures.js';
import { mountConnector } from './http/mount-connector.js';
import { requestLog } from './http/request-log.js';
import { mountAdminApi } from './routes/admin-api.js';
import { mountAdminPage } from './routes/admin-page.js';
import { mountAssets } from './routes/assets.js';
import { mountHealth } from './routes/health.js';
import { mountOpenApi } from './routes/openapi.js';
import { mountOperator } from './routes/operator.js';
import { mountStorefrontSession } from './routes/storefront-session.js';

export interface Service {
  composition: Composition;
  /** What answers the requests. */
  app: Express;
  /** The port it listens on. */
  port: number;
  /** Takes nothing new, finishes what is in hand, closes the store. Within ten seconds, whatever hangs. */
  stop(): Promise<void>;
}

/** A stop that takes longer would be cut short by most supervisors anyway. */
const STOP_MS = 9_000;

/** Composes everything, mounts it on Express and listens. Throws the error family with a message for the operator. */
export async function startService(options: CompositionOptions): Promise<Service> {
  const { config, log } = options;
  const composition = await compose(options);
  const { clock, engine } = composition;
  const counts = createCounts();
  const stopping = new AbortController();

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('query parser', 'simple');
  // Nothing we answer is asked for twice: hashing every body for a tag would serve nobody.
  app.set('etag', false);
  app.use(requestLog({ log, random: (size) => randomBytes(size), monotonic: () => performance.now() }));
  app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }, crossOriginResourcePolicy: { policy: 'cross-origin' } }));

  mountHealth(app, { composition, config, counts, stopping: stopping.signal });
  mountOpenApi(app, config);
  const mounting = { intake: engine.intake, installations: engine.installations, pulling: engine.pulling, rates: composition.signals.rates, counts, clock, log, secretsOf: (connector: string, ref: SecretRef) => composition.secretsOf(connector, ref), stopping: stopping.signal };
  for (const connector of composition.connectors.values()) mountConnector(app, connector, mounting);
  mountStorefrontSession(app, { composition, counts });
  mountAdminPage(app, { composition, config, counts });
  mountAdminApi(app, { composition, config, counts, log });
  mountOperator(app, { composition, config });
  mountAssets(app, log);
  app.use(notFound(counts));
  app.use(failureHandler({ counts, log }));

  await engine.knowledge.start();
  await engine.worker.start();
  await engine.pulling.start();
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 }, app);
  const port = await listen(server, config.PORT, config.HOST).catch(async (e: unknown) => {
    await stop();
    throw e;
  });
  log.info({ port, release: config.PARLEY_RELEASE }, 'Parley is listening');

  let stopped: Promise<void> | null = null;
  return { composition, app, port, stop: () => (stopped ??= stop()) };

  async function stop(): Promise<void> {
    stopping.abort();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await within(STOP_MS / 3, closed);
    server.closeAllConnections();
    await within(STOP_MS / 3, Promise.all([engine.pulling.stop(), engine.worker.stop()]).then(() => undefined));
    await engine.knowledge.stop();
    await composition.signals.close();
    await within(STOP_MS / 3, composition.store.close());
    log.info({}, 'Parley has stopped');
  }
}

/** Why an address cannot be listened on, where the operator can mend it. */
const UNUSABLE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another process',
  EACCES: 'may not be used by this user',
  EADDRNOTAVAIL: 'is no address of this machine',
  ENOTFOUND: 'is no known host name',
};

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (e: NodeJS.ErrnoException) => {
      const why = UNUSABLE[e.code ?? ''];
      reject(why === undefined ? e : new Rejected(`HOST and PORT are not usable: ${host}:${port} ${why}`, { code: 'service.address' }));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
