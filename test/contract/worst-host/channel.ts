import { z } from 'zod';
import type { Channel, Sent } from '@parley/core/contracts';
import type { WorstDeps } from './flavour.js';
import type { HostAsk } from './host-call.js';
import { HostId, HostTime, queryOf, referenceOf } from './host-form.js';
import { plainText, renderForWorst } from './render.js';
import { MAX_BYTES } from './split.js';

const Taken = z.object({ id: HostId });
const Messages = z.object({ messages: z.array(z.object({ id: HostId, at: HostTime })) });

/** Five messages within 48 hours of the shopper's last one, 2,048 bytes each, plain text, and a law of repetition per flavour. */
export function worstChannel(deps: WorstDeps, ask: HostAsk): Channel {
  return {
    laws: {
      acknowledgeMs: 5_000,
      replyWindow: { ms: 48 * 3_600_000, messages: 5 },
      maxText: { unit: 'bytes', limit: MAX_BYTES },
      maxButtons: 0,
      images: false,
      aiLabel: false,
      forbidden: [],
      reach: 'full',
      resend: deps.flavour,
    },
    render: renderForWorst,
    async send(i, to, m, key, signal): Promise<Sent> {
      const reference = referenceOf(key);
      const { value } = await ask(i, {
        doing: 'sending',
        path: '/messages',
        body: { thread: to.hostThread, reference, text: plainText(m.message) },
        ...(deps.flavour === 'key' ? { key: reference } : {}),
        signal,
        form: Taken,
      });
      // The answer does not say when; now is when we learned of it.
      return { hostId: value.id, at: deps.clock() };
    },
    ...(deps.flavour === 'readback'
      ? {
          async find(i, to, key): Promise<Sent | 'absent'> {
            const { value } = await ask(i, { doing: 'looking up a message', path: `/messages?${queryOf({ thread: to.hostThread, reference: referenceOf(key) })}`, form: Messages });
            const [first] = value.messages;
            return first === undefined ? 'absent' : { hostId: first.id, at: first.at };
          },
        }
      : {}),
  };
}
