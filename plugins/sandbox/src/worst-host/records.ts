// How calls of the app are written into the ledger; protocol.md, "What the ledger says".
import type { Account } from './account.js';
import type { ActionResult } from './actions.js';
import type { DeskResult } from './desk.js';
import type { Fate } from './faults.js';
import type { SendResult } from './sending.js';
import type { WorstState } from './state.js';

/** What happened to the answer. */
export interface Answered {
  readonly withheld: Fate['withhold'];
  readonly ms: number;
}

const answeredStatus = (status: number, withheld: Fate['withhold']): number => (withheld === null ? status : withheld === 'lie' ? 500 : 0);

export function recordSend(state: WorstState, account: Account, r: SendResult, how: Answered & { passive: boolean }): void {
  state.ledger.append({
    direction: 'in', host: 'worst', kind: 'worst-host.send', key: r.key ?? undefined, status: answeredStatus(r.outcome.status, how.withheld), ms: how.ms,
    detail: {
      account: account.name, thread: r.thread, reference: r.reference, text: r.text, accepted: r.accepted, withheld: how.withheld,
      repeated: r.repeated, passive: how.passive, hostId: r.hostId?.toString() ?? null, code: r.outcome.code,
    },
  });
}

export function recordAction(state: WorstState, account: Account, r: ActionResult, key: string | undefined, how: Answered): void {
  state.ledger.append({
    direction: 'in', host: 'worst', kind: 'worst-host.action', key: key ?? r.reference ?? undefined, status: answeredStatus(r.outcome.status, how.withheld), ms: how.ms,
    detail: {
      account: account.name, thread: r.thread, reference: r.reference, kind: r.kind, job: r.job?.id.toString() ?? null,
      accepted: r.job !== null, withheld: how.withheld, repeated: r.repeated, code: r.outcome.code,
    },
  });
}

export function recordDesk(state: WorstState, account: Account, act: string, r: DeskResult, how: Answered): void {
  state.ledger.append({
    direction: 'in', host: 'worst', kind: 'worst-host.desk', key: r.reference ?? undefined, status: answeredStatus(r.outcome.status, how.withheld), ms: how.ms,
    detail: { account: account.name, thread: r.thread, act, assignment: r.assignment?.toString() ?? null, accepted: r.outcome.code === null, withheld: how.withheld, code: r.outcome.code },
  });
}

/** A call that was refused before anybody looked at it: unsigned, unreadable, or struck by a fault. */
export function recordRefusal(state: WorstState, account: Account, kind: string, key: string | undefined, status: number, code: string): void {
  state.ledger.append({ direction: 'in', host: 'worst', kind, key, status, detail: { account: account.name, accepted: false, withheld: null, code } });
}
