import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countingRandom } from '../contracts/examples.fixture.js';
import { createMaster, sealKey } from './vault.js';

const random = countingRandom();
const key = sealKey('k1', random(32), random);
const OLD = 'old-secret-old-secret-old-secret-1';
const NEW = 'new-secret-new-secret-new-secret-2';
const code = (run: () => unknown): string => {
  try {
    run();
    return 'nothing thrown';
  } catch (e) {
    return e instanceof Error && 'code' in e ? String(e.code) : String(e);
  }
};

describe('a seal key', () => {
  it('opens what it sealed, in its place, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, context) => {
      const sealed = key.seal(text, context);
      expect(key.open(sealed, context)).toBe(text);
    }));
  });
  it('never seals alike twice, and shows nothing of the text', () => {
    const texts = Array.from({ length: 50 }, () => key.seal('ann@example.com', 'c'));
    expect(new Set(texts).size).toBe(50);
    expect(texts.join()).not.toContain(Buffer.from('ann@example.com').toString('base64url').slice(0, 8));
  });
  it('opens nothing in another place', () => expect(code(() => key.open(key.seal('x', 'turn/1'), 'turn/2'))).toBe('vault.does-not-open'));
  it('opens nothing that was changed in any byte, cut or lengthened', () => {
    const [format, id, body] = key.seal('hello', 'c').split('.');
    const bytes = Buffer.from(body ?? '', 'base64url');
    const again = (b: Uint8Array) => code(() => key.open(`${format}.${id}.${Buffer.from(b).toString('base64url')}`, 'c'));
    for (let i = 0; i < bytes.length; i++) expect(again(bytes.map((b, n) => (n === i ? b ^ 1 : b)))).toBe('vault.does-not-open');
    for (let n = 0; n < bytes.length; n++) expect(again(bytes.subarray(0, n))).toBe('vault.does-not-open');
    expect(again(Buffer.concat([bytes, Buffer.from([0])]))).toBe('vault.does-not-open');
  });
  it('opens nothing of another key, format or form', () => {
    const sealed = key.seal('x', 'c');
    const other = sealKey('k2', random(32), random);
    expect(code(() => other.open(sealed, 'c'))).toBe('vault.wrong-key');
    expect(code(() => sealKey('k1', random(32), random).open(sealed, 'c'))).toBe('vault.does-not-open');
    for (const text of ['', 'g1', 'g1.k1', 'g2' + sealed.slice(2), 'x']) expect(code(() => key.open(text, 'c'))).toBe('vault.wrong-key');
    expect(code(() => key.open('g1.k1.', 'c'))).toBe('vault.does-not-open');
  });
  it('takes only a full authentication tag: a short body can not be tried out', () => {
    // Eight bytes would otherwise be taken for an initialisation vector and a tag of eight bytes at once.
    for (const size of [4, 8, 12, 16, 27]) {
      let message = '';
      try {
        key.open(`g1.k1.${Buffer.from(random(size)).toString('base64url')}`, 'c');
      } catch (e) {
        message = e instanceof Error && e.cause instanceof Error ? e.cause.message : '';
      }
      expect(message).toContain('too short');
    }
  });
});

describe('the master', () => {
  it.each([[[]], [['']], [['x'.repeat(31)]], [[NEW, 'short']]])('refuses weak secrets %j', (secrets: string[]) => expect(code(() => createMaster(secrets, random))).toBe('vault.weak-master'));
  it('takes 32 characters', () => expect(code(() => createMaster(['x'.repeat(32)], random))).toBe('nothing thrown'));
  it('seals with the newest and opens with either during a rotation', () => {
    const before = createMaster([OLD], random);
    const during = createMaster([NEW, OLD], random);
    const after = createMaster([NEW], random);
    const sealedBefore = before.seal('token', 'c');
    expect(during.open(sealedBefore, 'c')).toBe('token');
    const sealedDuring = during.seal('token', 'c');
    expect(after.open(sealedDuring, 'c')).toBe('token');
    expect(code(() => before.open(sealedDuring, 'c'))).toBe('vault.unknown-master');
    expect(code(() => after.open(sealedBefore, 'c'))).toBe('vault.unknown-master');
    expect(code(() => during.open(sealedBefore, 'd'))).toBe('vault.does-not-open');
  });
  it('finds records made before a rotation', () => {
    expect(createMaster([NEW, OLD], random).fingerprint('t', 'email:a@b.c')).toBe(createMaster([OLD], random).fingerprint('t', 'email:a@b.c'));
  });
  it('opens and finds with a retired secret, and signs nothing with it', () => {
    const before = createMaster([OLD], random);
    const after = createMaster([NEW], random, [OLD]);
    expect(after.open(before.seal('token', 'c'), 'c')).toBe('token');
    expect(after.fingerprint('t', 'email:a@b.c')).toBe(before.fingerprint('t', 'email:a@b.c'));
    expect(after.signing('webchat')).toEqual(createMaster([NEW], random).signing('webchat'));
    expect(code(() => before.open(after.seal('token', 'c'), 'c'))).toBe('vault.unknown-master');
    expect(code(() => createMaster([NEW], random, ['short']))).toBe('vault.weak-master');
  });
  it('makes fingerprints that differ by tenant and value and show neither', () => {
    const master = createMaster([NEW], random);
    const print = master.fingerprint('t', 'email:a@b.c');
    expect(print).not.toContain('a@b');
    expect(new Set([print, master.fingerprint('u', 'email:a@b.c'), master.fingerprint('t', 'email:a@b.d'), createMaster([OLD], random).fingerprint('t', 'email:a@b.c')]).size).toBe(4);
  });
  it('has a signing secret per purpose and master secret, newest first, none of them a master secret', () => {
    const signing = createMaster([NEW, OLD], random).signing('webchat');
    expect(signing).toEqual([createMaster([NEW], random).signing('webchat')[0], createMaster([OLD], random).signing('webchat')[0]]);
    expect(createMaster([NEW], random).signing('operator')).not.toEqual([signing[0]]);
    expect(signing.join()).not.toContain('secret');
  });
  it('does not show secrets when it is printed', () => {
    expect(JSON.stringify(createMaster([NEW], random))).not.toContain('secret');
  });
});
