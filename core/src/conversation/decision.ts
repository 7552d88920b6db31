import type { ActionIntent, Turn } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import type { Planned, Thought } from './work.js';

/** What a turn's record says once it is decided. */
export type Decision = Pick<Turn, 'merges' | 'decidedAt' | 'conversation' | 'understood' | 'decided' | 'thought' | 'intents'>;

/** The record of a plan: what was understood and why this is done, each action with the key it is done under, the personal part sealed. */
export function decisionOf(planned: Planned, now: number): Decision {
  const { turn, key, plan, perception, merges, recalled } = planned;
  const intents: Record<string, ActionIntent> = {};
  for (const a of plan.actions) intents[a.id] = { id: a.id, key: idOf('action', turn.id, a.id), kind: a.kind, state: 'planned', receipt: null, reason: null };
  const thought: Thought = { perception, plan, masked: planned.masked.text, slots: planned.masked.slots };
  return {
    merges,
    decidedAt: now,
    conversation: recalled.conversation.id,
    understood: { language: perception.language, intents: perception.intents, known: perception.known, entityKinds: perception.entities.map((e) => e.kind) },
    decided: { flow: plan.flow, intent: plan.intent, outcome: plan.outcome, reason: plan.reason, alternatives: plan.alternatives, evidenceKinds: plan.evidence.map((e) => e.kind) },
    thought: key.seal(JSON.stringify(thought), `turn/${turn.id}`),
    intents,
  };
}
