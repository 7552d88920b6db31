import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openChat, plain, type ChatClient } from '../../scripts/stack/chat-client.js';
import { startStack, type Stack } from '../../scripts/stack/stack.js';
import { merchantOf, type Merchant } from '../harness/merchant.js';

const TRUE = { order: '#1001', tracking: '1Z999AA10123456784' };
/** Whatever a shopper might take for a fact of an order. */
const FACT = /1Z|#100[^1]|delivered|on its way|not been sent|shipped|cancelled|no order|do not find|could not find/i;
const HONEST = /cannot reach|can’t reach/i;

describe('a host that fails', () => {
  let stack: Stack;
  let merchant: Merchant;
  let chat: ChatClient;

  beforeAll(async () => {
    stack = await startStack({});
    merchant = merchantOf(stack);
    chat = await openChat(await stack.session('emma@example.com'));
  }, 120_000);
  afterAll(async () => {
    chat.close();
    await stack.stop();
  }, 60_000);
  beforeEach(async () => {
    await merchant.faults();
    // A report of the host drops what was looked up before: every question goes to the host.
    await merchant.change('/orders/1001/tracking', { status: 'IN_TRANSIT', message: 'Scan' });
    await merchant.settled();
  });

  const ask = async (text = 'where is order #1001') => plain((await chat.ask(text, 40_000)).entry);

  it.each([
    ['answers 5xx', { http5xx: { share: 1 } }],
    ['throttles with 429', { http429: { share: 1, retryAfter: 30 } }],
    ['throttles by cost inside HTTP 200', { throttled: { share: 1 } }],
    ['takes the question and never answers', { hang: { share: 1 } }],
  ])('and %s: the shopper is told so, and nothing untrue; then all is well again', async (_how, fault) => {
    await merchant.faults(fault);
    const told = await ask();
    expect(told).toMatch(HONEST);
    expect(told.replace('#1001', '')).not.toMatch(FACT);
    await merchant.faults();
    const after = await ask();
    expect(after).toContain(TRUE.tracking);
  }, 90_000);

  it.each([
    ['one 503', { http5xx: { next: 1 } }],
    ['one THROTTLED', { throttled: { next: 1 } }],
    ['a slow answer', { slowMs: 800 }],
  ])('for a moment (%s) is asked again or told of, never made up', async (_how, fault) => {
    await merchant.faults(fault);
    const told = await ask();
    expect(told.includes(TRUE.tracking) || HONEST.test(told)).toBe(true);
  }, 60_000);

  it('leaves what needs no records untouched', async () => {
    await merchant.faults({ http5xx: { share: 1 } });
    expect(await ask('can I return things I bought?')).toMatch(/30 days/);
    const { connection } = await merchant.overview();
    expect(connection.state).toBe('active');
    expect(connection.problem === null || /cannot be reached/.test(connection.problem)).toBe(true);
  });

  it('keeps the order of a conversation while one look-up hangs', async () => {
    await merchant.faults({ slowMs: 2_000 });
    const first = chat.ask('where is order #1002', 40_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const second = chat.ask('can I return things I bought?', 40_000);
    const [a, b] = await Promise.all([first, second]);
    expect(a.entry.n).toBeLessThanOrEqual(b.entry.n);
    expect(plain(b.entry)).toMatch(/30 days/);
  }, 60_000);
});
