import type { Perception, Wish } from '../contracts/index.js';
import { familyOf, findReference } from '../language/index.js';
import { flowOfIntent, type Choice } from './choose-flow.js';

/** One of several wishes as a flow is to see it: as if it were a message by itself. */
export interface ServedWish {
  flow: string;
  intent: string;
  text: string;
  perception: Perception;
}

/** Wishes served in one turn; what is beyond them the shopper asks again. */
const MOST = 3;

/**
 * The wishes of a message that wants several things, each for its own flow. Empty where the turn was decided by what was
 * asked before or pointed at: then the message is the answer to that.
 */
export function wishesToServe(p: Perception, choice: Choice, text: string): ServedWish[] {
  if (!choice.understood || !p.wishes.some((w) => familyOf(w.intent) === choice.intent)) return [];
  const served = p.wishes.map((w) => alone(p, w, text));
  const different = served.filter((w, i) => served.findIndex((v) => keyOf(v) === keyOf(w)) === i);
  return different.length < 2 ? [] : different.slice(0, MOST);
}

function alone(p: Perception, w: Wish, text: string): ServedWish {
  const intent = familyOf(w.intent);
  const own = text.slice(w.start, w.end);
  const inside = p.entities.filter((e) => e.start >= w.start && e.end <= w.end).map((e) => ({ ...e, start: e.start - w.start, end: e.end - w.start }));
  // "Where is my refund, and cancel 1042": what names nothing itself is about what the message names.
  const entities = inside.length > 0 ? inside : p.entities;
  return { flow: flowOfIntent(intent), intent, text: own, perception: { ...p, intents: [{ id: w.intent, p: w.p }], known: true, wishes: [], entities, reference: findReference(own) } };
}

/** Two questions about the same order are answered by one look at it. */
function keyOf(w: ServedWish): string {
  return w.flow === 'order' ? `order ${w.perception.entities.map((e) => e.value).join(' ')}` : `${w.flow} ${w.intent}`;
}
