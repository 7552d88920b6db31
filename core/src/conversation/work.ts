import { z } from 'zod';
import { Evidence, HostMessage, InboundEvent, Memory, MessagePart, Outcome, Perception, Reply, textOf, type ChannelLaws, type Conversation, type Delivery, type Message, type Receipt, type StepTime, type Turn } from '../contracts/index.js';
import { PlannedAction, Say, type Shop } from '../automation/index.js';
import { Slot } from '../masking/index.js';
import type { SealKey } from '../security/index.js';
import type { Prospect } from './handoff/handoffs.js';
import type { HandoffRecord, InstallationRecord } from './records.js';

/** What was decided, as it is kept between deciding and composing: complete, so that nothing is ever decided twice. */
export const Plan = z.strictObject({
  flow: z.string(),
  intent: z.string(),
  outcome: Outcome,
  reason: z.string(),
  alternatives: z.array(z.strictObject({ flow: z.string(), p: z.number() })),
  say: z.array(Say),
  evidence: z.array(Evidence),
  parts: z.array(MessagePart),
  memory: Memory,
  /** For the agent who has the conversation: proposed at the desk, never sent to the shopper. */
  draft: z.boolean().default(false),
  actions: z.array(PlannedAction),
});
export type Plan = z.infer<typeof Plan>;

/** The sealed part of a turn's record: everything personal that explains the reply in full. */
export const Thought = z.strictObject({ perception: Perception, plan: Plan, masked: z.string().default(''), slots: z.array(Slot).default([]) });
export type Thought = z.infer<typeof Thought>;

/** A turn's sealed parts. Each is sealed in its own place and opens nowhere else. */
export function openTurn(turn: Turn, key: SealKey): { event: InboundEvent; thought: Thought | null; reply: Reply | null } {
  return {
    event: openEvent(turn, key),
    thought: openThought(turn, key),
    reply: openReply(turn, key),
  };
}

function openThought(turn: Turn, key: SealKey): Thought | null {
  return turn.thought === null ? null : Thought.parse(JSON.parse(key.open(turn.thought, `turn/${turn.id}`)));
}

function openReply(turn: Turn, key: SealKey): Reply | null {
  return turn.reply === null ? null : Reply.parse(JSON.parse(key.open(turn.reply, `turn/${turn.id}/reply`)));
}

/** The same as far as it opens, for whoever shows a record: another release may have sealed a form that this one does not read. */
export function readTurn(turn: Turn, key: SealKey): { event: InboundEvent | null; thought: Thought | null; reply: Reply | null } {
  const attempt = <T>(open: () => T): T | null => {
    try {
      return open();
    } catch {
      return null;
    }
  };
  return { event: attempt(() => openEvent(turn, key)), thought: attempt(() => openThought(turn, key)), reply: attempt(() => openReply(turn, key)) };
}

/** What a turn sends to its shopper, as it was kept for sending; empty where it does not open, or nothing was. */
export function readSent(turn: Turn, key: SealKey): { from: HostMessage['from']; text: string; delivery: Delivery }[] {
  const own = Object.values(turn.deliveries).filter((d) => d.target === 'channel').sort((a, b) => a.order - b.order);
  return own.flatMap((delivery) => {
    try {
      const { from, message } = HostMessage.parse(JSON.parse(key.open(delivery.sealed, `delivery/${turn.id}/${delivery.id}`)));
      return [{ from, text: textOf(message), delivery }];
    } catch {
      return [];
    }
  });
}

/** Only what came in. */
export function openEvent(turn: Turn, key: SealKey): InboundEvent {
  return InboundEvent.parse(JSON.parse(key.open(turn.event, `turn/${turn.id}`)));
}

/** A shopper's turn as it enters the pipeline. */
export interface Received {
  turn: Turn;
  event: InboundEvent;
  /** All texts answered together, oldest first, and the host ids of their messages. */
  text: string;
  /** The messages themselves. */
  messages: Message[];
  /** The earlier turns among them, by id. */
  merges: string[];
  replyTo: string[];
  images: number;
  shopper: { identity: string; customerId: string | null };
  key: SealKey;
  installation: InstallationRecord;
  laws: ChannelLaws;
  now: number;
  /** Grows as the steps end. */
  timeline: StepTime[];
}

/** Each step adds its own section to the one before and touches no other. */
export type Masked = Received & { masked: { text: string; slots: Slot[] } };
export type Perceived = Masked & { perception: Perception };
export type Recalled = Perceived & { recalled: { conversation: Conversation; memory: Memory; shop: Shop } };
export type Planned = Recalled & { plan: Plan };
export type Acted = Planned & { receipts: Receipt[]; offered: { record: HandoffRecord; prospect: Prospect } | null };
export type Worded = Acted & { reply: Reply };
export type Guarded = Worded & { checked: { reply: Reply; removed: string[] } };
