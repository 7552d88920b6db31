import type { Memory, Perception } from '../contracts/index.js';
import { FAMILIES, familyOf } from '../language/index.js';

/** Which flow takes the turn, under which intent, and why; `alternatives` are the families of intents considered with their probabilities. */
export interface Choice {
  flow: string;
  intent: string;
  reason: string;
  /** Whether the intent is what was understood, not merely the best of bad guesses. */
  understood: boolean;
  alternatives: { flow: string; p: number }[];
}

/** The flow that owns an intent; what nobody owns is something to be done, which `request` is honest about. */
export function flowOfIntent(intent: string): string {
  return FAMILIES[familyOf(intent)]?.flow ?? 'request';
}

/** The families considered, the likeliest first: which intent of a family it is matters less than the flow that serves them all. */
function familiesOf(p: Perception): { id: string; p: number }[] {
  const sums = new Map<string, number>();
  for (const i of p.intents) sums.set(familyOf(i.id), (sums.get(familyOf(i.id)) ?? 0) + i.p);
  return [...sums].map(([id, sum]) => ({ id, p: sum })).sort((x, y) => y.p - x.p);
}

/** Alone, these are answers to us rather than wishes. */
const ANSWERS = new Set(['affirm', 'deny']);

/** From here on intents of one group together are as good as one that is known: which of them it is matters less. */
const GROUP_SURE = 0.6;

/** What a message itself shows beside its meaning. */
export interface Shape {
  /** It only points back ("第二款呢"). */
  onlyPoints: boolean;
  /** It is nothing but numbers as orders have them. */
  onlyNumbers: boolean;
  /** A few words that only go on with what was shown ("what about L", "黑色呢"). */
  goesOn: boolean;
}

/** The family to act on: that of the known intent, or the best where it, or its whole group, is sure together. */
function clearIntent(p: Perception, families: readonly { id: string; p: number }[]): string | null {
  const [best] = families;
  const [leaf] = p.intents;
  if (best === undefined || leaf === undefined) return null;
  if (p.known) return familyOf(leaf.id);
  const group = best.id.split('.')[0];
  const together = families.reduce((sum, i) => (i.id.split('.')[0] === group ? sum + i.p : sum), 0);
  return best.id.includes('.') && together >= GROUP_SURE ? best.id : null;
}

/**
 * Chooses by what we asked before, what is pointed at, what is understood, and what is named, in this order.
 * @param found how much of an unclear message the shop's pages and products cover, 0 to 1; 0 where not surely enough
 */
export function chooseFlow(p: Perception, memory: Memory, found: { policy: number; product: number }, shape: Shape): Choice {
  const families = familiesOf(p);
  const [best] = families;
  const alternatives = families.slice(0, 3).map((i) => ({ flow: flowOfIntent(i.id), p: i.p }));
  const choose = (flow: string, intent: string, reason: string, understood = true): Choice => ({ flow, intent, reason, understood, alternatives });
  const clear = shape.onlyPoints || shape.onlyNumbers ? null : clearIntent(p, families);
  const has = (...kinds: string[]) => p.entities.some((e) => kinds.includes(e.kind));
  const { asked } = memory;

  if (asked?.need === 'offer-human' && clear !== null && ANSWERS.has(clear)) {
    return clear === 'affirm' ? choose('human', 'human', 'said yes to a person') : choose('small-talk', 'deny', 'said no to a person');
  }
  if (asked?.need === 'call-back' && has('email')) return choose('human', 'human', 'left the address we asked for');
  if (asked?.need === 'proof' && has('email', 'phone')) return choose('order', asked.intent, 'gave the proof we asked for');
  if (asked?.need === 'order-number' && has('order', 'tracking', 'number')) return choose('order', asked.intent, 'gave the order number we asked for');
  if (p.reference !== null && memory.lastIntent !== null && (clear === null || ANSWERS.has(clear) || flowOfIntent(clear) === flowOfIntent(memory.lastIntent))) {
    return choose(flowOfIntent(memory.lastIntent), memory.lastIntent, `points back at what was talked about (${p.reference.to})`);
  }
  if (clear !== null) {
    const flow = flowOfIntent(clear);
    if (flow === 'request' && has('order', 'tracking') && (best?.p ?? 0) < 0.5) return choose('order', 'order.status', 'an order is named and little else is clear');
    return choose(flow, clear, `understood as ${clear}`);
  }
  if (has('order', 'tracking')) return choose('order', 'order.status', 'an order is named and nothing else is understood');
  if (shape.onlyNumbers) return choose('order', 'order.status', 'nothing but order numbers');
  if (memory.lastIntent !== null && flowOfIntent(memory.lastIntent) === 'order' && has('email', 'phone')) return choose('order', memory.lastIntent, 'gave proof for the order talked about');
  if (shape.goesOn && memory.products.length > 0 && memory.lastIntent !== null && flowOfIntent(memory.lastIntent) === 'product-question') return choose('product-question', 'product.options', 'a few words more on the products shown');
  const leansTo = (flow: string) => families.reduce((sum, i) => sum + (flowOfIntent(i.id) === flow ? i.p : 0), 0);
  if (found.product > 0 && (found.product >= found.policy || leansTo('product-question') > leansTo('policy-question'))) return choose('product-question', best?.id ?? 'unknown', 'not understood, but it names a product', false);
  if (found.policy > 0) return choose('policy-question', best?.id ?? 'unknown', 'not understood, but the shop’s pages answer it', false);
  return choose('unknown', 'unknown', 'nothing is understood surely enough', false);
}
