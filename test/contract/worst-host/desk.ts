import { z } from 'zod';
import { Rejected, type Desk, type DeskEntry, type Sent } from '@parley/core/contracts';
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
const SPEAKER = { shopper: 'Shopper', bot: 'Assistant' } as const;

/** An entry as a note of plain text. */
function noteText(e: DeskEntry): string {
  switch (e.kind) {
    case 'message':
      return `${SPEAKER[e.from]}: ${plainText(e.message)}`;
    case 'event':
      return e.text;
    case 'suggestion':
      return ['Suggestion:', e.text, ...e.evidence.map((one) => [one.title, one.url].filter(Boolean).join(' '))].join('\n');
  }
}

/** The host's own desk. It assigns threads and knows neither teams nor anything else: whoever is free takes them. */
export function worstDesk(deps: WorstDeps, ask: HostAsk): Desk {
  type I = Parameters<Desk['open']>[0];

  async function noteOf(i: I, assignment: string, reference: string): Promise<string | null> {
    const { value } = await ask(i, { doing: 'looking up a note', path: `/desk/assignments/${assignment}/notes?${queryOf({ reference })}`, form: Notes });
    return value.notes[0]?.note ?? null;
  }

  return {
    mode: 'native',
    // Opening is one per thread, and a note is looked for before it is added: repeating is harmless whatever the flavour.
    laws: { maxText: MAX_BYTES, files: false, resend: 'key' },
    async open(i, _team, b, key) {
      const note = headOf([`${b.number} (${b.reason})`, b.asked, ...b.said.map((line) => `${line.from}: ${line.text}`)].join('\n\n'), MAX_BYTES);
      // 409 carries the open assignment: ours, when the first answer was lost, or one that does as well.
      const { value } = await ask(i, { doing: 'opening an assignment', path: '/desk/assignments', body: { thread: b.hostThread, reference: referenceOf(key), note }, form: Opened, alsoFine: [409] });
      return { hostId: value.assignment, at: deps.clock() };
    },
    /** A long entry becomes several notes; the last one bears the plain key, so that finding it means that all are there. */
    async post(i, ref, e, key): Promise<Sent> {
      const pieces = splitByBytes(noteText(e));
      let last = '';
      for (const [n, text] of pieces.entries()) {
        const reference = referenceOf(n === pieces.length - 1 ? key : `${key}/${n + 1}`);
        // The host keeps references and never makes them unique: look first, whatever the flavour.
        const there = await noteOf(i, ref.hostId, reference);
        last = there ?? (await ask(i, { doing: 'adding a note', path: `/desk/assignments/${ref.hostId}/notes`, body: { reference, text }, form: Noted })).value.note;
      }
      return { hostId: last, at: deps.clock() };
    },
    async find(i, at, key) {
      if (at.in === 'team') return 'unknown';
      const note = await noteOf(i, at.ref.hostId, referenceOf(key));
      return note === null ? 'absent' : { hostId: note, at: deps.clock() };
    },
    /** Ours to say is only that we take a waiting thread back; accepting and closing are the agents'. */
    async reflect(i, ref, v, _b, _signal) {
      if (v.state !== 'returned' && v.state !== 'closed') return;
      try {
        await ask(i, { doing: 'withdrawing an assignment', path: `/desk/assignments/${ref.hostId}/withdraw`, body: {}, form: Withdrawn });
      } catch (e) {
        // It is over already, which is what was wanted.
        if (!(e instanceof Rejected) || e.code !== 'worst.not-open') throw e;
      }
    },
  };
}
