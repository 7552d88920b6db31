import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { openChat, plain, type ChatClient } from '../../scripts/stack/chat-client.js';
import { startStack, type Stack } from '../../scripts/stack/stack.js';
import { merchantOf, type Merchant } from '../harness/merchant.js';
import { until } from '../harness/until.js';
import { sendWebhook, STACK_SECRET, type WebhookShot } from '../harness/webhook.js';

const countsOf = async (stack: Stack) => z.object({ counts: z.record(z.string(), z.number()) }).parse(await stack.operator('/counts')).counts;

describe('what the shop reports', () => {
  let stack: Stack;
  let merchant: Merchant;

  beforeAll(async () => {
    // The host's waits between attempts, an hour and more, pass within a second.
    stack = await startStack({ sandbox: { SANDBOX_WEBHOOK_TIME_FACTOR: '0.0001' } });
    merchant = merchantOf(stack);
  }, 120_000);
  afterAll(() => stack.stop(), 60_000);

  const shot = (given: Partial<WebhookShot> = {}) => sendWebhook({ url: stack.serviceUrl, shop: stack.shop, secret: STACK_SECRET, topic: 'orders/updated', payload: { id: 1, admin_graphql_api_id: 'gid://shopify/Order/1' }, ...given });
  const counts = () => countsOf(stack);
  const answer = async (chat: ChatClient, text: string) => plain((await chat.ask(text)).entry);

  it('is taken with the right signature only', async () => {
    expect(await shot()).toBe(200);
    expect(await shot({ signature: 'AAAA' })).toBe(401);
    expect(await shot({ secret: 'another secret' })).toBe(401);
    expect(await shot({ triggeredAt: '2020-01-01T00:00:00Z' })).toBe(401);
    await merchant.faults({ badWebhookSignature: true });
    const [id] = await merchant.change('/update', { name: 'Forged name' });
    const seen = await until(() => merchant.ledger(0, { kind: 'webhook', key: id ?? '' }), (l) => l.length > 0, 'the attempt');
    expect(seen[0]?.status).toBe(401);
    // Signed rightly again, the host's next attempt gets through.
    await merchant.faults();
    await merchant.settled();
    expect((await merchant.ledger(0, { kind: 'webhook', key: id ?? '' })).at(-1)?.status).toBe(200);
  });

  it('is kept once, however often it comes', async () => {
    const before = await counts();
    const id = 'the-same-webhook-twice';
    expect([await shot({ id }), await shot({ id }), await shot({ id })]).toEqual([200, 200, 200]);
    await Promise.all([shot({ id: 'at-once' }), shot({ id: 'at-once' }), shot({ id: 'at-once' })]);
    const after = await counts();
    expect((after['accepted/stored'] ?? 0) - (before['accepted/stored'] ?? 0)).toBe(2);
    expect((after['accepted/duplicate'] ?? 0) - (before['accepted/duplicate'] ?? 0)).toBe(4);
  });

  it('of a product changes what the chat answers', async () => {
    const chat = await openChat(await stack.session(null));
    expect(await answer(chat, 'how much is the family tent?')).toContain('$429.00');
    const since = await merchant.mark();
    await merchant.change('/products/ridge-4-tent', { price: '399.00' });
    await merchant.settled();
    expect(await answer(chat, 'how much is the family tent?')).toContain('$399.00');
    // Its text was read anew for the knowledge as well.
    expect((await merchant.ledger(since, { kind: 'graphql' })).map((e) => e.detail['operation'])).toContain('ProductRead');
    chat.close();
  });

  it('of a shipment is told by the very next answer', async () => {
    const chat = await openChat(await stack.session('xiaoyu@example.com'));
    const before = await answer(chat, 'where is order #1004');
    expect(before).not.toContain('SF9990001112223');
    await merchant.change('/orders/1004/fulfill', { trackingCompany: 'SF Express', trackingNumber: 'SF9990001112223' });
    await merchant.settled();
    expect(await answer(chat, 'where is order #1004')).toContain('SF9990001112223');
    await merchant.change('/orders/1004/tracking', { status: 'DELIVERED', message: 'Signed for' });
    await merchant.settled();
    expect(await answer(chat, 'where is order #1004')).toMatch(/delivered/i);
    chat.close();
  });

  it('may come twice and in the wrong order: the answer is the shop’s present state', async () => {
    await merchant.faults({ duplicateWebhooks: true, reorderWebhooks: true });
    const chat = await openChat(await stack.session('siyuan@example.com'));
    await answer(chat, 'where is order #1006');
    await merchant.change('/orders/1006/fulfill', { trackingCompany: 'UPS', trackingNumber: '1Z0000000000000001' });
    await merchant.change('/orders/1006/tracking', { trackingNumber: '1Z0000000000000002', status: 'IN_TRANSIT' });
    await merchant.settled();
    const told = await answer(chat, 'where is order #1006');
    expect(told).toContain('1Z0000000000000002');
    expect(told).not.toContain('1Z0000000000000001');
    const failed = (await merchant.ledger(0, { kind: 'webhook' })).filter((e) => e.status !== 200 && e.status !== 401);
    expect(failed).toEqual([]);
    await merchant.faults();
    chat.close();
  });

  it('is acknowledged for a shop nobody knows, and for a topic without use', async () => {
    const before = (await counts())['accepted/parked'] ?? 0;
    expect(await shot({ shop: 'unknown-shop.myshopify.com' })).toBe(200);
    expect((await counts())['accepted/parked']).toBe(before + 1);
    expect(await shot({ topic: 'carts/update', payload: { id: 'x' } })).toBe(200);
  });
});

describe('what a shop reports before anybody has opened the app', () => {
  let stack: Stack;
  let merchant: Merchant;

  beforeAll(async () => {
    stack = await startStack({});
    merchant = merchantOf(stack);
  }, 120_000);
  afterAll(() => stack.stop(), 60_000);

  it('waits, and is taken in when the shop connects', async () => {
    // Everything of the shop is erased, so that it is unknown again while the host reports a change.
    await merchant.change('/uninstall', { redact: true });
    await stack.control('/webhooks/settled', {});
    await until(
      () => sendWebhook({ url: stack.serviceUrl, shop: stack.shop, secret: STACK_SECRET, topic: 'orders/updated', payload: { id: 1 } }).then(() => countsOf(stack)),
      (c) => (c['accepted/parked'] ?? 0) > 0,
      'a parked event',
      20_000,
    );
    // The goodbye of an install that nobody opened waits there as well; it must not end the one that follows.
    await sendWebhook({ url: stack.serviceUrl, shop: stack.shop, secret: STACK_SECRET, topic: 'app/uninstalled', payload: { id: 1, myshopify_domain: stack.shop }, triggeredAt: new Date(Date.now() - 600_000).toISOString() });
    await stack.control(`/shops/${stack.shop}/install`, {});
    const since = await merchant.mark();
    await until(() => merchant.overview(), (o) => o.connection.state === 'active' && o.knowledge.documents === stack.documents, 'the shop');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await merchant.overview();
    expect((await merchant.ledger(since, { kind: 'token' })).map((e) => e.status)).toEqual([200]);
    // A new tenant: the old one is gone with its site key.
    expect((await merchant.overview()).settings.siteKey).not.toBe(stack.site);
    const chat = await openChat(await stack.session('emma@example.com'));
    expect(plain((await chat.ask('Where is my order?')).entry)).toContain('#1001');
    chat.close();
  }, 60_000);
});
