import { setTimeout as sleep } from 'node:timers/promises';
import type { Turn } from '@parley/core/contracts';
import { openRecords } from '@parley/core/conversation';
import type { Store } from '@parley/core/storage';
import type { Flavour } from '../contract/worst-host/flavour.js';
import type { AccountList, Counts } from './accounts.js';
import type { Load } from './load.js';
import { judge, type ChannelVerdict, type Whereabouts } from './verdict.js';
import type { Witness } from './witness.js';

const SETTLE_MS = 180_000;

/** What became of all messages; counts are sums over the channels. */
export interface Verdicts {
  accepted: number;
  answered: number;
  lost: number;
  duplicated: number;
  uncertain: number;
  misordered: number;
  byChannel: Record<Flavour, ChannelVerdict>;
}

/** Whether what must hold does: nothing lost, nothing twice, nothing out of order, every message accounted for. */
export function holds(verdicts: Verdicts): boolean {
  const { key, readback, blind } = verdicts.byChannel;
  const sound = [key, readback, blind].every((c) => c.accepted > 0 && c.lost === 0 && c.duplicated === 0 && c.outOfOrder === 0);
  return sound && key.answered === key.accepted && readback.answered === readback.accepted && blind.answered + blind.uncertain >= blind.accepted;
}

/** Waits until every message is stored and nothing is unfinished; what is not by then counts as it stands. */
export async function settled(countsNow: () => Promise<Counts | null>, witness: Witness, load: Load): Promise<void> {
  const until = performance.now() + SETTLE_MS;
  while (performance.now() < until) {
    const written = (await witness.ledger('worst-host.message')).length;
    const counts = await countsNow();
    if (counts !== null && counts.stored >= written) {
      if (counts.open === 0) return;
      // Five messages went out since the shopper's last one: the host's law, and only the shopper can lift it.
      if (counts.open === counts.held) await load.again();
    }
    await sleep(500);
  }
}

/** Judges every channel by the host's ledger. */
export async function verdictsOf(accounts: AccountList, witness: Witness, turns: ReadonlyMap<string, Turn>, onLost?: (where: string, count: number) => void): Promise<Verdicts> {
  const seen = { messages: await witness.ledger('worst-host.message'), sends: await witness.ledger('worst-host.send') };
  const lost: Whereabouts = new Map();
  const verdictOf = (flavour: Flavour): ChannelVerdict => {
    const account = accounts.find((a) => a.flavour === flavour);
    if (account === undefined) throw new Error(`there is no account of flavour ${flavour}`);
    return judge(account, seen, turns, lost);
  };
  const byChannel = { key: verdictOf('key'), readback: verdictOf('readback'), blind: verdictOf('blind') };
  for (const [where, count] of lost) onLost?.(where, count);
  const sum = (of: keyof ChannelVerdict) => byChannel.key[of] + byChannel.readback[of] + byChannel.blind[of];
  return { accepted: sum('accepted'), answered: sum('answered'), lost: sum('lost'), duplicated: sum('duplicated'), uncertain: sum('uncertain'), misordered: sum('outOfOrder'), byChannel };
}

/** Everything a store holds of turns, by id. */
export async function turnsIn(store: Store): Promise<Map<string, Turn>> {
  const { turns } = openRecords(store);
  const all = new Map<string, Turn>();
  for (let after = ''; ; ) {
    const page = await turns.find('all', { where: { id: { gt: after } }, sort: [{ path: 'id', order: 'asc' }], limit: 1_000 });
    for (const turn of page) all.set(turn.id, turn);
    const last = page.at(-1);
    if (last === undefined) return all;
    after = last.id;
  }
}
