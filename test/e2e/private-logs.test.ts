import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openChat } from '../../scripts/stack/chat-client.js';
import { startStack, type Stack } from '../../scripts/stack/stack.js';
import { merchantOf } from '../harness/merchant.js';
import { until } from '../harness/until.js';
import { STACK_SECRET } from '../harness/webhook.js';

const EMAIL = 'emma@example.com';
const PHONE = '+1 555 867 5309';
const SAID = 'zanzibar parcel for my grandmother';

describe('the logs at their most talkative', () => {
  let stack: Stack;
  let log = '';

  beforeAll(async () => {
    stack = await startStack({ service: { LOG_LEVEL: 'debug' } });
    for (const out of [stack.service.child.stdout, stack.service.child.stderr]) out?.on('data', (chunk: unknown) => (log += String(chunk)));
  }, 120_000);
  afterAll(() => stack.stop(), 60_000);

  it('hold ids, codes and counts, and nothing of a person or a secret', async () => {
    const merchant = merchantOf(stack);
    const guest = await openChat(await stack.session(null));
    for (const text of ['where is order #1001', EMAIL, `call me at ${PHONE}`, SAID, 'can I return things I bought?', 'human please']) await guest.ask(text);
    const session = await stack.session(EMAIL);
    const customer = await openChat(session);
    await customer.ask('Where is my order?');

    // Everything that goes wrong logs more: refused tokens, failing hosts, bad signatures, bodies of no form.
    await stack.control(`/shops/${stack.shop}/tokens/expire`, {});
    await customer.ask('where is order #1002');
    await merchant.faults({ http5xx: { share: 1 } });
    await merchant.change('/orders/1001/tracking', { status: 'IN_TRANSIT' });
    await customer.ask('where is order #1001');
    await merchant.faults();
    await stack.control(`/shops/${stack.shop}/tokens/expire`, { refresh: true });
    await merchant.change('/orders/1002/tracking', { status: 'DELIVERED' });
    await customer.ask('where is order #1002');
    await merchant.overview();
    const bad = JSON.stringify({ customer: { email: EMAIL, phone: PHONE }, note: SAID });
    for (const path of ['/shopify/webhooks', '/webchat/messages', '/webchat/session', `/shopify/proxy/session?email=${EMAIL}`, '/api/admin/settings', `/api/admin/conversations/${EMAIL}`]) {
      for (const body of [bad, bad.slice(0, -3)]) {
        const signed = createHmac('sha256', STACK_SECRET).update(body).digest('base64');
        const res = await fetch(`${stack.serviceUrl}${path}`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${session.token}`, 'X-Shopify-Hmac-Sha256': signed, 'X-Shopify-Topic': 'customers/redact', 'X-Shopify-Shop-Domain': stack.shop, 'X-Shopify-Webhook-Id': 'log-test' } });
        await res.arrayBuffer();
      }
    }
    await merchant.change('/compliance', { topic: 'customers/data_request', customerId: EMAIL });
    await merchant.change('/compliance', { topic: 'customers/redact', customerId: EMAIL });
    await merchant.settled();
    guest.close();
    customer.close();
    await until(() => Promise.resolve(log), (l) => l.includes('erased a shopper'), 'the last line');

    const lines = log.split('\n').filter((l) => l !== '');
    expect(lines.length).toBeGreaterThan(30);
    // Every line is one JSON object: what reads the logs can trust their form.
    for (const line of lines) expect(() => void JSON.parse(line)).not.toThrow();
    const forbidden: [string, RegExp][] = [
      ['an e-mail address', /[\w.+-]+@[\w-]+\.\w+/],
      ['a phone number', /555.?867|8675309|5550100/],
      ['an order number', /#?\b100[0-9]\b/],
      ['a tracking number', /1Z999|SF00/],
      ['words of a shopper', /zanzibar|grandmother|human please/i],
      ['a name', /Emma|Lindqvist/i],
      ['a token of the host', /shp(at|rt|ua)_/],
      ['a chat token', new RegExp(session.token.slice(0, 20))],
      ['a session token', /eyJ[\w-]{10,}/],
      ['a secret', /parley-sandbox-secret/],
      ['the operator’s token', new RegExp(stack.operatorToken)],
      ['a customer’s id', /9207199254740993/],
      ['an address', /"(127\.0\.0\.1|::1|::ffff)/],
    ];
    for (const [what, pattern] of forbidden) expect([what, lines.filter((l) => pattern.test(l))]).toEqual([what, []]);
  }, 60_000);
});
