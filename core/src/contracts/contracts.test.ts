import { describe, expect, it } from '@jest/globals';
import { Bug, Message, Money, ParleyError, Rejected, Retryable, Unauthorized, exponentOf, textOf } from './index.js';

describe('money', () => {
  it.each([['USD', 2], ['CNY', 2], ['JPY', 0], ['KRW', 0], ['KWD', 3], ['IQD', 3], ['CLF', 4], ['ISK', 0], ['HUF', 2], ['MGA', 2], ['XXX', 2], ['toString', 2], ['__proto__', 2], ['constructor', 2]])('%s has %i digits', (currency, digits) => expect(exponentOf(currency)).toBe(digits));
  it.each([{ minor: 0.5, currency: 'USD' }, { minor: 1, currency: 'usd' }, { minor: 1, currency: 'US' }, { minor: 1, currency: 'USD\n' }, { minor: Number.NaN, currency: 'USD' }, { minor: 2 ** 53, currency: 'USD' }, { minor: '1', currency: 'USD' }, { minor: 1, currency: 'USD', extra: 1 }])('refuses %j', (m) => expect(Money.safeParse(m).success).toBe(false));
  it('takes debts and nothing', () => {
    for (const minor of [0, -5, Number.MAX_SAFE_INTEGER]) expect(Money.safeParse({ minor, currency: 'USD' }).success).toBe(true);
  });
});

describe('errors', () => {
  it.each([
    [new Retryable('later', { code: 'x.later' }), 'retryable', 'Retryable'],
    [new Unauthorized('who?', { code: 'x.auth' }), 'unauthorized', 'Unauthorized'],
    [new Rejected('no', { code: 'x.no', connector: 'shopify' }), 'rejected', 'Rejected'],
    [new Bug('oops', { code: 'x.bug' }), 'bug', 'Bug'],
  ])('%s is known by its kind', (error, kind, name) => {
    expect(ParleyError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ kind, name });
    expect('cause' in error).toBe(false);
  });
  it('carry code, connector, cause and what a retry needs', () => {
    const cause = new Error('socket');
    const e = new Retryable('later', { code: 'x.later', cause, retryAfterMs: 5, mayHaveHappened: true });
    expect(e).toMatchObject({ code: 'x.later', connector: 'core', cause, retryAfterMs: 5, mayHaveHappened: true });
    expect(new Retryable('later', { code: 'x' })).toMatchObject({ retryAfterMs: undefined, mayHaveHappened: false });
  });
  it('are known across copies of this package, and nothing else is', () => {
    const foreign = Object.assign(new Error('from another copy'), { [Symbol.for('parley.error')]: true });
    expect(ParleyError.isInstance(foreign)).toBe(true);
    for (const other of [new Error('x'), new TypeError('x'), null, undefined, 'x', { kind: 'bug' }, { [Symbol.for('parley.error')]: true }]) expect(ParleyError.isInstance(other)).toBe(false);
  });
});

describe('messages', () => {
  it('yield their words in order, voice included', () => {
    const message = Message.parse({ parts: [{ type: 'text', text: 'a' }, { type: 'image', mime: 'image/png' }, { type: 'voice', mime: 'audio/ogg', transcript: 'b' }, { type: 'voice', mime: 'audio/ogg' }, { type: 'text', text: 'c' }] });
    expect(textOf(message)).toBe('a\nb\nc');
  });
  it.each([{ parts: [] }, { parts: [{ type: 'text', text: 'x'.repeat(20_001) }] }, { parts: [{ type: 'html', text: 'x' }] }, { parts: [{ type: 'text', text: 'x', more: 1 }] }, { parts: Array(31).fill({ type: 'text', text: 'x' }) }])('of another form are refused %#', (m) => expect(Message.safeParse(m).success).toBe(false));
});
