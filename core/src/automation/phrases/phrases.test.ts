import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ShipmentStatus } from '../../contracts/index.js';
import { en } from './en.js';
import { zh } from './zh.js';
import { PHRASE_IDS, phrase } from './index.js';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
const CORE = join(import.meta.dirname, '..', '..');

/** The product code of the core, without the phrase files themselves. */
const code = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(f) && !/phrases[\\/](?:en|zh)\.ts$/.test(f))
  .map((f) => readFileSync(join(CORE, f), 'utf8'))
  .join('\n');

describe('the phrases', () => {
  it.each(PHRASE_IDS)('%s takes the same values in both languages', (id) => {
    expect(placeholders(zh[id])).toEqual(placeholders(en[id]));
  });
  it.each(PHRASE_IDS)('%s is said somewhere', (id) => {
    const byStatus = ShipmentStatus.options.some((s) => id === `shipment.${s}`) && code.includes('`shipment.${s.status}`');
    expect(byStatus || code.includes(`'${id}'`)).toBe(true);
  });
  it('have words for every state of a parcel that is told', () => {
    for (const status of ShipmentStatus.options) if (status !== 'cancelled') expect(PHRASE_IDS).toContain(`shipment.${status}`);
  });
  it('are written in their language', () => {
    for (const id of PHRASE_IDS) {
      expect(en[id]).not.toMatch(/\p{Script=Han}/u);
      expect(zh[id]).toMatch(/\p{Script=Han}/u);
    }
  });
  it('fill each value once and as it is, and leave a missing one visible', () => {
    expect(phrase('en', 'order.not-yours', { name: '$& {name} $1' })).toContain('order $& {name} $1 in');
    expect(phrase('zh', 'order.not-yours')).toContain('{name}');
  });
});
