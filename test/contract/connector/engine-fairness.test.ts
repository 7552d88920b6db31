import { afterEach, describe, expect, it } from '@jest/globals';
import type { Channel, Connector, InboundEvent } from '@parley/core/contracts';
import { until } from '../../harness/until.js';
import { engineBench, type EngineBench } from './engine-bench.js';

const CREDENTIALS = { values: {}, expiresAt: null, refreshExpiresAt: null };

/** A host that holds every send to the accounts in `hanging` until let go. */
function slowHost(hanging: ReadonlySet<string>): { connector: Connector; sent: string[]; letGo(): void } {
  const sent: string[] = [];
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const channel: Channel = {
    laws: { acknowledgeMs: 5_000, replyWindow: null, maxText: { unit: 'chars', limit: 4_000 }, maxButtons: 0, images: false, aiLabel: false, forbidden: [], reach: 'full', resend: 'key' },
    render: (reply) => [{ parts: [{ type: 'text', text: reply.sentences.map((s) => s.text).join(' ') }] }],
    async send(i, to, _message, key) {
      if (hanging.has(i.account)) await gate;
      sent.push(`${i.account}/${to.hostThread}`);
      return { hostId: key, at: 0 };
    },
  };
  return { connector: { id: 'slow', channel }, sent, letGo: () => letGo() };
}

function hello(account: string, thread: string): InboundEvent {
  return { account, eventKey: `${thread}-1`, at: null, mailbox: { kind: 'thread', hostThread: thread }, body: { type: 'message', from: { id: `shopper-${thread}` }, message: { parts: [{ type: 'text', text: 'hello' }] }, hostMessageId: `${thread}-m1` } };
}

let bench: EngineBench | null = null;
afterEach(async () => {
  await bench?.close();
  bench = null;
});

describe('a shop whose host hangs', () => {
  it('takes its own share of a worker and leaves the other shops theirs', async () => {
    bench = await engineBench(() => Date.now());
    const host = slowHost(new Set(['stuck']));
    const p = bench.start({ connectors: () => [host.connector], delivering: { timeoutMs: 90_000 } });
    await p.connect('slow', 'stuck', CREDENTIALS, 'tenant-stuck');
    await p.connect('slow', 'well', CREDENTIALS, 'tenant-well');
    const crowd = Array.from({ length: 1_300 }, (_, n) => hello('stuck', `s${n}`));
    await p.engine.intake.store('slow', crowd);
    await p.engine.worker.start();
    await until(() => p.engine.records.turns.count('all', { state: 'received' }), (left) => left === 0, 'the end of thinking', 30_000);
    await p.engine.intake.store('slow', [hello('well', 'w1')]);
    await until(() => Promise.resolve(host.sent), (sent) => sent.includes('well/w1'), 'the other shop’s answer');
    expect(host.sent).toEqual(['well/w1']);

    host.letGo();
    await until(() => Promise.resolve(host.sent.length), (n) => n === crowd.length + 1, 'the crowd’s answers', 30_000);
    expect(new Set(host.sent).size).toBe(crowd.length + 1);
  }, 90_000);
});
