import type { Clock, Turn } from '../contracts/index.js';
import type { CallsForWork } from './calls-for-work.js';
import type { Records } from './records.js';

/** Sends again what had ended `dead`, on a person's word. `uncertain` ones only when asked for by name: they may have arrived. */
export interface Redrive {
  /** Returns how many deliveries were put back. */
  all(tenant: string, states: readonly ('dead' | 'uncertain')[]): Promise<number>;
}

export function createRedrive(deps: { records: Records; clock: Clock; calls: CallsForWork }): Redrive {
  const { records, clock, calls } = deps;

  async function one(turn: Turn, states: readonly string[]): Promise<number> {
    const chosen = Object.values(turn.deliveries).filter((d) => states.includes(d.state));
    if (chosen.length === 0) return 0;
    // What stays as it is goes on being shown.
    const left = Object.values(turn.deliveries).flatMap((d) => (chosen.includes(d) ? [] : [d.state]));
    const now = clock();
    const set: Record<string, unknown> = { state: 'composed', doneAt: null, dueAt: now, composedAt: now, attention: left.includes('dead') ? 'dead' : left.includes('uncertain') ? 'uncertain' : left.includes('held') ? 'held' : null };
    const when: Record<string, string> = {};
    for (const d of chosen) {
      const path = `deliveries.${d.id}`;
      when[`${path}.state`] = d.state;
      Object.assign(set, { [`${path}.state`]: 'planned', [`${path}.attempts`]: 0, [`${path}.dueAt`]: now, [`${path}.claim`]: null, [`${path}.reason`]: 'sent again on a person’s word' });
    }
    const changed = await records.turns.update({ tenant: turn.tenant }, turn.id, { when, set });
    if (changed === null) return 0;
    calls.call('deliver', turn.mailbox, turn.tenant);
    return chosen.length;
  }

  return {
    async all(tenant, states) {
      let count = 0;
      // A turn shows its worst delivery only: an uncertain one may stand behind a dead one.
      for (const attention of ['dead', 'uncertain']) {
        for (;;) {
          const turns = await records.turns.find({ tenant }, { where: { attention }, limit: 500 });
          let moved = 0;
          for (const t of turns) moved += await one(t, states);
          count += moved;
          if (turns.length < 500 || moved === 0) break;
        }
      }
      return count;
    },
  };
}
