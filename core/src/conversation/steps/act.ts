import type { Receipt } from '../../contracts/index.js';
import { momentFor } from '../../automation/index.js';
import type { Handoffs, Prospect } from '../handoff/handoffs.js';
import { CALL_BACK } from '../handoff/call-back.js';
import type { Acted, Planned } from '../work.js';

/** Carries out what was decided. Each action either has its receipt afterwards, or is not claimed. */
export function actStep(handoffs: Handoffs) {
  return async (w: Planned): Promise<Acted> => {
    const receipts: Receipt[] = [];
    let offered: Acted['offered'] = null;
    for (const action of w.plan.actions) {
      if (action.kind === 'call-back') {
        const noted = await handoffs.leaveAddress(w.turn.tenant, w.recalled.conversation.handoff, w.key.seal(action.email, CALL_BACK));
        if (noted) receipts.push({ id: action.id, act: 'call-back', hostId: w.turn.id, at: w.now, amountMinor: null, currency: null, proves: [action.email] });
        continue;
      }
      offered = await handoffs.offer({ turn: w.turn, conversation: w.recalled.conversation, reason: action.reason, intent: w.plan.intent, language: w.perception.language });
      // Its receipt is the hand-off itself: somebody is asked, and a time is set.
      if (offered !== null) receipts.push({ id: action.id, act: 'hand-off', hostId: offered.record.id, at: w.now, amountMinor: null, currency: null, proves: provenBy(w, offered.prospect) });
    }
    return { ...w, receipts, offered };
  };
}

/** What may be told of the wait: it was counted and measured. */
function provenBy(w: Planned, { ahead, outlook, opensAt }: Prospect): string[] {
  return [
    String(ahead),
    ...(outlook.is === 'minutes' ? [String(outlook.minutes)] : []),
    ...(opensAt === null ? [] : [momentFor(w.perception.language, w.installation.settings.timeZone, opensAt, w.now)]),
  ];
}
