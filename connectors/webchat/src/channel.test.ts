import { describe, expect, it } from '@jest/globals';
import { Message, type Installation, type MessagePart } from '@parley/core/contracts';
import { MAX_CHARS, paragraphs, render } from './render.js';
import { SHOP, setup, START } from './testing/bench.js';

const reply = (texts: string[], parts: MessagePart[] = [], language: 'en' | 'zh' = 'en') => ({ language, sentences: texts.map((text) => ({ text, evidence: [], receipts: [] })), parts });
const BUTTONS = Array.from({ length: 9 }, (_, i) => ({ label: `B${i}`, value: `v${i}` }));

describe('rendering', () => {
  it('joins sentences the way each language does', () => {
    expect(paragraphs(['It is on its way.', 'It should arrive on Friday.'], 'en')).toBe('It is on its way. It should arrive on Friday.');
    expect(paragraphs(['包裹已发出。', '预计周五送达。'], 'zh')).toBe('包裹已发出。预计周五送达。');
    expect(paragraphs(['包裹已发出。', '#1001 已签收。'], 'zh')).toBe('包裹已发出。#1001 已签收。');
  });

  it('gives list items lines, and long answers paragraphs', () => {
    expect(paragraphs(['Two orders:', '- #1001', '- #1002', 'Which one?'], 'en')).toBe('Two orders:\n- #1001\n- #1002\n\nWhich one?');
    const long = 'This sentence is of a fair length, some ninety characters, so that three of them make a block.';
    expect(paragraphs([long, long, long, long], 'en').split('\n\n')).toHaveLength(2);
  });

  it('keeps words, cards and buttons in order, in one message', () => {
    const card: MessagePart = { type: 'product-card', productId: 'p', title: 'Lamp', available: true };
    expect(render(reply(['Here.'], [card, { type: 'buttons', buttons: BUTTONS.slice(0, 2) }]))).toEqual([{ parts: [{ type: 'text', text: 'Here.' }, card, { type: 'buttons', buttons: BUTTONS.slice(0, 2) }] }]);
  });

  it('never puts more buttons into one message than its law says, whatever parts they come in', () => {
    const set = (n: number): MessagePart => ({ type: 'buttons', buttons: BUTTONS.slice(0, n) });
    expect(render(reply(['Choose.'], [set(3), set(4)])).map((m) => m.parts.map((p) => p.type))).toEqual([['text', 'buttons'], ['buttons']]);
  });

  it('turns buttons beyond the limit into text', () => {
    const [message] = render(reply(['Choose.'], [{ type: 'buttons', buttons: BUTTONS }]));
    expect(message?.parts.map((p) => (p.type === 'buttons' ? p.buttons.length : p.type === 'text' ? p.text : ''))).toEqual(['Choose.', '- B6\n- B7\n- B8', 6]);
  });

  it('splits what is too long, losing nothing, and stays within the contract', () => {
    const sentence = `${'字'.repeat(4_990)}😀。`;
    const cards = Array.from({ length: 40 }, (_, i): MessagePart => ({ type: 'product-card', productId: `p${i}`, title: 'x', available: true }));
    const messages = render(reply(Array.from({ length: 9 }, () => sentence), cards, 'zh'));
    for (const m of messages) {
      Message.parse(m);
      expect(m.parts.reduce((sum, p) => sum + (p.type === 'text' ? p.text.length : 0), 0)).toBeLessThanOrEqual(MAX_CHARS);
    }
    const words = messages.flatMap((m) => m.parts).map((p) => (p.type === 'text' ? p.text : '')).join('');
    expect(words.replaceAll('\n', '')).toBe(sentence.repeat(9));
    expect(messages.flatMap((m) => m.parts).filter((p) => p.type === 'product-card')).toHaveLength(40);
  });
});

describe('sending', () => {
  const installation: Installation = {
    id: SHOP.id,
    tenant: 't',
    connector: 'webchat',
    account: SHOP.account,
    state: 'active',
    scopes: [],
    settings: { shopName: '', defaultLanguage: 'en', currency: 'USD', timeZone: 'UTC', origins: [], commerce: [], paused: false },
    credentials: { values: {}, expiresAt: null, refreshExpiresAt: null },
  };
  const to = { hostThread: 'g_1', identity: 'g_1' };
  const hello = { message: { parts: [{ type: 'text' as const, text: 'Hello' }] }, replyTo: ['message-1'], from: 'bot' as const };

  it('writes once per key and finds what it wrote', async () => {
    const s = setup();
    const { channel } = s.connector;
    const live = new AbortController().signal;
    const sent = await channel.send(installation, to, hello, 'key-1', live);
    expect(await channel.send(installation, to, hello, 'key-1', live)).toEqual(sent);
    expect(await channel.find?.(installation, to, 'key-1', START)).toEqual(sent);
    expect(await channel.find?.(installation, to, 'key-2', START)).toBe('absent');
    expect(await s.threads.after({ installation: SHOP.id, ...to }, 0, 10)).toHaveLength(1);
    await expect(channel.send(installation, to, hello, 'key-3', AbortSignal.abort())).rejects.toMatchObject({ kind: 'retryable', mayHaveHappened: false });
  });
});
