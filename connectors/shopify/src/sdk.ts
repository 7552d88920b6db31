import { LogSeverity, shopifyApi, type Shopify } from '@shopify/shopify-api';
import type { Log } from '@parley/core/contracts';
import type { ShopifySettings } from './config.js';
import { redact } from './redaction.js';

/** The SDK under one of the app's secrets. */
export interface SdkOfSecret {
  secret: string;
  api: Shopify;
}

/**
 * One SDK object per secret that is valid now, newest first: the SDK itself knows only one. Request logging stays off,
 * since the SDK prints tokens and the client secret there; the rest goes to our log, redacted.
 */
export function sdksOf(settings: ShopifySettings, log: Log): [SdkOfSecret, ...SdkOfSecret[]] {
  const url = new URL(settings.appUrl);
  const make = (secret: string): SdkOfSecret => ({
    secret,
    api: shopifyApi({
      apiKey: settings.apiKey,
      apiSecretKey: secret,
      hostName: url.host,
      hostScheme: url.protocol === 'http:' ? 'http' : 'https',
      apiVersion: settings.apiVersion,
      isEmbeddedApp: true,
      logger: { level: LogSeverity.Warning, httpRequests: false, log: (severity, message) => toLog(log, severity, message) },
    }),
  });
  const [newest = '', ...older] = settings.apiSecrets;
  return [make(newest), ...older.map(make)];
}

const LEVELS = {
  [LogSeverity.Error]: 'error',
  [LogSeverity.Warning]: 'warn',
  [LogSeverity.Info]: 'info',
  [LogSeverity.Debug]: 'debug',
} as const;

function toLog(log: Log, severity: LogSeverity, message: string): void {
  log[LEVELS[severity]]({ source: 'shopify-api' }, redact(message));
}
