// Reads shopify.app.toml as Shopify's own tool would before it deploys an app, and refuses what that refuses.
// Rules: the schemas of https://github.com/Shopify/cli (packages/app/src/cli/models/extensions/specifications).
import { readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { z } from 'zod';

const COMPLIANCE_TOPICS = ['customers/data_request', 'customers/redact', 'shop/redact'] as const;
const MAX_NAME = 30;
const MAX_HANDLE = 256;

const httpsUrl = z.string().refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'must be an https address');
const relative = z.string().regex(/^\/[^\s]*$/, 'must begin with /');
const pubsub = z.string().regex(/^pubsub:\/\/[^\s:]+:[^\s:]+$/, 'must be pubsub://project:topic');
const eventBridge = z.string().regex(/^arn:aws:events:[^\s]+$/, 'must be an EventBridge ARN');
const scopeList = z.string().transform((text) => text.split(',').map((scope) => scope.trim()).filter((scope) => scope !== ''));

const subscription = z
  .strictObject({
    topics: z.array(z.string().regex(/^[a-z_]+\/[a-z_]+$/, 'must be written like orders/updated')).min(1).optional(),
    compliance_topics: z.array(z.enum(COMPLIANCE_TOPICS)).min(1).optional(),
    uri: z.union([relative, httpsUrl, pubsub, eventBridge]),
    include_fields: z.array(z.string()).optional(),
    filter: z.string().optional(),
    name: z.string().max(50).optional(),
    payload_query: z.string().optional(),
  })
  .refine((s) => s.topics !== undefined || s.compliance_topics !== undefined, 'needs topics or compliance_topics');

const webhooks = z
  .strictObject({
    api_version: z.string().regex(/^(\d{4}-\d{2}|unstable)$/, 'must be a version such as 2026-07'),
    subscriptions: z.array(subscription).default([]),
    privacy_compliance: z.record(z.string(), z.string()).optional(),
  })
  .superRefine((value, context) => {
    const compliance = value.subscriptions.flatMap((s) => s.compliance_topics ?? []);
    for (const topic of COMPLIANCE_TOPICS) {
      if (compliance.filter((t) => t === topic).length > 1) context.addIssue({ code: 'custom', message: `compliance topic ${topic} may appear only once` });
    }
    if (value.privacy_compliance !== undefined && compliance.length > 0) {
      context.addIssue({ code: 'custom', message: 'privacy_compliance and compliance_topics exclude each other' });
    }
    const keys = value.subscriptions.flatMap((s) => (s.topics ?? []).map((topic) => `${topic} ${s.uri} ${s.filter ?? ''}`));
    for (const key of new Set(keys)) {
      if (keys.filter((k) => k === key).length > 1) context.addIssue({ code: 'custom', message: `topic, uri and filter repeat: ${key.trim()}` });
    }
  });

const manifestFile = z
  .strictObject({
    name: z.string().min(1).max(MAX_NAME),
    handle: z.string().max(MAX_HANDLE).regex(/^\w*(?!-)[_a-z0-9-]+(?<!-)$/, 'must be lower-case letters, digits and inner dashes'),
    client_id: z.string().min(1),
    application_url: httpsUrl,
    embedded: z.boolean(),
    access: z
      .strictObject({
        admin: z.strictObject({ direct_api_mode: z.enum(['online', 'offline']).optional(), embedded_app_direct_api_access: z.boolean().optional() }).optional(),
      })
      .optional(),
    access_scopes: z
      .strictObject({
        scopes: scopeList.optional(),
        required_scopes: z.array(z.string()).optional(),
        optional_scopes: z.array(z.string()).optional(),
        use_legacy_install_flow: z.boolean().optional(),
      })
      .refine((s) => s.scopes === undefined || s.required_scopes === undefined, 'scopes and required_scopes exclude each other'),
    auth: z.strictObject({ redirect_urls: z.array(httpsUrl) }),
    webhooks,
    app_proxy: z
      .strictObject({ url: z.union([relative, httpsUrl]), subpath: z.string().regex(/^[\w-]{1,30}$/), prefix: z.enum(['apps', 'a', 'community', 'tools']) })
      .optional(),
    customer_authentication: z.strictObject({ redirect_uris: z.array(httpsUrl) }).optional(),
    app_preferences: z.strictObject({ url: httpsUrl.refine((url) => url.length <= 255, 'at most 255 characters') }).optional(),
    pos: z.strictObject({ embedded: z.boolean() }).optional(),
    build: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((m) => m.access_scopes.use_legacy_install_flow !== true, 'the sandbox installs by managed install only: use_legacy_install_flow must not be true');

/** One topic and where it goes. */
interface Subscription {
  readonly topic: string;
  readonly url: string;
  readonly name: string | null;
}

/** The deployed app: everything resolved, nothing optional left open. */
export interface AppManifest {
  readonly name: string;
  readonly handle: string;
  readonly applicationUrl: string;
  readonly scopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly apiVersion: string;
  readonly subscriptions: readonly Subscription[];
  readonly compliance: readonly Subscription[];
  readonly proxy: { readonly url: string; readonly prefix: string; readonly subpath: string } | null;
}

/** A manifest that Shopify would not deploy, with every mistake named. */
export class ManifestRefused extends Error {
  override readonly name = 'ManifestRefused';
}

/**
 * Deploys a manifest text. `appUrl` (scheme and host, no path) takes the place of the manifest's own host wherever
 * that stands, so the same file serves a developer's machine. Throws ManifestRefused with every broken rule.
 */
export function deployManifest(text: string, appUrl: string): AppManifest {
  let raw: unknown;
  try {
    raw = parseToml(text);
  } catch (error) {
    throw new ManifestRefused(`not TOML: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const parsed = manifestFile.safeParse(raw);
  if (!parsed.success) {
    throw new ManifestRefused(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`).join('; '));
  }
  const file = parsed.data;
  const own = new URL(file.application_url).origin;
  const resolve = (address: string): string => {
    // Shopify's tool puts a relative address behind the whole application_url, path included.
    const full = address.startsWith('/') ? `${file.application_url.replace(/\/$/, '')}${address}` : address;
    return full.startsWith(`${own}/`) || full === own ? `${appUrl}${full.slice(own.length)}` : full;
  };
  const list = (topics: readonly string[] | undefined, s: z.infer<typeof subscription>): Subscription[] =>
    (topics ?? []).map((topic) => ({ topic, url: resolve(s.uri), name: s.name ?? null }));
  return {
    name: file.name,
    handle: file.handle,
    applicationUrl: resolve(file.application_url),
    scopes: file.access_scopes.scopes ?? file.access_scopes.required_scopes ?? [],
    optionalScopes: file.access_scopes.optional_scopes ?? [],
    apiVersion: file.webhooks.api_version,
    subscriptions: file.webhooks.subscriptions.flatMap((s) => list(s.topics, s)),
    compliance: file.webhooks.subscriptions.flatMap((s) => list(s.compliance_topics, s)),
    proxy: file.app_proxy === undefined ? null : { url: resolve(file.app_proxy.url), prefix: file.app_proxy.prefix, subpath: file.app_proxy.subpath },
  };
}

/** Reads and deploys a manifest file. Errors of reading go through untouched. */
export function loadManifest(path: string, appUrl: string): AppManifest {
  return deployManifest(readFileSync(path, 'utf8'), appUrl);
}
