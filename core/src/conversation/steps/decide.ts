import type { HandoffReason, RateLimit } from '../../contracts/index.js';
import { askedForAddress, FLOWS, formatFor, joinResults, say, sayWhenDone, type Flow, type FlowContext, type FlowResult } from '../../automation/index.js';
import { chooseFlow, mayNeedPerson, personNeeded, wishesToServe, type ServedWish } from '../../decision/index.js';
import { goesOn, onlyNumbers, onlyPoints } from '../../language/index.js';
import { Bug } from '../../contracts/index.js';
import type { Identities } from '../../security/index.js';
import { customerValue } from '../customer-value.js';
import type { Handoffs } from '../handoff/handoffs.js';
import type { Plan, Planned, Recalled } from '../work.js';

const PAGES = ['policy', 'page', 'faq', 'article'] as const;

/** Chooses the flow and lets it plan: look-ups happen here, effects do not. */
/** @param deps.callBack whether letters can be sent */
export function decideStep(deps: { rates: RateLimit; identities: Identities; handoffs: Pick<Handoffs, 'settingsOf'>; callBack: boolean }) {
  const { rates, identities, handoffs } = deps;
  return async (w: Recalled): Promise<Planned> => {
    const { conversation, memory, shop } = w.recalled;
    const { perception, installation } = w;
    if (installation.settings.paused) return { ...w, plan: silent(w, 'the merchant has paused Parley') };
    const draft = conversation.status === 'agent';

    const unclear = !perception.known && w.text.trim() !== '';
    const question = { text: w.text, topic: null };
    const found = {
      policy: unclear ? covered(shop.passages(question, perception.language, PAGES, 1)) : 0,
      product: unclear ? covered(shop.passages(question, perception.language, ['product'], 1)) : 0,
    };
    const choice = chooseFlow(perception, memory, found, { onlyPoints: onlyPoints(w.text), onlyNumbers: onlyNumbers(w.text), goesOn: goesOn(w.text) });
    const flow = FLOWS.get(choice.flow);
    if (flow === undefined) throw new Bug(`there is no flow ${choice.flow} for intent ${choice.intent}`, { code: 'decide.no-flow' });

    const context: FlowContext = {
      intent: choice.intent,
      understood: choice.understood,
      text: w.text,
      images: w.images,
      callBack: deps.callBack,
      perception,
      memory,
      // Waiting for nobody in particular (the merchant had paused Parley) is not having asked for a person.
      status: conversation.status === 'waiting' && conversation.handoff === null ? 'bot' : conversation.status,
      shopper: { tenant: w.turn.tenant, ...w.shopper },
      language: perception.language,
      shop,
      rates,
      format: formatFor(perception.language, installation.settings.timeZone),
      now: w.now,
    };
    const { proof, ...own } = await run(flow, context, wishesToServe(perception, choice, w.text));
    const unknownInARow = own.outcome === 'unknown' ? memory.unknownInARow + 1 : 0;
    const result = context.status === 'bot' ? await withPerson(own, { w, flow: choice.flow, unknownInARow }) : own;
    if (proof !== null) {
      await identities.link(
        { tenant: w.turn.tenant, installation: installation.id, identity: w.shopper.identity },
        { ...(proof.email === undefined ? {} : { email: proof.email }), ...(proof.phone === undefined ? {} : { phone: proof.phone }), ...(proof.customerId === undefined ? {} : { customerId: proof.customerId }), ...(proof.orders === undefined ? {} : { orders: proof.orders }) },
      );
    }
    const plan: Plan = {
      ...result,
      ...(draft ? SILENT_DRAFT : { draft: false }),
      flow: choice.flow,
      intent: choice.intent,
      reason: `${draft ? 'an agent has the conversation; proposed to them: ' : ''}${choice.reason}; ${result.reason}`.slice(0, 500),
      alternatives: choice.alternatives,
      memory: { ...result.memory, unknownInARow, language: perception.language, lastIntent: remembered(choice.intent, memory.lastIntent) },
    };
    return { ...w, plan };
  };

  /** Calls people where the merchant's rules say so, beside what could be answered. */
  async function withPerson(own: Omit<FlowResult, 'proof'>, { w, flow, unknownInARow }: { w: Recalled; flow: string; unknownInARow: number }): Promise<Omit<FlowResult, 'proof'>> {
    const standing = { perception: w.perception, flow, outcome: own.outcome, unknownInARow };
    const called = own.actions.some((a) => a.kind === 'hand-off');
    if ((own.actions.length > 0 && !called) || !mayNeedPerson(standing)) return own;
    const { teams, automatic } = await handoffs.settingsOf(w.turn.tenant);
    if (called) {
      // Who asks for a person in anger, or hurt, comes before who asks for one.
      const pressing = personNeeded({ ...standing, outcome: 'asked', value: null }, { ...automatic, vip: null, unknownInARow: 0 });
      return pressing === null ? own : calling(own, pressing, own.memory.asked);
    }
    // Where nobody works at a desk the shopper is offered a person, and decides.
    if (teams.length === 0) return own;
    const value = automatic.vip === null || flow !== 'request' ? null : await customerValue(w.recalled.shop, w.shopper.customerId);
    const reason = personNeeded({ ...standing, value }, automatic);
    return reason === null ? own : calling(own, reason, askedForAddress(deps.callBack));
  }
}

/** The flow chosen, or for several wishes each one's own in turn, every one with the memory of the one before. */
async function run(chosen: Flow, context: FlowContext, wishes: readonly ServedWish[]): Promise<FlowResult> {
  let joined: [FlowResult, ...FlowResult[]] | null = null;
  for (const { flow, intent, text, perception } of wishes) {
    const memory = joined?.at(-1)?.memory ?? context.memory;
    const result = await (FLOWS.get(flow) ?? chosen).run({ ...context, intent, text, perception, memory });
    if (joined === null) joined = [result];
    else joined.push(result);
  }
  return joined === null ? chosen.run(context) : joinResults(joined);
}

/** Somebody is called: what was found is still said, an offer to call them is not. */
function calling(own: Omit<FlowResult, 'proof'>, reason: HandoffReason, asked: FlowResult['memory']['asked']): Omit<FlowResult, 'proof'> {
  const kept = own.say.filter((s) => s.kind === 'quote' || (s.phrase !== 'human.offer' && s.phrase !== 'unknown' && s.action === null));
  const first = reason === 'safety' ? [say('safety.first')] : reason === 'anger' && !kept.some((s) => s.kind === 'phrase' && s.phrase === 'complaint.sorry') ? [say('complaint.sorry')] : [];
  return {
    ...own,
    outcome: 'handed-off',
    reason: `${own.reason}; a person is called: ${reason}`,
    say: [...first, ...(reason === 'safety' ? [] : kept), sayWhenDone('hand-off', 'human.done', 'human.failed')],
    parts: own.parts.filter((p) => p.type !== 'buttons'),
    memory: { ...own.memory, asked },
    actions: [{ id: 'hand-off', kind: 'hand-off', reason }],
  };
}

function covered(found: readonly { coverage: number; sure: boolean }[]): number {
  return Math.max(0, ...found.filter((f) => f.sure).map((f) => f.coverage));
}

/** Small talk in between does not make "and the other one?" lose what it points at. */
function remembered(intent: string, before: string | null): string | null {
  const passing = ['greeting', 'thanks', 'affirm', 'deny', 'goodbye', 'bot.identity', 'talk.wait', 'talk.repeat', 'unknown'];
  return passing.includes(intent) && before !== null ? before : intent;
}

/** What is thought while an agent has the conversation is for them: nothing is done and nothing is sent. */
const SILENT_DRAFT = { outcome: 'silent', draft: true, actions: [] } as const satisfies Partial<Plan>;

function silent(w: Recalled, reason: string): Plan {
  return { flow: 'silent', intent: w.perception.intents[0]?.id ?? 'unknown', outcome: 'silent', reason, alternatives: [], say: [], evidence: [], parts: [], memory: w.recalled.memory, draft: false, actions: [] };
}
