import { Retryable, type Channel, type ThreadEntry, type ThreadLog, type Sent, type Installation, type Address, type ThreadPlace } from '@parley/core/contracts';
import { MAX_BUTTONS, MAX_CHARS, render } from './render.js';

/** The web chat as a channel: we are its host, so sending is one keyed append to the thread's log. */
export function createChannel(threads: ThreadLog): Channel {
  return {
    laws: {
      acknowledgeMs: 2_000,
      replyWindow: null,
      maxText: { unit: 'chars', limit: MAX_CHARS },
      maxButtons: MAX_BUTTONS,
      images: true,
      // The widget shows the label on everything that comes from `bot`.
      aiLabel: true,
      forbidden: [],
      reach: 'full',
      resend: 'key',
    },
    render,
    async send(i, to, m, key, signal) {
      if (signal.aborted) throw new Retryable('called off before anything was sent', { code: 'webchat.called-off', connector: 'webchat' });
      return sentOf(await threads.append(placeOf(i, to), key, { from: m.from, message: m.message, replyTo: m.replyTo, ...(m.by === undefined ? {} : { by: m.by }) }));
    },
    async find(i, to, key) {
      const entry = await threads.find(placeOf(i, to), key);
      return entry === null ? 'absent' : sentOf(entry);
    },
  };
}

function placeOf(i: Installation, to: Address): ThreadPlace {
  return { installation: i.id, hostThread: to.hostThread, identity: to.identity };
}

function sentOf(entry: ThreadEntry): Sent {
  return { hostId: entry.id, at: entry.at };
}
