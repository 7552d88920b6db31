import { z } from 'zod';
import { Evidence, HandoffReason, Memory, MessagePart, Outcome, type Language, type Order, type OrderQuery, type Passage, type Perception, type Product, type ProductQuery, type RateLimit, type Memory as MemoryType } from '../contracts/index.js';
import type { Found, Question } from '../knowledge/index.js';
import type { Format } from './format.js';
import { Say } from './say.js';

/** The merchant's records as a flow may ask for them: bound to the channel's own installations. Each call may throw `Retryable` or `Rejected`. */
export interface Shop {
  name: string;
  orders(q: OrderQuery): Promise<Order[]>;
  products(q: ProductQuery): Promise<Product[]>;
  passages(question: Question, language: Language, kinds: readonly Passage['kind'][], limit: number): Found[];
}

/** Everything a flow may know. It reads and plans; it does nothing. */
export interface FlowContext {
  intent: string;
  /** Whether the intent was understood; otherwise it is the best of bad guesses. */
  understood: boolean;
  text: string;
  images: number;
  /** Whether an answer can be sent by e-mail as well. */
  callBack: boolean;
  perception: Perception;
  memory: MemoryType;
  status: 'bot' | 'waiting' | 'agent' | 'closed';
  shopper: { tenant: string; identity: string; customerId: string | null };
  language: Language;
  shop: Shop;
  rates: RateLimit;
  format: Format;
  now: number;
}

/** What a flow wants done. */
export const PlannedAction = z.discriminatedUnion('kind', [
  z.strictObject({ id: z.string(), kind: z.literal('hand-off'), reason: HandoffReason }),
  /** The team writes to this address as well. */
  z.strictObject({ id: z.string(), kind: z.literal('call-back'), email: z.email().max(320) }),
]);
export type PlannedAction = z.infer<typeof PlannedAction>;

/** A flow's answer as a plan: what to say, on what evidence, what to do, what to remember. */
export const FlowResult = z.strictObject({
  outcome: Outcome,
  reason: z.string().max(500),
  say: z.array(Say).min(1),
  evidence: z.array(Evidence),
  parts: z.array(MessagePart),
  memory: Memory,
  actions: z.array(PlannedAction),
  /** What was proven about the shopper on the way, to be remembered beyond this conversation. */
  proof: z.strictObject({ email: z.string().optional(), phone: z.string().optional(), customerId: z.string().optional(), orders: z.array(z.string()).max(50).optional() }).nullable(),
});
export type FlowResult = z.infer<typeof FlowResult>;

export interface Flow {
  id: string;
  run(c: FlowContext): Promise<FlowResult>;
}

/** A result with the usual empty rest. Forgets the open question unless told otherwise. */
export function result(c: FlowContext, r: Partial<FlowResult> & Pick<FlowResult, 'outcome' | 'reason' | 'say'>): FlowResult {
  return { evidence: [], parts: [], memory: { ...c.memory, asked: null }, actions: [], proof: null, ...r };
}
