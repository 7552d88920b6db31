// Messages from the app to a shopper: the laws of window, length and key, and the look-up.
import { z } from 'zod';
import type { Account, Thread } from './account.js';
import { done, refused, type Outcome } from './outcome.js';
import { hostTime } from './host-time.js';
import { openAssignment, type WorstState } from './state.js';

const WINDOW_MS = 48 * 3_600_000;
const WINDOW_COUNT = 5;
const MAX_BYTES = 2_048;

/** Form of `reference` and of idempotency keys. */
export const Reference = z.string().min(1).max(64);

const Send = z.object({ thread: z.string().min(1), reference: Reference, text: z.string().min(1) });

/** What became of a send, with what the ledger wants to know. */
export interface SendResult {
  readonly outcome: Outcome;
  readonly accepted: boolean;
  readonly repeated: boolean;
  readonly thread: string | null;
  readonly reference: string | null;
  readonly text: string | null;
  readonly key: string | null;
  readonly hostId: bigint | null;
}

/** Takes or refuses one message. `passive` ones carry no key. */
export function send(state: WorstState, account: Account, body: unknown, key: string | undefined, passive: boolean): SendResult {
  const parsed = Send.safeParse(body);
  if (!parsed.success) {
    const outcome = refused(400, 'bad_request', parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
    return { outcome, accepted: false, repeated: false, thread: null, reference: null, text: null, key: key ?? null, hostId: null };
  }
  const { thread: name, reference, text } = parsed.data;
  const keyed = account.setup.flavour === 'key' && !passive;
  const result = (outcome: Outcome, hostId: bigint | null = null, repeated = false): SendResult => ({
    outcome, accepted: hostId !== null && !repeated, repeated, thread: name, reference, text, key: keyed && key !== undefined ? key : reference, hostId,
  });
  const same = JSON.stringify(['message', name, text]);
  if (keyed) {
    if (!Reference.safeParse(key).success || key === undefined) return result(refused(400, 'key_required', 'the header idempotency-key is demanded, 1 to 64 characters'));
    const first = account.byKey.get(key);
    if (first) {
      if (first.same !== same) return result(refused(409, 'key_reused', 'this key was used for something else'));
      return result(done(200, { ...first.body, repeated: true }), null, true);
    }
  }
  const thread = account.threads.get(name);
  if (!thread) return result(refused(404, 'unknown_thread', 'nobody has written in this thread'));
  const law = lawBroken(thread, text, state.now());
  if (law) return result(law);
  const id = state.nextId();
  thread.messages.push({ id, from: 'app', reference, text, at: state.now() });
  thread.taken += 1;
  const answer = { id, thread: name, left: WINDOW_COUNT - thread.taken, windowEndsAt: hostTime(new Date(thread.lastWroteAt.getTime() + WINDOW_MS)), repeated: false };
  if (keyed && key !== undefined) account.byKey.set(key, { same, body: answer });
  return result(done(200, answer), id);
}

/** Messages of the app with this reference in this thread. */
export function lookUp(account: Account, query: { thread?: unknown; reference?: unknown }, now: Date): Outcome {
  if (account.setup.flavour !== 'readback') return refused(404, 'no_lookup', `an account of flavour ${account.setup.flavour} has no look-up`);
  const parsed = z.object({ thread: z.string(), reference: Reference }).safeParse(query);
  if (!parsed.success) return refused(400, 'bad_request', 'thread and reference are demanded');
  const { thread, reference } = parsed.data;
  const shown = now.getTime() - account.dice.faults.showsAfterMs;
  const found = account.threads.get(thread)?.messages.filter((m) => m.from === 'app' && m.reference === reference && m.at.getTime() <= shown) ?? [];
  return done(200, { messages: found.map((m) => ({ id: m.id, thread, reference, text: m.text, at: hostTime(m.at) })) });
}

function lawBroken(thread: Thread, text: string, now: Date): Outcome | null {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) return refused(413, 'text_too_long', `the text has ${bytes} bytes, ${MAX_BYTES} are allowed`);
  if (openAssignment(thread)?.state === 'accepted') return refused(409, 'with_agent', 'an agent has accepted this thread');
  if (now.getTime() - thread.lastWroteAt.getTime() >= WINDOW_MS) return refused(403, 'window_closed', 'the shopper last wrote 48 hours ago or earlier');
  if (thread.taken >= WINDOW_COUNT) return refused(403, 'window_used', `${WINDOW_COUNT} messages were taken since the shopper last wrote`);
  return null;
}
