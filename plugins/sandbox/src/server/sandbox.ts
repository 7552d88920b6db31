// Puts the sandbox together: hosts, control API and pages on one Express app and one port.
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { Ledger } from '../ledger/ledger.js';
import type { ShopFile } from '../shop/shop-file.js';
import type { AppManifest } from '../shopify/app-manifest.js';
import type { AppKeys } from '../shopify/session-token.js';
import { ORDER_WINDOW_DAYS } from '../shopify/shop-model.js';
import { ANSWER_WITHIN_MS } from '../shopify/webhook-sender.js';
import { controlRoutes } from './control-api.js';
import type { SandboxHost } from './host.js';
import { ShopKeeper } from './shop-keeper.js';
import { ShopifyHost } from './shopify-host.js';
import { adminRoutes, byHostHeader, proxyRoutes } from './shopify-routes.js';

/** What a sandbox is made of. Everything but keys, manifest, shops and the app's address has a default. */
export interface SandboxOptions {
  readonly keys: AppKeys;
  /** Scheme and host of the app, no path, no trailing slash. */
  readonly appUrl: string;
  readonly manifest: AppManifest;
  readonly shops: readonly ShopFile[];
  /** What each domain's shop began as: where it changes, the shop begins anew instead of going on with what was kept. */
  readonly origins?: Readonly<Record<string, string>> | undefined;
  /** Folder of the ledger and of what happened in the shops; without it both live in memory only. */
  readonly dataFolder?: string | undefined;
  /** Waits between webhook retries are multiplied by this: 1 is real time, 0.001 makes four hours fourteen seconds. */
  readonly webhookTimeFactor?: number | undefined;
  /** How long the app has to take a webhook, in milliseconds. Default 5,000, as the host gives. */
  readonly webhookAnswerMs?: number | undefined;
  /** Days of orders that an app without `read_all_orders` sees; null shows all. Default 60, as the host does. */
  readonly orderWindowDays?: number | null | undefined;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  readonly random?: () => number;
  /** Further hosts, mounted before anything reads a body: `mountWorstHost`. Each gives what ends it, called by close. */
  readonly hosts?: readonly ((app: Express, ledger: Ledger) => { stop(): void })[];
  /** Pages, mounted behind the hosts, so that the app proxy goes before the storefront's own paths: `mountPages`. */
  readonly pages?: readonly ((app: Express, host: SandboxHost) => void)[];
  /** Told, in words, what an operator of the sandbox may want to know. */
  readonly say?: (text: string) => void;
  /** Told of an error that no route expected; the caller of the sandbox gets a bare 500. */
  readonly onError?: (error: unknown) => void;
}

/** A running or ready sandbox. */
export interface Sandbox {
  readonly app: Express;
  readonly ledger: Ledger;
  readonly host: ShopifyHost;
  /** Listens; 0 takes any free port. Resolves with the address the sandbox is reached at. */
  listen(port: number, address?: string): Promise<{ port: number; url: string }>;
  /** Drops pending webhooks and open connections, and stops listening. */
  close(): Promise<void>;
}

/** Makes a sandbox. Nothing listens and no webhook goes out before something asks for it. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const now = options.now ?? (() => new Date());
  const ledger = new Ledger({ file: options.dataFolder === undefined ? null : join(options.dataFolder, 'ledger.jsonl'), now });
  const keeper = new ShopKeeper(options.dataFolder, options.say ?? (() => undefined));
  const host = new ShopifyHost({
    origins: options.origins ?? {},
    keeper,
    keys: options.keys,
    appUrl: options.appUrl,
    manifest: options.manifest,
    files: options.shops,
    ledger,
    now,
    fetch: options.fetch ?? fetch,
    random: options.random ?? Math.random,
    webhookTimeFactor: options.webhookTimeFactor ?? 1,
    webhookAnswerMs: options.webhookAnswerMs ?? ANSWER_WITHIN_MS,
    orderWindowDays: options.orderWindowDays === undefined ? ORDER_WINDOW_DAYS : options.orderWindowDays,
  });

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(byHostHeader(host));
  const stops = (options.hosts ?? []).map((mount) => mount(app, ledger));
  app.use('/control', controlRoutes(host));
  app.use('/hosts', adminRoutes(host));
  app.use('/store', proxyRoutes(host));
  for (const mount of options.pages ?? []) mount(app, host);
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('Not found');
  });
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = statusOf(error);
    if (status === 500) options.onError?.(error);
    if (response.headersSent) response.destroy();
    else response.status(status).json({ error: status === 500 ? 'The sandbox failed' : 'The request could not be read' });
  });

  let server: Server | null = null;
  return {
    app,
    ledger,
    host,
    listen: (port, address = '127.0.0.1') =>
      new Promise((resolve, reject) => {
        const listening = createServer(app);
        server = listening;
        listening.once('error', reject);
        listening.listen(port, address, () => {
          const bound = listening.address();
          const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
          resolve({ port: actual, url: `http://localhost:${actual}` });
        });
      }),
    close: async () => {
      for (const mounted of stops) mounted.stop();
      await host.webhooks.close();
      keeper.flush();
      const open = server;
      server = null;
      if (open === null) return;
      await new Promise<void>((resolve) => {
        open.close(() => resolve());
        open.closeAllConnections();
      });
    },
  };
}

/** 4xx of a body parser goes through; everything else is our own fault. */
function statusOf(error: unknown): number {
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500) return error.status;
  return 500;
}
