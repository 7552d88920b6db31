import { z } from 'zod';
import type { ApiVersion } from '@shopify/shopify-api';
import { Bug, type Clock, type Log, type RandomBytes } from '@parley/core/contracts';

/** The id this connector goes by in records, errors and logs. */
export const CONNECTOR = 'shopify';

/**
 * Versions are named by quarter. The SDK's own list ends before the newest ones, yet it sends any name unchanged,
 * so the form is checked here and not the list. https://shopify.dev/docs/api/usage/versioning
 */
const VERSION = /^20\d\d-(01|04|07|10)$/;

const Settings = z.strictObject({
  apiKey: z.string().min(1),
  apiSecrets: z.array(z.string().min(1)).min(1),
  appUrl: z.url({ protocol: /^https?$/ }),
  apiVersion: z.custom<ApiVersion>((v) => typeof v === 'string' && VERSION.test(v), 'expects a version such as 2026-07'),
  requiredScopes: z.array(z.string().min(1)),
  originOverride: z.custom<(shop: string) => string>((v) => typeof v === 'function', 'expects a function').optional(),
  embedExtensionId: z.string().min(1),
  blockHandle: z.string().regex(/^[\w-]+$/).default('chat'),
  timeoutMs: z.number().int().positive().default(10_000),
  deadlineMs: z.number().int().positive().default(15_000),
});

/** Checked configuration with its defaults filled in. */
export type ShopifySettings = z.infer<typeof Settings>;

/** What the operator says about the app at Shopify. */
export interface ShopifyConfig {
  /** Client id of the app. */
  apiKey: string;
  /** Client secrets that are valid now, newest first; two while a rotation is on. */
  apiSecrets: string[];
  /** Public address of our service. */
  appUrl: string;
  /** Admin API version, for example `2026-07`. */
  apiVersion: string;
  /** Scopes every feature together needs; what a shop has not granted is named on the admin page. */
  requiredScopes: string[];
  /** Base that stands in for `https://<shop>`, for example `http://localhost:8090/hosts/<shop>`. Shopify itself without it. */
  originOverride?: (shop: string) => string;
  /** Id of the theme app extension, as it ends the block type in theme settings and stands in the switch link. */
  embedExtensionId: string;
  /** File name of the app embed block without its ending. */
  blockHandle?: string;
  /** Longest wait for one answer of the host, body included, in milliseconds. */
  timeoutMs?: number;
  /** Longest time one question may take with its waits for cost, in milliseconds. */
  deadlineMs?: number;
}

/** Reaches the host; the global `fetch` fits. */
export type HostFetch = (url: string, init: RequestInit) => Promise<Response>;

/** What the connector is given instead of taking it from the process. */
export interface ShopifyDeps {
  clock: Clock;
  random: RandomBytes;
  log: Log;
  fetch: HostFetch;
  /** Waits that many milliseconds. Timers of the process unless a test owns the time. */
  sleep?: (ms: number) => Promise<void>;
}

/** Checks the configuration; every mistake is named. Throws `Bug`, as the service checks its variables before. */
export function readConfig(config: ShopifyConfig): ShopifySettings {
  const parsed = Settings.safeParse(config);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Bug(`Shopify configuration: ${mistakes}`, { code: 'shopify.config', connector: CONNECTOR });
}
