import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Log, SecretRef } from '@parley/core/contracts';
import type { Composition } from './composition.js';
import type { ServiceConfig } from './config.js';
import type { Counts } from './counts.js';
import { failureHandler, notFound } from './http/failures.js';
import { mountConnector } from './http/mount-connector.js';
import { requestLog } from './http/request-log.js';
import type { Metrics } from './observability/metrics.js';
import { mountAdminApi } from './routes/admin-api.js';
import { mountAdminPage } from './routes/admin-page.js';
import { mountAssets } from './routes/assets.js';
import { mountHealth } from './routes/health.js';
import { mountMetrics } from './routes/metrics.js';
import { mountOpenApi } from './routes/openapi.js';
import { mountOperator } from './routes/operator.js';
import { mountSlackInstall } from './routes/slack-install.js';
import { mountStorefrontSession } from './routes/storefront-session.js';

export interface AppDeps {
  composition: Composition;
  config: ServiceConfig;
  counts: Counts;
  metrics: Metrics;
  /** Brings measured metrics up to date before they are read. */
  refreshMetrics: () => Promise<void>;
  log: Log;
  stopping: AbortSignal;
}

/** What hosts, shoppers and staff reach: webhooks, the chat, the admin page and its API. */
export function publicApp(deps: AppDeps): Express {
  const { composition, config, counts, metrics, log, stopping } = deps;
  const { clock, engine } = composition;
  const app = bareApp(deps);
  mountHealth(app, { composition, config, stopping });
  mountOpenApi(app, config);
  const mounting = { intake: engine.intake, installations: engine.installations, pulling: engine.pulling, rates: composition.signals.rates, counts, clock, log, secretsOf: (connector: string, ref: SecretRef) => composition.secretsOf(connector, ref), stopping };
  for (const connector of composition.connectors.values()) mountConnector(app, connector, mounting);
  mountStorefrontSession(app, { composition, counts });
  mountAdminPage(app, { composition, config, counts });
  mountAdminApi(app, { composition, config, counts, log });
  if (composition.slack !== null) mountSlackInstall(app, composition.slack, { composition, counts, log });
  if (mountOperator(app, { composition, config, counts })) mountMetrics(app, '/api/operator/metrics', metrics, deps.refreshMetrics);
  mountAssets(app, log);
  return ended(app, deps);
}

/** What only the operator's own network may reach. */
export function operationsApp(deps: AppDeps): Express {
  const { composition, config, counts, metrics, stopping } = deps;
  const app = bareApp(deps);
  mountHealth(app, { composition, config, counts, stopping });
  mountMetrics(app, '/metrics', metrics, deps.refreshMetrics);
  return ended(app, deps);
}

function bareApp({ config, metrics, log }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('query parser', 'simple');
  // Nothing we answer is asked for twice: hashing every body for a tag would serve nobody.
  app.set('etag', false);
  app.use(requestLog({ log, random: (size) => randomBytes(size), monotonic: () => performance.now(), onAnswered: (seen) => metrics.request(seen) }));
  app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }, crossOriginResourcePolicy: { policy: 'cross-origin' } }));
  return app;
}

function ended(app: Express, { counts, log }: AppDeps): Express {
  app.use(notFound(counts));
  app.use(failureHandler({ counts, log }));
  return app;
}
