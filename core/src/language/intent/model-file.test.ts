import { beforeAll, describe, expect, it } from '@jest/globals';
import { trainIntentModel } from './classifier.js';
import { loadModel, saveModel } from './model-file.js';
import type { IntentModel } from './model.js';

const TEXTS = {
  hours: ['when do you open', 'opening hours please', 'are you open on Sunday', 'what time do you close', '你们几点开门', '周日营业吗'],
  class: ['book a class', 'sign me up for yoga', 'join the pilates class', 'enrol me in the course', '我想报名瑜伽课', '预约一节课'],
};

describe('a model as a file', () => {
  let model: IntentModel;
  let bytes: Uint8Array;
  beforeAll(() => {
    model = trainIntentModel(Object.entries(TEXTS).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent }))));
    bytes = saveModel(model);
  });

  const reasonOf = (b: Uint8Array): string => {
    const loaded = loadModel(b);
    return loaded.ok ? 'taken' : loaded.reason;
  };

  it('says the same after it was saved and loaded, wherever the bytes lie in memory', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    for (const b of [bytes, shifted.subarray(3)]) {
      const loaded = loadModel(b);
      if (!loaded.ok) throw new Error(loaded.reason);
      for (const text of ['when are you open', '我要报课', 'zzz', '']) expect(loaded.model.classify(text)).toEqual(model.classify(text));
      expect(loaded.model.explain('open on Sunday', 'hours')).toEqual(model.explain('open on Sunday', 'hours'));
    }
  });

  it('is refused where it is no model, cut off, damaged or of another version', () => {
    expect(reasonOf(new Uint8Array(0))).toMatch(/no intent model/);
    expect(reasonOf(Buffer.from('hello, I am a picture of a cat'))).toMatch(/no intent model/);
    expect(reasonOf(bytes.subarray(0, 40))).toMatch(/header is damaged/);
    expect(reasonOf(bytes.subarray(0, bytes.length - 8))).toMatch(/checksum/);
    const flipped = Buffer.from(bytes);
    flipped[bytes.length - 100] = (flipped[bytes.length - 100] ?? 0) ^ 1;
    expect(reasonOf(flipped)).toMatch(/checksum/);
    const newer = Buffer.from(bytes);
    newer.set(Buffer.from('"format":9'), newer.indexOf('"format":1'));
    expect(reasonOf(newer)).toMatch(/another version/);
  });

  it('explains a decision by what stands in the text', () => {
    const reasons = model.explain('when do you open', 'hours');
    expect(reasons.map((r) => r.feature)).toContain('open');
    expect(reasons.find((r) => r.feature === 'open')?.weight).toBeGreaterThan(0);
    expect(model.explain('when do you open', 'nobody')).toEqual([]);
  });
});
