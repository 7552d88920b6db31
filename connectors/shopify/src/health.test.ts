import { describe, expect, it } from '@jest/globals';
import { data, faults, fixture, hostThat, installation, json, SHOP, type Answer } from '../fixtures/host.js';
import { embedState } from './theme-settings.js';

const state = (...handles: string[]): Answer => data({ shop: { name: 'Demo' }, currentAppInstallation: { accessScopes: handles.map((handle) => ({ handle })) } });
const theme = (body: object | null): Answer => data({ themes: { nodes: [{ id: 't', files: { nodes: body === null ? [] : [{ filename: 'config/settings_data.json', body }] } }] } });
const SETTINGS = fixture('settings-data.txt');

async function check(scopes: Answer, themes: Answer): Promise<unknown> {
  const { connector } = hostThat((seen) => (seen.operation === 'AppState' ? scopes : themes));
  return connector.install.check(installation());
}

describe('the state of a connection', () => {
  it('is what the shop says', async () => {
    expect(await check(state('write_orders', 'read_themes'), theme({ content: SETTINGS }))).toEqual({
      ok: true,
      account: SHOP,
      name: 'Demo',
      grantedScopes: ['write_orders', 'read_themes'],
      missingScopes: [],
      storefront: 'on',
      storefrontSwitchUrl: `https://${SHOP}/admin/themes/current/editor?context=apps&activateAppId=0af1-22/chat`,
      problem: null,
    });
  });

  it('names missing scopes and cannot tell of a theme it may not read', async () => {
    expect(await check(state('read_orders'), faults('ACCESS_DENIED'))).toMatchObject({ ok: false, missingScopes: ['read_themes'], storefront: null, problem: 'missing-scopes' });
  });

  it('reads the settings in either encoding', async () => {
    expect(await check(state(), theme({ contentBase64: Buffer.from(SETTINGS).toString('base64') }))).toMatchObject({ storefront: 'on' });
    expect(await check(state(), theme({}))).toMatchObject({ storefront: null });
    expect(await check(state(), theme(null))).toMatchObject({ storefront: null });
    expect(await check(state(), data({ themes: { nodes: [] } }))).toMatchObject({ storefront: null });
  });

  it('throws where the token no longer works, so that it can be refreshed', async () => {
    await expect(check(json({ errors: 'Invalid API key or access token' }, 401), theme(null))).rejects.toMatchObject({ kind: 'unauthorized' });
  });

  it('opens the switch where the host really is', async () => {
    const { connector } = hostThat((seen) => (seen.operation === 'AppState' ? state() : theme(null)), { originOverride: (shop) => `http://localhost:8090/hosts/${shop}/` });
    expect(await connector.install.check(installation())).toMatchObject({ storefrontSwitchUrl: `http://localhost:8090/hosts/${SHOP}/admin/themes/current/editor?context=apps&activateAppId=0af1-22/chat` });
  });
});

describe('the app embed in theme settings', () => {
  const block = (value: object): string => JSON.stringify({ current: { blocks: { a: value } } });
  const ours = 'shopify://apps/parley/blocks/chat/0af1-22';
  it.each([
    ['on', block({ type: ours })],
    ['on', block({ type: ours, disabled: false })],
    ['off', block({ type: ours, disabled: true })],
    ['off', block({ type: 'shopify://apps/parley/blocks/other/0af1-22' })],
    ['off', block({ type: 'shopify://apps/parley/blocks/chat/another' })],
    ['off', block({ type: 'section' })],
    ['off', '{"current":{}}'],
    ['on', JSON.stringify({ current: 'Default', presets: { Default: { blocks: { a: { type: ours } } } } })],
    ['off', JSON.stringify({ current: 'Default', presets: {} })],
    [null, 'no json'],
    [null, '[]'],
  ])('is %s in %s', (expected, text) => {
    expect(embedState(text, '0af1-22', 'chat')).toBe(expected);
  });
});
