import { describe, expect, it } from '@jest/globals';
import type { MessagePart } from '@parley/core/contracts';
import { deskScene, WEN, type DeskScene } from './desk-bench.js';

const picture = (more: object = {}): MessagePart => ({ type: 'image', url: 'https://desk.example/label.png', mime: 'image/png', bytes: 5, alt: 'label.png', ...more });
const said = (parts: MessagePart[], id = 'f-1') => ({ do: 'say' as const, message: { parts }, hostMessageId: id, suggestion: null });
const told = (s: DeskScene) => s.place().told.map((t) => t.text);

async function accepted(): Promise<DeskScene> {
  const s = await deskScene();
  await s.ask('t-1', 'human please');
  await s.act(s.place(), WEN, { do: 'accept' });
  s.desk.files.set('https://desk.example/label.png', Buffer.from('label'));
  return s;
}

async function uploaded(s: DeskScene, words: string): Promise<string> {
  const [chat] = (await s.process.engine.installations.all()).filter((i) => i.connector === 'plain');
  const { blob } = await s.process.engine.blobs.put(chat?.id ?? '', 'shopper of t-1', 'image/jpeg', Buffer.from(words));
  return blob;
}

describe('an agent’s picture', () => {
  it('reaches the shopper as their own, with the words it came with', async () => {
    const s = await accepted();
    await s.act(s.place(), WEN, said([{ type: 'text', text: 'Here is your label' }, picture()]));
    const sent = s.channel.parts.at(-1) ?? [];
    expect(sent).toMatchObject([{ type: 'text', text: 'Here is your label' }, { type: 'image', mime: 'image/png', bytes: 5, alt: 'label.png' }]);
    const [, image] = sent;
    const [chat] = (await s.process.engine.installations.all()).filter((i) => i.connector === 'plain');
    const kept = image?.type === 'image' ? await s.process.engine.blobs.get(chat?.id ?? '', 'shopper of t-1', image.blob ?? '') : null;
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe('label');
    expect(JSON.stringify(sent)).not.toContain('desk.example');
  });

  it.each<[string, MessagePart, RegExp]>([
    ['of 50 MB', picture({ bytes: 50_000_000 }), /“label\.png” was not sent.*10 MB/],
    ['that is none', { type: 'file', url: 'https://desk.example/terms.pdf', mime: 'application/pdf', bytes: 5, name: 'terms.pdf' }, /“terms\.pdf” was not sent.*takes pictures/],
    ['that runs in a browser', picture({ mime: 'image/svg+xml', alt: 'x.svg' }), /“x\.svg” was not sent/],
    ['that cannot be fetched', picture({ url: 'https://desk.example/gone.png' }), /could not be fetched/],
    ['without an address', { type: 'image', mime: 'image/png', alt: 'label.png' }, /was not sent/],
  ])('%s stays behind, and its writer is told why', async (_what, part, words) => {
    const s = await accepted();
    const before = s.channel.parts.length;
    await s.act(s.place(), WEN, said([part]));
    expect(s.channel.parts).toHaveLength(before);
    expect(told(s)).toEqual([expect.stringMatching(words)]);
    // The words beside it go all the same.
    await s.act(s.place(), WEN, said([{ type: 'text', text: 'one moment' }, part], 'f-2'));
    expect(s.channel.parts.at(-1)).toEqual([{ type: 'text', text: 'one moment' }]);
  });

  it('is waited for while the desk’s host is away, and not sent twice', async () => {
    const s = await accepted();
    s.desk.down = true;
    await s.act(s.place(), WEN, said([picture()]));
    const before = s.channel.parts.length;
    s.desk.down = false;
    for (let n = 0; n < 4; n++) await s.pass(120_000);
    expect(s.channel.parts.slice(before)).toMatchObject([[{ type: 'image', mime: 'image/png' }]]);
  });
});

describe('a shopper’s picture', () => {
  it('stands below their words at the desk, once, also when it came with the wish for a person', async () => {
    const s = await deskScene();
    const blob = await uploaded(s, 'broken lamp');
    await s.process.engine.intake.store('plain', [s.channel.event('t-1', 'p-1', 'human please', [{ type: 'image', blob, mime: 'image/jpeg', bytes: 11 }])]);
    await s.work();
    expect(s.place().files).toMatchObject([{ name: 'picture-2.jpeg', mime: 'image/jpeg', text: 'broken lamp' }]);
    const second = await uploaded(s, 'other side');
    await s.process.engine.intake.store('plain', [s.channel.event('t-1', 'p-2', 'and this', [{ type: 'image', blob: second, mime: 'image/jpeg', bytes: 10 }])]);
    await s.work();
    expect(s.place().files.map((f) => f.text)).toEqual(['broken lamp', 'other side']);
  });

  it('that is somebody else’s is not shown', async () => {
    const s = await deskScene();
    const [chat] = (await s.process.engine.installations.all()).filter((i) => i.connector === 'plain');
    const { blob } = await s.process.engine.blobs.put(chat?.id ?? '', 'shopper of t-2', 'image/jpeg', Buffer.from('private'));
    await s.process.engine.intake.store('plain', [s.channel.event('t-1', 'p-1', 'human please', [{ type: 'image', blob, mime: 'image/jpeg', bytes: 7 }])]);
    await s.work();
    expect(s.place().files).toEqual([]);
  });
});
