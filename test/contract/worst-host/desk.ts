import { z } from 'zod';
import { Rejected, type Desk, type Sent } from '@parley/core/contracts';
import type { WorstDeps } from './flavour.js';
import type { HostAsk } from './host-call.js';
import { HostId, queryOf, referenceOf } from './host-form.js';
import { plainText } from './render.js';
import { headOf, MAX_BYTES, splitByBytes } from './split.js';

const Opened = z.object({ assignment: HostId });
const Noted = z.object({ note: HostId });
const Notes = z.object({ notes: z.array(z.object({ note: HostId })) });
const Withdrawn = z.object({ state: z.string() });

/** Who speaks in a note, before its text. */
const SPEAKER = { shopper: 'Shopper', bot: 'Assistant', note: 'Note' } as const;

/** The host's own desk. `HandoffBrief.conversation` names the host's thread: the desk assigns threads and knows nothing else. */
export function worstDesk(deps: WorstDeps, ask: HostAsk): Desk {
  type I = Parameters<Desk['open']>[0];

  async function noteOf(i: I, assignment: string, reference: string): Promise<string | null> {
    const { value } = await ask(i, { doing: 'looking up a note', path: `/desk/assignments/${assignment}/notes?${queryOf({ reference })}`, form: Notes });
    return value.notes[0]?.note ?? null;
  }

  return {
    mode: 'native',
    async open(i, h, key) {
      const note = headOf(`${h.reason}\n\n${h.summary}`, MAX_BYTES);
      // 409 carries the open assignment: ours, when the first answer was lost, or one that does as well.
      const { value } = await ask(i, { doing: 'opening an assignment', path: '/desk/assignments', body: { thread: h.conversation, reference: referenceOf(key), note }, form: Opened, alsoFine: [409] });
      return { hostId: value.assignment };
    },
    /** A long entry becomes several notes; the last one bears the plain key, so that finding it means that all are there. */
    async post(i, ref, e, key): Promise<Sent> {
      const pieces = splitByBytes(`${SPEAKER[e.from]}: ${plainText(e.message)}`);
      let last = '';
      for (const [n, text] of pieces.entries()) {
        const reference = referenceOf(n === pieces.length - 1 ? key : `${key}/${n + 1}`);
        // The host keeps references and never makes them unique: look first, whatever the flavour.
        const there = await noteOf(i, ref.hostId, reference);
        last = there ?? (await ask(i, { doing: 'adding a note', path: `/desk/assignments/${ref.hostId}/notes`, body: { reference, text }, form: Noted })).value.note;
      }
      return { hostId: last, at: deps.clock() };
    },
    async find(i, ref, key) {
      const note = await noteOf(i, ref.hostId, referenceOf(key));
      return note === null ? 'absent' : { hostId: note, at: deps.clock() };
    },
    /** Ours to say is only that we take a waiting thread back; accepting and closing are the agents'. */
    async reflect(i, ref, s) {
      if (s !== 'returned' && s !== 'closed') return;
      try {
        await ask(i, { doing: 'withdrawing an assignment', path: `/desk/assignments/${ref.hostId}/withdraw`, body: {}, form: Withdrawn });
      } catch (e) {
        // It is over already, which is what was wanted.
        if (!(e instanceof Rejected) || e.code !== 'worst.not-open') throw e;
      }
    },
  };
}
