import type { Receipt } from '../../contracts/index.js';
import type { Records } from '../records.js';
import type { Acted, Planned } from '../work.js';

/** Carries out what was decided. Each action either has its receipt afterwards, or is not claimed. */
export function actStep(records: Records) {
  return async (w: Planned): Promise<Acted> => {
    const receipts: Receipt[] = [];
    for (const action of w.plan.actions) {
      const receipt = await handOff(records, w);
      if (receipt !== null) receipts.push({ ...receipt, id: action.id });
    }
    return { ...w, receipts };
  };
}

/** Marks the conversation waiting. Doing it again is doing it once; an agent who came first keeps it. */
async function handOff(records: Records, w: Planned): Promise<Receipt | null> {
  const conversation = await records.conversations.update({ tenant: w.turn.tenant }, w.recalled.conversation.id, {
    when: { status: { in: ['bot', 'waiting'] } },
    set: { status: 'waiting', updatedAt: w.now },
  });
  return conversation === null ? null : { id: 'hand-off', act: 'hand-off', hostId: conversation.id, at: w.now, amountMinor: null, currency: null };
}
