import { z } from 'zod';
import { Id, Instant, Language } from './ids.js';
import { Message, OrderCardPart } from './message.js';
import { Money } from './money.js';

/** Why a person is needed. */
export const HandoffReason = z.enum(['asked', 'policy', 'low-confidence', 'anger', 'vip', 'failed-flow', 'uncertain-action', 'safety']);
export type HandoffReason = z.infer<typeof HandoffReason>;

/** offered: at a desk, nobody has it; accepted: a named agent has it; returned: back with the bot; closed: over. */
export const HandoffState = z.enum(['offered', 'accepted', 'returned', 'closed']);
export type HandoffState = z.infer<typeof HandoffState>;

export const Priority = z.enum(['urgent', 'high', 'normal']);
export type Priority = z.infer<typeof Priority>;

/** A member of staff as the desk's host vouches for them. `outside`: of another organisation than the installation's (a guest, a shared channel). */
export const Agent = z.strictObject({ id: Id, name: z.string().max(200), outside: z.boolean() });
export type Agent = z.infer<typeof Agent>;

/** What an agent does with a hand-off. Texts are as typed, in the desk's own markup already undone. */
export const DeskAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('accept') }),
  z.strictObject({ do: z.literal('assign'), to: Agent }),
  /** To the shopper. `suggestion` names the suggestion this was made from, for learning from the difference. */
  z.strictObject({ do: z.literal('say'), message: Message, hostMessageId: Id, suggestion: Id.nullable() }),
  /** Parley's own proposal, as it stands, to the shopper; `suggestion` is the turn that made it. */
  z.strictObject({ do: z.literal('send'), suggestion: Id }),
  /** Among agents only. */
  z.strictObject({ do: z.literal('note'), message: Message, hostMessageId: Id }),
  /** An earlier `say` was changed, or deleted. */
  z.strictObject({ do: z.literal('amend'), hostMessageId: Id, message: Message.nullable() }),
  z.strictObject({ do: z.literal('suggest') }),
  /** Worth keeping for the next shopper who asks: a proposal for the knowledge base, never used unseen. */
  z.strictObject({ do: z.literal('learn'), question: z.string().min(1).max(500), answer: z.string().min(1).max(5_000) }),
  /** Back to the bot; `agreed` is told to the shopper and remembered. */
  z.strictObject({ do: z.literal('return'), agreed: z.string().max(2_000) }),
  z.strictObject({ do: z.literal('close') }),
]);
export type DeskAct = z.infer<typeof DeskAct>;

/** One line of what was said before, oldest first. */
export const SaidBefore = z.strictObject({ from: z.enum(['shopper', 'bot', 'agent']), text: z.string().max(2_000), at: Instant });

/** All an agent needs to go on without asking anything twice. */
export const Briefing = z.strictObject({
  handoff: Id,
  /** Short and stable, for people: "H-104". */
  number: z.string().max(20),
  /** The host thread the shopper writes in, for desks that assign that very thread. */
  hostThread: Id,
  /** Where the shopper writes: the connector's id. */
  channel: z.string().max(60),
  reason: HandoffReason,
  priority: Priority,
  /** The language the shopper writes, and the one the team reads. */
  language: Language,
  deskLanguage: Language,
  shopper: z.strictObject({
    name: z.string().max(200).nullable(),
    /** Whether they proved to be the buyer of what stands under `orders`. */
    proven: z.boolean(),
    /** Orders so far and what was paid for them; null where nobody looked or nothing is proven. */
    orders: z.number().int().nonnegative().nullable(),
    spent: Money.nullable(),
  }),
  mood: z.enum(['calm', 'unhappy', 'angry']),
  asked: z.string().max(2_000),
  tried: z.array(z.string().max(300)).max(10),
  evidence: z.array(z.strictObject({ title: z.string().max(300), url: z.string().max(2_000).nullable() })).max(10),
  orders: z.array(OrderCardPart).max(5),
  said: z.array(SaidBefore).max(20),
  /** A reply worth sending, where there is one. */
  proposal: z.string().max(5_000).nullable(),
  /** By when somebody has to accept. */
  dueAt: Instant,
});
export type Briefing = z.infer<typeof Briefing>;

/** What is shown at the desk below the briefing. */
export const DeskEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), from: z.enum(['shopper', 'bot']), message: Message }),
  /** What happened: a reminder, a change of hands, an action. Worded for the team. */
  z.strictObject({ kind: z.literal('event'), text: z.string().min(1).max(3_000), tone: z.enum(['info', 'warning']) }),
  z.strictObject({
    kind: z.literal('suggestion'),
    id: Id,
    text: z.string().min(1).max(5_000),
    evidence: z.array(z.strictObject({ title: z.string().max(300), url: z.string().max(2_000).nullable() })).max(10),
  }),
]);
export type DeskEntry = z.infer<typeof DeskEntry>;

/** How a hand-off stands, for the desk's card: the same view again changes nothing. */
export const DeskView = z.strictObject({
  handoff: Id,
  number: z.string().max(20),
  state: HandoffState,
  agent: Agent.nullable(),
  /** By when somebody has to act; null when it is over. */
  dueAt: Instant.nullable(),
  priority: Priority,
  deskLanguage: Language,
  /** Why it ended, for people; null while it goes on. */
  ended: z.string().max(500).nullable(),
});
export type DeskView = z.infer<typeof DeskView>;

/** What goes out to a desk, as a delivery keeps it. */
export const DeskMessage = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), team: z.string().max(100), briefing: Briefing }),
  z.strictObject({ do: z.literal('post'), entry: DeskEntry }),
  /** A file of the shopper's, by its name in our blob store. */
  z.strictObject({ do: z.literal('attach'), blob: Id, name: z.string().min(1).max(300), mime: z.string().max(100) }),
  /** Changes what an earlier delivery posted; null takes it away. */
  z.strictObject({ do: z.literal('amend'), hostId: Id, entry: DeskEntry.nullable() }),
  z.strictObject({ do: z.literal('reflect'), view: DeskView, briefing: Briefing.nullable() }),
  /** To one agent alone: why what they did was not done. */
  z.strictObject({ do: z.literal('tell'), agent: Agent, text: z.string().min(1).max(1_000) }),
]);
export type DeskMessage = z.infer<typeof DeskMessage>;

/** A message to a desk with where it goes: the installation, and the place; null where the turn's hand-off is shown by then. */
export const DeskDelivery = z.strictObject({ installation: Id, ref: Id.nullable(), language: Language, message: DeskMessage });
export type DeskDelivery = z.infer<typeof DeskDelivery>;
