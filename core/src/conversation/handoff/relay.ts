import type { Connector, Delivery, Message } from '../../contracts/index.js';
import type { HandoffRecord, Records } from '../records.js';
import type { Guarded, Planned } from '../work.js';
import { briefingOf, sealBriefing, titled } from './briefing.js';
import type { Handoffs } from './handoffs.js';
import { createOutgoing, type Outgoing } from './outgoing.js';

/** What a shopper's turn shows at the desk, where people have been asked for the conversation. */
export interface Relay {
  /**
   * The briefing where this turn asked for them; else what the shopper wrote, and what Parley answered, or, while an agent has the
   * conversation, would answer.
   */
  of(w: Planned, answered: Guarded | null, now: number): Promise<{ handoff: string | null; deliveries: Record<string, Delivery> }>;
}

const NONE = { handoff: null, deliveries: {} };

export function createRelay({ records, handoffs, connectors }: { records: Records; handoffs: Handoffs; connectors: ReadonlyMap<string, Connector> }): Relay {
  /** A host's own desk shows the thread itself: only what stands nowhere else is told there. */
  const isNative = (record: HandoffRecord): boolean => record.desk !== null && connectors.get(record.desk.connector)?.desk?.mode === 'native';

  async function ongoing(w: Planned): Promise<HandoffRecord | null> {
    const id = w.recalled.conversation.handoff;
    const record = id === null ? null : await handoffs.byId(w.turn.tenant, id);
    return record?.state === 'offered' || record?.state === 'accepted' ? record : null;
  }

  /** The words, and below them the files, where the desk takes any. */
  function shown(out: Outgoing, record: HandoffRecord, message: Message): void {
    out.toDesk(record, { do: 'post', entry: { kind: 'message', from: 'shopper', message } });
    if (record.desk === null || connectors.get(record.desk.connector)?.desk?.laws.files !== true) return;
    for (const [n, part] of message.parts.entries()) {
      if ((part.type === 'image' || part.type === 'file') && part.blob !== undefined) out.toDesk(record, { do: 'attach', blob: part.blob, mime: part.mime, name: part.type === 'file' ? part.name : `picture-${n + 1}.${part.mime.split('/')[1] ?? 'bin'}` });
    }
  }

  return {
    async of(w, answered, now) {
      const out = createOutgoing({ turn: w.turn, key: w.key, now });
      const offered = answered?.offered?.record ?? null;
      let opening: string | null = null;
      if (offered !== null) {
        const briefing = await briefingOf(records, w, offered, await handoffs.teamOf(offered));
        opening = briefing.proposal;
        await handoffs.keepBriefing(offered, sealBriefing(briefing, w.key));
        out.toDesk(offered, { do: 'open', team: offered.desk?.target ?? '', briefing });
        if (!isNative(offered) && w.images > 0) for (const message of w.messages) shown(out, offered, message);
      }
      const record = offered ?? (await ongoing(w));
      if (record === null) return NONE;
      if (offered === null) {
        if (!isNative(record)) for (const message of w.messages) shown(out, record, message);
        await handoffs.word(record, 'shopper', w.turn.storedAt);
      }
      const words = answered?.checked.reply.sentences.map((s) => s.text).join(' ').slice(0, 5_000) ?? '';
      if (words !== '' && w.plan.draft) out.toDesk(record, { do: 'post', entry: { kind: 'suggestion', id: w.turn.id, text: words, evidence: w.plan.evidence.slice(0, 10).map(titled) } });
      else if (words !== '' && !isNative(record)) out.toDesk(record, { do: 'post', entry: { kind: 'message', from: 'bot', message: textMessage(words) } });
      if (offered !== null && opening !== null) out.toDesk(record, { do: 'post', entry: { kind: 'suggestion', id: record.id, text: opening, evidence: [] } });
      return { handoff: record.id, deliveries: out.deliveries() };
    },
  };
}

function textMessage(text: string): Message {
  return { parts: [{ type: 'text', text }] };
}
