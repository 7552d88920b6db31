import type { Clock } from '../../contracts/index.js';
import { idOf } from '../../security/signatures/index.js';
import type { Intake } from '../intake.js';
import type { Handoffs } from './handoffs.js';

/** Hand-offs looked at in one sweep; more than this due at once is seen by the next. */
const AT_ONCE = 200;

/** Turns the times of hand-offs into events of their mailboxes, where they are handled in order like everything else. */
export interface Timers {
  /** Stores an event for every hand-off whose time has come; the same time rings once, whoever asks. Returns how many were new. */
  ring(): Promise<number>;
}

export function createTimers({ handoffs, intake, clock }: { handoffs: Handoffs; intake: Intake; clock: Clock }): Timers {
  return {
    async ring() {
      let rung = 0;
      for (const record of await handoffs.due(AT_ONCE)) {
        const id = idOf('turn', 'timer', record.id, record.state, String(record.rung), String(record.dueAt));
        const state = await intake.within(record, id, {
          account: record.account,
          eventKey: id,
          at: clock(),
          mailbox: { kind: 'entity', topic: 'handoff', entity: record.id },
          body: { type: 'timer', handoff: record.id, rung: record.rung },
        });
        if (state === 'gone') await handoffs.drop(record.tenant, { sealKey: record.sealKey });
        if (state === 'stored') rung += 1;
      }
      return rung;
    },
  };
}
