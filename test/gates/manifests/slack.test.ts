import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { REDIRECT_PATH, SLACK_SCOPES } from '@parley/connector-slack';
import { z } from 'zod';
import { MANIFESTS } from './files.js';

/** Slack's own schema (slackapi/manifest-schema), where a copy is at hand: it is not ours to pass on. */
const SCHEMA = process.env['SLACK_MANIFEST_SCHEMA'] ?? path.join(MANIFESTS, '../../shared/facts/schemas/slack-manifest.schema.2.0.0.json');

const Manifest = z.object({
  display_information: z.object({ name: z.string().max(35), description: z.string().max(140), long_description: z.string().min(175).max(4_000) }),
  oauth_config: z.object({ redirect_urls: z.array(z.url()), scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ request_url: z.url(), bot_events: z.array(z.string()) }), interactivity: z.object({ is_enabled: z.literal(true), request_url: z.url() }), socket_mode_enabled: z.literal(false), token_rotation_enabled: z.literal(true) }),
});
const raw: unknown = JSON.parse(readFileSync(path.join(MANIFESTS, 'slack/manifest.json'), 'utf8'));

describe('the Slack manifest', () => {
  const manifest = Manifest.parse(raw);
  it('asks for the scopes the connector uses, and no others', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual([...SLACK_SCOPES]);
  });
  it('sends everything to the addresses that listen, over HTTPS', () => {
    const { event_subscriptions: events, interactivity } = manifest.settings;
    expect([events.request_url, interactivity.request_url].map((u) => new URL(u).pathname)).toEqual(['/slack/events', '/slack/events']);
    expect(manifest.oauth_config.redirect_urls.map((u) => new URL(u).pathname)).toEqual([REDIRECT_PATH]);
    for (const url of [events.request_url, interactivity.request_url, ...manifest.oauth_config.redirect_urls]) expect(new URL(url).protocol).toBe('https:');
    expect(events.bot_events).toEqual(['app_home_opened', 'app_uninstalled', 'message.channels', 'message.groups', 'tokens_revoked']);
  });
  const check = existsSync(SCHEMA) ? it : it.skip;
  check('holds to Slack’s own schema, which finds out what is wrong', () => {
    const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(SCHEMA, 'utf8')));
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    expect([validate(raw), validate.errors]).toEqual([true, null]);
    expect(validate({ ...z.record(z.string(), z.unknown()).parse(raw), display_information: { name: 'x'.repeat(36) } })).toBe(false);
  });
});
