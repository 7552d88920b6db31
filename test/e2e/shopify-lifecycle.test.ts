import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { openChat, plain } from '../../scripts/stack/chat-client.js';
import { startStack, type Stack } from '../../scripts/stack/stack.js';
import { merchantOf, type Merchant } from '../harness/merchant.js';
import { until } from '../harness/until.js';
import { sendWebhook, STACK_SECRET } from '../harness/webhook.js';

const EMMA = { email: 'emma@example.com', tracking: '1Z999AA10123456784' };

/** Steps of one shop's life, each standing on the one before. */
describe('a shop that installs, works, leaves and comes back', () => {
  let stack: Stack;
  let merchant: Merchant;
  let tenantSite: string;

  beforeAll(async () => {
    stack = await startStack({});
    merchant = merchantOf(stack);
    tenantSite = stack.site;
  }, 120_000);
  afterAll(() => stack.stop(), 60_000);

  const tokens = async (since: number) => (await merchant.ledger(since, { kind: 'token' })).map((e) => ({ status: e.status, grant: String(e.detail['grant']) }));
  const exchanges = async (since: number) => (await tokens(since)).filter((t) => t.grant.includes('token-exchange'));
  const refreshes = async (since: number) => (await tokens(since)).filter((t) => t.grant === 'refresh_token');

  async function ask(text: string, customer: string | null): Promise<string> {
    const chat = await openChat(await stack.session(customer));
    try {
      return plain((await chat.ask(text)).entry);
    } finally {
      chat.close();
    }
  }

  it('exchanged the session token once, for all the visits of the installation', async () => {
    await Promise.all([merchant.overview(), merchant.overview(), merchant.admin('/conversations')]);
    expect(await exchanges(0)).toEqual([{ status: 200, grant: 'urn:ietf:params:oauth:grant-type:token-exchange' }]);
  });

  it('renews an expired access token once, however many calls meet it', async () => {
    const since = await merchant.mark();
    await stack.control(`/shops/${stack.shop}/tokens/expire`, {});
    const answers = await Promise.all([ask('Where is my order?', EMMA.email), ask('我的快递到哪了？', 'xiaoyu@example.com'), ask('how much is the family tent?', null), merchant.overview().then(() => '')]);
    expect(answers[0]).toContain(EMMA.tracking);
    expect(answers[1]).toContain('SF0012345678901');
    expect(answers[2]).toContain('$429.00');
    expect(await refreshes(since)).toEqual([{ status: 200, grant: 'refresh_token' }]);
    expect(await exchanges(since)).toEqual([]);
  });

  it('renews ahead of time what ends soon, without meeting a refusal', async () => {
    await merchant.faults({ tokenLifetimeS: 120 });
    await stack.control(`/shops/${stack.shop}/tokens/expire`, {});
    await ask('where is order #1002', EMMA.email);
    await merchant.faults();
    const since = await merchant.mark();
    await ask('where is my tent', EMMA.email);
    expect((await merchant.ledger(since, { kind: 'graphql' })).filter((e) => e.status === 401)).toEqual([]);
    expect(await refreshes(since)).toHaveLength(1);
  });

  it('connects again on the next admin visit when the host has taken every token away', async () => {
    // The page's own picture of the host's health is kept for five seconds.
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    const since = await merchant.mark();
    await stack.control(`/shops/${stack.shop}/tokens/expire`, { refresh: true });
    expect((await merchant.overview()).connection.state).toBe('active');
    expect(await exchanges(since)).toHaveLength(1);
    expect(await ask('where is order #1001', EMMA.email)).toContain(EMMA.tracking);
  }, 20_000);

  it('says it cannot reach the records while nobody has renewed the access, then connects on the visit', async () => {
    await stack.control(`/shops/${stack.shop}/tokens/expire`, { refresh: true });
    // The second is opened when it is known already that nobody can get in: shoppers are told so, and not shut out.
    for (const words of ['Where is my order?', 'Where is my parcel?']) {
      const chat = await openChat(await stack.session('grace@example.com'));
      const answer = plain((await chat.ask(words)).entry);
      chat.close();
      expect(answer).toMatch(/cannot reach|can’t reach/i);
      expect(answer).not.toMatch(/1Z|Oakland|#1007/);
    }
    expect((await merchant.overview()).connection.state).toBe('active');
    expect(await ask('Where is my order?', 'grace@example.com')).toContain('#1007');
  });

  it('knows the scopes the merchant has now', async () => {
    const all = (await merchant.overview()).connection.grantedScopes;
    await merchant.change('/scopes', { scopes: all.filter((s) => s !== 'read_themes') });
    // The host's tokens carry the new scopes from the next one on.
    await stack.control(`/shops/${stack.shop}/tokens/expire`, {});
    const seen = await until(() => merchant.overview(), (o) => o.connection.missingScopes.includes('read_themes'), 'the missing scope');
    expect(seen.connection.grantedScopes).not.toContain('read_themes');
    await merchant.change('/scopes', { scopes: all });
    await stack.control(`/shops/${stack.shop}/tokens/expire`, {});
    await until(() => merchant.overview(), (o) => o.connection.missingScopes.length === 0, 'the scope again');
  }, 30_000);

  it('uninstalls: no new chat session, the old one is shut, nothing asks the host any more', async () => {
    const session = await stack.session(EMMA.email);
    const chat = await openChat(session);
    const heard: string[] = [];
    chat.onEntry((e) => heard.push(...e.replyTo));
    // A slow host, and an order nobody asked for yet: the answer is still being looked for when the shop goes.
    await merchant.faults({ slowMs: 1_500 });
    const asked = await chat.send('where is order #987');
    await merchant.change('/uninstall', {});
    await stack.control('/webhooks/settled', {});
    const proxied = await stack.control(`/shops/${stack.shop}/proxy-query`, { path: '/session', customerId: null });
    const { url } = z.object({ url: z.string() }).parse(proxied);
    await until(async () => (await fetch(url, { method: 'POST' })).status, (s) => s === 404, 'the end of the chat');
    const refused = await fetch(`${stack.serviceUrl}/webchat/messages`, { method: 'POST', headers: { 'Authorization': `Bearer ${session.token}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ id: 'after-the-end', text: 'hello' }) });
    const history = await fetch(`${stack.serviceUrl}/webchat/history`, { headers: { Authorization: `Bearer ${session.token}` } });
    expect(history.status).toBe(403);
    expect([202, 403]).toContain(refused.status);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(heard).not.toContain(asked);
    const { turns } = z.object({ turns: z.array(z.object({ record: z.object({ deliveries: z.array(z.object({ state: z.string() })) }), event: z.object({ body: z.looseObject({ hostMessageId: z.string().optional() }) }).nullable() })) }).parse(
      await stack.operator(`/turns?site=${stack.site}&thread=${encodeURIComponent(session.thread)}`),
    );
    const late = turns.find((t) => t.event?.body.hostMessageId === asked);
    expect(late).toBeDefined();
    expect(late?.record.deliveries.filter((d) => d.state !== 'superseded')).toEqual([]);
    chat.close();
    await merchant.faults();
    await merchant.settled();
    const since = await merchant.mark();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await merchant.ledger(since, { kind: 'graphql' })).toEqual([]);
  }, 40_000);

  it('comes back as the same tenant: same site key, same conversations, working chat', async () => {
    const since = await merchant.mark();
    await stack.control(`/shops/${stack.shop}/install`, {});
    // The page asks all of this when it opens.
    const opened = await Promise.all([merchant.admin('/overview'), merchant.admin('/conversations'), merchant.admin('/privacy')]);
    expect(opened.map((o) => o.status)).toEqual([200, 200, 200]);
    const seen = await until(() => merchant.overview(), (o) => o.connection.state === 'active' && o.knowledge.documents === stack.documents, 'the shop');
    expect(seen.settings.siteKey).toBe(tenantSite);
    expect(await exchanges(since)).toHaveLength(1);
    expect(await ask('where is order #1001', EMMA.email)).toContain(EMMA.tracking);
    const { conversations } = z.object({ conversations: z.array(z.object({ status: z.string() })) }).parse((await merchant.admin('/conversations')).json);
    expect(conversations.length).toBeGreaterThan(4);
    expect(conversations.filter((c) => c.status === 'bot')).toHaveLength(1);
  }, 30_000);

  it('is not thrown out again by a late word of its earlier uninstall', async () => {
    // The host repeats a webhook for hours: this one was sent before the merchant came back.
    const since = await merchant.mark();
    const late = new Date(Date.now() - 30 * 60_000).toISOString();
    const status = await sendWebhook({ url: stack.serviceUrl, shop: stack.shop, secret: STACK_SECRET, topic: 'app/uninstalled', payload: { id: 1, myshopify_domain: stack.shop }, triggeredAt: late });
    expect(status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await fetch(`${stack.serviceUrl}/webchat/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Origin': stack.serviceUrl }, body: JSON.stringify({ site: tenantSite }) })).status).toBe(200);
    expect((await merchant.overview()).connection.state).toBe('active');
    expect(await exchanges(since)).toEqual([]);
  });
});
