import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { deployManifest, ManifestRefused } from './app-manifest.js';

const file = readFileSync(new URL('../../../../manifests/shopify/shopify.app.toml', import.meta.url), 'utf8');
const APP = 'http://localhost:8080';

describe('deployManifest', () => {
  it('deploys the manifest of the project', () => {
    const app = deployManifest(file, APP);
    expect(app.applicationUrl).toBe(`${APP}/shopify/app`);
    expect(app.scopes).toContain('read_orders');
    expect(app.scopes.filter((scope) => scope.startsWith('write_'))).toEqual(['write_app_proxy']);
    expect(new Set(app.subscriptions.map((s) => s.url))).toEqual(new Set([`${APP}/shopify/webhooks`]));
    expect(app.compliance.map((s) => s.topic).sort()).toEqual(['customers/data_request', 'customers/redact', 'shop/redact']);
    expect(app.compliance[0]?.url).toBe(`${APP}/shopify/webhooks/compliance`);
    expect(app.proxy).toEqual({ url: `${APP}/shopify/proxy`, prefix: 'apps', subpath: 'parley' });
  });

  it('puts a relative address behind the whole application_url, as the tool of the host does', () => {
    const relative = file.replace('"https://parley.example.com/shopify/webhooks"', '"/hooks"');
    expect(deployManifest(relative, APP).subscriptions[0]?.url).toBe(`${APP}/shopify/app/hooks`);
  });

  it('leaves foreign addresses alone', () => {
    const foreign = file.replace('"https://parley.example.com/shopify/webhooks"', '"https://hooks.example.org/in"');
    expect(deployManifest(foreign, APP).subscriptions[0]?.url).toBe('https://hooks.example.org/in');
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['no TOML', () => '= broken', /not TOML/],
    ['a long name', (t) => t.replace('name = "Parley"', `name = "${'x'.repeat(31)}"`), /name/],
    ['a bad handle', (t) => t.replace('handle = "parley"', 'handle = "Parley-"'), /handle/],
    ['a plain http address', (t) => t.replace('https://parley.example.com/shopify/app', 'http://parley.example.com/shopify/app'), /application_url/],
    ['an unknown section', (t) => `${t}\n[surprise]\nx = 1\n`, /surprise/],
    ['a bad prefix', (t) => t.replace('prefix = "apps"', 'prefix = "app"'), /prefix/],
    ['no auth section', (t) => t.replace('[auth]\nredirect_urls = []', ''), /auth/],
    ['an unknown compliance topic', (t) => t.replace('"shop/redact"', '"shop/forget"'), /compliance_topics/],
    ['a compliance topic twice', (t) => t.replace('"shop/redact"]', '"shop/redact", "shop/redact"]'), /only once/],
    ['a topic twice at one address', (t) => t.replace('"app/uninstalled",', '"app/uninstalled", "app/uninstalled",'), /repeat/],
    ['a subscription without topics', (t) => t.replace('compliance_topics = ["customers/data_request", "customers/redact", "shop/redact"]', ''), /needs topics/],
  ])('refuses %s', (_name, change, reason) => {
    const broken = change(file);
    expect(broken).not.toBe(file);
    expect(() => deployManifest(broken, APP)).toThrow(ManifestRefused);
    expect(() => deployManifest(broken, APP)).toThrow(reason);
  });
});
