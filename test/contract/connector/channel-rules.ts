import { expect } from '@jest/globals';
import { Message, ParleyError, Retryable, type Channel, type HostMessage, type Sent } from '@parley/core/contracts';
import fc from 'fast-check';
import { replyOf, type ChannelBench, type ConnectorBench } from './descriptor.js';
import { engineBench } from './engine-bench.js';
import { anyReply, bare, mustSay, saidIn } from './generated.js';
import type { Rule } from './rules.js';
import { anyAnswer } from './strange-answers.js';

type Opened = { b: ConnectorBench; channel: Channel; at: ChannelBench };
/** A surrogate without its other half: what a cut inside a character leaves. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;
const calm = () => AbortSignal.timeout(10_000);

export function hostMessage(text: string): HostMessage {
  return { message: { parts: [{ type: 'text', text }] }, replyTo: [], from: 'bot' };
}

export function channelRules(rule: (rule: Rule, prove: () => Promise<void>) => void, open: () => Promise<ConnectorBench>): void {
  const withBench = (name: Rule, prove: (o: Opened) => void | Promise<void>) =>
    rule(name, async () => {
      const b = await open();
      if (b.connector.channel === undefined || b.channel === undefined) throw new Error(`${name}: the descriptor has no channel bench`);
      await prove({ b, channel: b.connector.channel, at: b.channel });
    });
  const send = (o: Opened, text: string, key: string, signal = calm()): Promise<Sent> => o.channel.send(o.b.installation, o.at.to, hostMessage(text), key, signal);

  withBench('channel.laws', ({ channel }) => {
    const { laws } = channel;
    expect(laws.acknowledgeMs).toBeGreaterThan(0);
    expect(laws.maxText.limit).toBeGreaterThan(0);
    expect(Number.isInteger(laws.maxButtons) && laws.maxButtons >= 0).toBe(true);
    if (laws.replyWindow !== null) expect(Math.min(laws.replyWindow.ms, laws.replyWindow.messages)).toBeGreaterThan(0);
    expect(laws.forbidden).toEqual(laws.forbidden.map((word) => word.toLowerCase()));
    // A law that says "look first" is empty without a way to look.
    if (laws.resend === 'readback') expect('find' in channel).toBe(true);
    if (laws.resend === 'blind') expect('find' in channel).toBe(false);
  });

  withBench('channel.render', ({ channel }) => {
    const { laws } = channel;
    const size = (text: string) => (laws.maxText.unit === 'bytes' ? Buffer.byteLength(text) : text.length);
    fc.assert(
      fc.property(anyReply, (reply) => {
        const before = JSON.stringify(reply);
        const messages = channel.render(reply);
        expect(JSON.stringify(reply)).toBe(before);
        expect(channel.render(reply)).toEqual(messages);
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) {
          expect(Message.parse(message)).toEqual(message);
          const texts = message.parts.flatMap((p) => (p.type === 'text' ? [p.text] : []));
          expect(size(texts.join('\n'))).toBeLessThanOrEqual(laws.maxText.limit);
          for (const text of texts) expect(text).not.toMatch(HALF_A_CHARACTER);
          expect(message.parts.flatMap((p) => (p.type === 'buttons' ? p.buttons : [])).length).toBeLessThanOrEqual(laws.maxButtons);
          if (!laws.images) expect(message.parts.filter((p) => p.type === 'image')).toEqual([]);
        }
        const said = bare(saidIn(messages));
        let from = 0;
        for (const sentence of reply.sentences.map((s) => bare(s.text))) {
          const at = said.indexOf(sentence, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + sentence.length;
        }
        for (const words of mustSay(reply)) expect(said).toContain(bare(words));
      }),
      { numRuns: 200 },
    );
  });

  withBench('channel.send', async (o) => {
    const text = 'Your parcel is on its way. 您的包裹在路上。 "quoted" \\ <b>&amp; 🏮';
    const sent = await send(o, text, 'key-1');
    expect(sent.hostId).not.toBe('');
    expect(Number.isInteger(sent.at)).toBe(true);
    expect(await o.at.shown(o.b.installation)).toEqual([text]);
    const [rendered] = o.channel.render(replyOf('All right.'));
    if (rendered === undefined) throw new Error('nothing was rendered');
    expect((await o.channel.send(o.b.installation, o.at.to, { message: rendered, replyTo: [], from: 'bot' }, 'key-2', calm())).hostId).not.toBe(sent.hostId);
    expect(await o.at.shown(o.b.installation)).toEqual([text, 'All right.']);
  });

  withBench('channel.repeated', async (o) => {
    const first = await send(o, 'once', 'key-1');
    const other = await send(o, 'another', 'key-2');
    const find = o.channel.find?.bind(o.channel);
    switch (o.channel.laws.resend) {
      case 'key':
        expect((await send(o, 'once', 'key-1')).hostId).toBe(first.hostId);
        break;
      case 'readback':
        if (find === undefined) throw new Error('there is no way to look');
        expect(await find(o.b.installation, o.at.to, 'key-1', 0)).toMatchObject({ hostId: first.hostId });
        expect(await find(o.b.installation, o.at.to, 'key-2', 0)).toMatchObject({ hostId: other.hostId });
        expect(await find(o.b.installation, o.at.to, 'key-3', 0)).toBe('absent');
        break;
      case 'blind':
        // Nothing can be known; a second call is a second message, which is why the core never makes it.
        await send(o, 'once', 'key-1');
        expect(await o.at.shown(o.b.installation)).toEqual(['once', 'another', 'once']);
        return;
    }
    expect(await o.at.shown(o.b.installation)).toEqual(['once', 'another']);
  });

  withBench('channel.withheld', async (o) => {
    let calls = 0;
    // The host takes the first message, and its answer is lost on the way.
    const channel: Channel = {
      ...o.channel,
      async send(i, to, m, key, signal) {
        const sent = await o.channel.send(i, to, m, key, signal);
        if (++calls === 1) throw new Retryable('the answer was lost', { code: 'test.lost', mayHaveHappened: true });
        return sent;
      },
    };
    let now = o.b.now;
    const bench = await engineBench(() => now);
    try {
      const p = bench.start({ connectors: () => [{ ...o.b.connector, channel }], delivering: { backoff: { firstMs: 1_000, capMs: 1_000 } } });
      const record = await p.connect(o.b.connector.id, o.b.installation.account, o.b.installation.credentials);
      await p.engine.intake.store(o.b.connector.id, [
        { account: o.b.installation.account, eventKey: 'written', at: now, mailbox: { kind: 'thread', hostThread: o.at.to.hostThread }, body: { type: 'message', from: { id: o.at.to.identity }, message: { parts: [{ type: 'text', text: 'hello' }] }, hostMessageId: 'written' } },
      ]);
      for (let n = 0; n < 3; n += 1) {
        await p.engine.worker.sweep();
        await p.engine.worker.idle();
        now += 3_600_000;
      }
      const turn = (await p.turns()).find((t) => t.kind === 'message');
      expect(turn).toMatchObject({ state: 'done', deliveries: { c0: { state: o.channel.laws.resend === 'blind' ? 'uncertain' : 'delivered' } } });
      expect(calls).toBe(o.channel.laws.resend === 'key' ? 2 : 1);
      expect(await o.at.shown(await p.engine.installations.open(record))).toHaveLength(1);
    } finally {
      await bench.close();
    }
  });

  withBench('channel.errors', async (o) => {
    for (const r of o.at.refusals) {
      await r.arrange();
      const failure = await failureOf(o.channel.send(o.b.installation, r.to ?? o.at.to, hostMessage(r.text ?? 'hello'), `key of ${r.name}`, calm()));
      expect({ name: r.name, kind: failure.kind, connector: failure.connector }).toEqual({ name: r.name, kind: r.kind, connector: o.b.connector.id });
      if (r.kind === 'retryable') expect({ name: r.name, mayHaveHappened: failure instanceof Retryable && failure.mayHaveHappened }).toEqual({ name: r.name, mayHaveHappened: r.mayHaveHappened ?? false });
    }
    expect(o.at.refusals.length).toBeGreaterThan(0);
  });

  withBench('channel.strange-answers', async (o) => {
    const { answering } = o.at;
    if (answering === undefined) throw new Error('the descriptor cannot make the host answer strangely');
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        const channel = answering(answer.make).channel;
        if (channel === undefined) throw new Error('the channel is gone');
        try {
          expect((await channel.send(o.b.installation, o.at.to, hostMessage('hello'), 'key-1', calm())).hostId).not.toBe('');
        } catch (e) {
          if (!ParleyError.isInstance(e)) throw e;
          // A success that cannot be read is a success all the same: it must not be taken for "nothing happened".
          if (answer.status >= 200 && answer.status < 300) expect(e).toMatchObject({ kind: 'retryable', mayHaveHappened: true });
        }
      }),
      { numRuns: 150 },
    );
  });

  withBench('channel.abort', async (o) => {
    const off = new AbortController();
    off.abort();
    const failure = await failureOf(send(o, 'hello', 'key-1', off.signal));
    expect(failure.kind).toBe('retryable');
    expect(await o.at.shown(o.b.installation)).toEqual([]);
  });
}

/** The error of the family a call fails with. Anything else, success included, fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<ParleyError> {
  let failure: unknown;
  try {
    await call;
  } catch (e) {
    failure = e;
  }
  if (!ParleyError.isInstance(failure)) throw new Error(`expected an error of the family, got ${String(failure)}`);
  return failure;
}
