// The sandbox as a process of its own, configured by environment variables (see README.md).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { mountPages } from './pages/index.js';
import { createSandbox } from './server/sandbox.js';
import { demoShop, loadShopFile } from './shop/shop-file.js';
import { adminSchema } from './shopify/admin-schema.js';
import { loadManifest } from './shopify/app-manifest.js';
import { mountSlackHost } from './slack/index.js';
import { mountWorstHost } from './worst-host/index.js';

const address = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'expects http://host:port or https://host')
  .transform((text) => new URL(text).origin);

const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  SANDBOX_ADDRESS: z.string().min(1).default('127.0.0.1'),
  SANDBOX_PUBLIC_URL: address.optional(),
  SANDBOX_APP_URL: address.default('http://localhost:8080'),
  SANDBOX_MANIFEST: z.string().min(1).default(fileURLToPath(new URL('../../../manifests/shopify/shopify.app.toml', import.meta.url))),
  SANDBOX_SHOP_FILE: z.string().min(1).optional(),
  SANDBOX_DATA: z.string().min(1).optional(),
  SANDBOX_WEBHOOK_TIME_FACTOR: z.coerce.number().min(0).max(1).default(1),
  SANDBOX_ORDER_WINDOW_DAYS: z.coerce.number().int().min(0).default(60),
  SHOPIFY_API_KEY: z.string().min(1).default('parley-sandbox-key'),
  SHOPIFY_API_SECRET: z.string().min(1).default('parley-sandbox-secret'),
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: z.string().min(1).default('parley-sandbox-slack-secret'),
  SLACK_SIGNING_SECRET: z.string().min(1).default('parley-sandbox-slack-signing'),
  SANDBOX_SLACK_MANIFEST: z.string().min(1).default(fileURLToPath(new URL('../../../manifests/slack/manifest.json', import.meta.url))),
});

/** The demo shop is made anew at every start, dated to the day: what was kept goes on all the same. */
const DEMO = 'demo shop';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`sandbox: ${text}\n`);

async function main(): Promise<void> {
  const read = environment.safeParse(process.env);
  if (!read.success) {
    for (const issue of read.error.issues) complain(`${issue.path.join('.')}: ${issue.message}`);
    process.exitCode = 2;
    return;
  }
  const config = read.data;
  const publicUrl = config.SANDBOX_PUBLIC_URL ?? `http://localhost:${config.SANDBOX_PORT}`;
  const manifest = loadManifest(config.SANDBOX_MANIFEST, config.SANDBOX_APP_URL);
  const shop = config.SANDBOX_SHOP_FILE === undefined ? demoShop(new Date(), { publicUrl: `${publicUrl}/store/demo.myshopify.com` }) : loadShopFile(config.SANDBOX_SHOP_FILE);
  const sandbox = createSandbox({
    keys: { apiKey: config.SHOPIFY_API_KEY, apiSecret: config.SHOPIFY_API_SECRET },
    appUrl: config.SANDBOX_APP_URL,
    manifest,
    shops: [shop],
    origins: { [shop.shop.domain]: config.SANDBOX_SHOP_FILE === undefined ? DEMO : createHash('sha256').update(readFileSync(config.SANDBOX_SHOP_FILE)).digest('hex') },
    say,
    dataFolder: config.SANDBOX_DATA,
    webhookTimeFactor: config.SANDBOX_WEBHOOK_TIME_FACTOR,
    orderWindowDays: config.SANDBOX_ORDER_WINDOW_DAYS === 0 ? null : config.SANDBOX_ORDER_WINDOW_DAYS,
    hosts: [mountWorstHost, ...slackHost(config, publicUrl)],
    pages: [mountPages],
    onError: (error) => complain(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  // The first query would wait half a second for the schema; load it before anybody asks.
  adminSchema(manifest.apiVersion);
  const { url } = await sandbox.listen(config.SANDBOX_PORT, config.SANDBOX_ADDRESS);
  say(`sandbox listening on ${url}`);
  for (const domain of sandbox.host.shops.keys()) say(`  storefront ${url}/store/${domain}/   admin ${url}/admin/store/${domain}/apps/${sandbox.host.app.handle}`);

  const stop = (): void => {
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Slack as well, where it is told which app it has. */
function slackHost({ SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_SIGNING_SECRET: signingSecret, SANDBOX_SLACK_MANIFEST: manifest, SANDBOX_APP_URL: appUrl, SANDBOX_DATA: data, SANDBOX_WEBHOOK_TIME_FACTOR: timeFactor }: z.infer<typeof environment>, publicUrl: string): NonNullable<Parameters<typeof createSandbox>[0]['hosts']>[number][] {
  if (clientId === undefined) return [];
  return [(app, ledger) => mountSlackHost(app, ledger, { app: { clientId, clientSecret, signingSecret, requestUrl: `${appUrl}/slack/events` }, origin: () => publicUrl, manifest: JSON.parse(readFileSync(manifest, 'utf8')) as unknown, file: data === undefined ? null : join(data, 'slack.json'), timeFactor })];
}

main().catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
