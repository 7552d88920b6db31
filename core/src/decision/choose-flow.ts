import type { Memory, Perception } from '../contracts/index.js';

/** Which flow takes the turn, under which intent, and why; `alternatives` are the intents considered with their probabilities. */
export interface Choice {
  flow: string;
  intent: string;
  reason: string;
  /** Whether the intent is what was understood, not merely the best of bad guesses. */
  understood: boolean;
  alternatives: { flow: string; p: number }[];
}

/** Intents served by a flow of their own; every other group goes by its prefix. */
const FLOW_OF: Readonly<Record<string, string>> = {
  'order.status': 'order',
  'order.tracking': 'order',
  'order.list': 'order',
  'order.delivered-not-received': 'order',
  'order.late': 'order',
  'order.amount': 'order',
  'order.cancelled': 'order',
  'return.status': 'order',
  'refund.status': 'order',
  'human': 'human',
  'greeting': 'small-talk',
  'thanks': 'small-talk',
  'goodbye': 'small-talk',
  'affirm': 'small-talk',
  'deny': 'small-talk',
  'bot.identity': 'small-talk',
  'payment.methods': 'policy-question',
  'product.search': 'product-question',
  'product.stock': 'product-question',
  'product.price': 'product-question',
  'product.details': 'product-question',
  'product.size': 'product-question',
  'product.options': 'product-question',
};
const FLOW_OF_GROUP: Readonly<Record<string, string>> = { shipping: 'policy-question', policy: 'policy-question', invoice: 'policy-question', discount: 'policy-question', price: 'policy-question', shop: 'policy-question' };

/** The flow that owns an intent; what nobody owns is something to be done, which `request` is honest about. */
export function flowOfIntent(intent: string): string {
  return FLOW_OF[intent] ?? FLOW_OF_GROUP[intent.split('.')[0] ?? ''] ?? 'request';
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

/** The intent to act on: the known one, or the best of a group that is sure together. */
function clearIntent(p: Perception): string | null {
  const [best] = p.intents;
  if (best === undefined) return null;
  if (p.known) return best.id;
  const group = best.id.split('.')[0];
  const together = p.intents.reduce((sum, i) => (i.id.split('.')[0] === group ? sum + i.p : sum), 0);
  return best.id.includes('.') && together >= GROUP_SURE ? best.id : null;
}

/**
 * Chooses by what we asked before, what is pointed at, what is understood, and what is named, in this order.
 * @param found how much of an unclear message the shop's pages and products cover, 0 to 1; 0 where not surely enough
 */
export function chooseFlow(p: Perception, memory: Memory, found: { policy: number; product: number }, shape: Shape): Choice {
  const [best] = p.intents;
  const alternatives = p.intents.slice(0, 3).map((i) => ({ flow: flowOfIntent(i.id), p: i.p }));
  const choose = (flow: string, intent: string, reason: string, understood = true): Choice => ({ flow, intent, reason, understood, alternatives });
  const clear = shape.onlyPoints || shape.onlyNumbers ? null : clearIntent(p);
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
  const leansTo = (flow: string) => p.intents.reduce((sum, i) => sum + (flowOfIntent(i.id) === flow ? i.p : 0), 0);
  if (found.product > 0 && (found.product >= found.policy || leansTo('product-question') > leansTo('policy-question'))) return choose('product-question', best?.id ?? 'unknown', 'not understood, but it names a product', false);
  if (found.policy > 0) return choose('policy-question', best?.id ?? 'unknown', 'not understood, but the shop’s pages answer it', false);
  return choose('unknown', 'unknown', 'nothing is understood surely enough', false);
}
