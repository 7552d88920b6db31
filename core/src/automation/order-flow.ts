import type { Evidence, Memory, Order } from '../contracts/index.js';
import { canonicalName, offersProof, type ProofOfPurchase } from './buyer-proof.js';
import { result, type Flow, type FlowContext, type FlowResult } from './flow.js';
import { accessOrder, type OrderAccess } from './order-access.js';
import { humanButton } from './human-button.js';
import { orderCard } from './order-card.js';
import { orderInShort, orderLines } from './order-lines.js';
import { stateOf } from './order-state.js';
import { quotePolicy } from './policy-question.js';
import { say } from './say.js';

/** Where an order and its parcels stand, and what was refunded on it. Tells only the proven buyer. */
export const orderFlow: Flow = {
  id: 'order',
  async run(c) {
    const access = await accessOrder(c);
    if (access.is === 'granted') return tell(c, access.order, access.proof, access.others);
    return access.is === 'several' ? tellSeveral(c, access.granted, access.missing) : askOrRefuse(c, access);
  },
};

function tell(c: FlowContext, order: Order, proof: ProofOfPurchase, others: Order[]): FlowResult {
  const main: Evidence = { id: 'order-1', kind: 'order', order };
  const rest: Evidence[] = others.map((o, i) => ({ id: `order-${i + 2}`, kind: 'order', order: o }));
  const rules = c.intent === 'order.late' ? quotePolicy(c) : null;
  const lines = [...orderLines(c, order, [main.id]), ...(rules?.say ?? [])];
  if (others.length > 0) {
    lines.push(say('order.others', { names: others.map((o) => `${o.name} (${stateOf(o, c.language)})`).join(c.language === 'zh' ? '、' : ', ') }, rest.map((e) => e.id)));
  }
  return result(c, {
    outcome: 'answered',
    reason: `an order told on proof: ${proof.by}`,
    say: lines,
    evidence: [main, ...rest, ...(rules === null ? [] : [rules.evidence])],
    parts: [orderCard(c, order), ...otherButtons(others)],
    memory: remember(c.memory, order, others),
    proof: proofToKeep([{ order, proof }]),
  });
}

/** Several orders, a line each. */
function tellSeveral(c: FlowContext, granted: { order: Order; proof: ProofOfPurchase }[], missing: string[]): FlowResult {
  const evidence: Evidence[] = granted.map(({ order }, i) => ({ id: `order-${i + 1}`, kind: 'order', order }));
  const lines = granted.map(({ order }, i) => orderInShort(c, order, [`order-${i + 1}`]));
  if (missing.length > 0) lines.push(say('order.several-missing', { names: missing.map((n) => `#${canonicalName(n)}`).join(c.language === 'zh' ? '、' : ', ') }));
  const [first, ...rest] = granted.map((g) => g.order);
  return result(c, {
    outcome: 'answered',
    reason: `${granted.length} orders told on proof`,
    say: lines,
    evidence,
    parts: granted.map(({ order }) => orderCard(c, order)),
    memory: first === undefined ? c.memory : { ...remember(c.memory, first, rest, true), proven: [...new Set([...c.memory.proven, ...granted.map((g) => g.order.id)])].slice(-50) },
    proof: granted.length === 0 ? null : proofToKeep(granted),
  });
}

/** What is now known of who asks: what they proved, and whose order it was. Whatever name a host uses for them later, they are found. */
function proofToKeep(granted: readonly { order: Order; proof: ProofOfPurchase }[]): FlowResult['proof'] {
  const proofs = granted.map((g) => g.proof);
  const email = proofs.find((p) => p.by === 'email')?.email;
  const phone = proofs.find((p) => p.by === 'phone')?.phone;
  const customerId = proofs.find((p) => p.by === 'signed-in')?.customerId ?? granted.flatMap((g) => g.order.customerId ?? [])[0];
  return { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }), ...(customerId === undefined ? {} : { customerId }), orders: granted.map((g) => g.order.id) };
}

function otherButtons(others: Order[]) {
  return others.length === 0 ? [] : [{ type: 'buttons' as const, buttons: others.slice(0, 3).map((o) => ({ label: o.name.slice(0, 80), value: o.name.slice(0, 500) })) }];
}

function remember(memory: Memory, order: Order, others: Order[], listed = false): Memory {
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, name }));
  const fresh = (list: readonly { id: string }[]) => memory.orders.filter((known) => !list.some((o) => o.id === known.id));
  // "The second one" is the second of what was just listed; orders told one by one keep the order they were told in.
  const kept = listed ? [...named([order, ...others]), ...fresh([order, ...others])].slice(0, 50) : [...memory.orders, ...named([order, ...others]).filter((o) => fresh([]).every((known) => known.id !== o.id))].slice(-50);
  return {
    ...memory,
    orders: kept,
    focus: kept.findIndex((o) => o.id === order.id),
    proven: [...new Set([...memory.proven, order.id])].slice(-50),
    asked: null,
  };
}

/** Everything that is not a told order: a question back, or a refusal that gives nothing away. */
export function askOrRefuse(c: FlowContext, access: Exclude<OrderAccess, { is: 'granted' | 'several' }>): FlowResult {
  const asking = (need: 'order-number' | 'proof' | 'offer-human', orderName: string | null): Memory => ({ ...c.memory, asked: { flow: 'order', intent: c.intent, need, orderName } });
  const offer = [{ type: 'buttons' as const, buttons: [humanButton(c)] }];
  switch (access.is) {
    case 'ask-number': {
      // When a refund comes is a rule first, and a fact of one order second.
      const rules = c.intent === 'refund.status' || c.intent === 'order.late' ? quotePolicy(c) : null;
      return result(c, { outcome: 'asked', reason: 'no order is named and nobody is signed in', say: [...(rules?.say ?? []), say('ask.order-number')], evidence: rules === null ? [] : [rules.evidence], memory: asking('order-number', null) });
    }
    case 'ask-proof':
      return result(c, { outcome: 'asked', reason: 'the order is named, the buyer is not proven', say: [say('ask.proof', { name: access.orderName })], memory: asking('proof', access.orderName) });
    case 'not-yours':
      return result(c, { outcome: 'asked', reason: 'the order is not in the signed-in account', say: [say('order.not-yours', { name: access.orderName })], memory: asking('proof', access.orderName) });
    case 'not-matched':
      return result(c, {
        outcome: 'asked',
        reason: 'number and proof do not belong together, or there is no such order',
        say: [say(offersProof(c) ? 'proof.failed' : 'ask.proof-any')],
        memory: asking(access.orderName === null ? 'order-number' : 'proof', access.orderName),
        parts: offer,
      });
    case 'limited':
      return result(c, { outcome: 'asked', reason: 'too many guesses at proof of purchase', say: [say('proof.limited', { wait: waitOf(c, access.retryAfterMs) })], memory: asking(access.orderName === null ? 'order-number' : 'proof', access.orderName), parts: offer });
    case 'no-orders':
      return result(c, { outcome: 'answered', reason: 'the signed-in account has no orders', say: [say('order.none')] });
    case 'no-other':
      return result(c, { outcome: 'asked', reason: 'no other order to point at', say: [say('order.no-other'), say('ask.order-number')], memory: asking('order-number', null) });
    case 'unavailable':
      return result(c, { outcome: 'unknown', reason: `the shop's records are out of reach: ${access.code}`, say: [say('shop.unavailable')], memory: asking('offer-human', null), parts: offer });
  }
}

/** How long to wait, in words: a rough time is honest, and figures would claim more. */
function waitOf(c: FlowContext, ms: number): string {
  const minutes = ms / 60_000;
  const zh = c.language === 'zh';
  if (minutes <= 5) return zh ? '几分钟' : 'a few minutes';
  if (minutes <= 15) return zh ? '一刻钟' : 'a quarter of an hour';
  if (minutes <= 30) return zh ? '半小时' : 'half an hour';
  return minutes <= 60 ? (zh ? '一小时' : 'an hour') : zh ? '几小时' : 'a few hours';
}
