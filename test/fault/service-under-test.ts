// The real service with the worst host's connectors, as a process that can be killed anywhere. Configured by environment
// variables; tells its parent when it listens, and on any message how much is unfinished.
import type { Log } from '@parley/core/contracts';
import { z } from 'zod';
import { readConfig } from '../../plugins/service/src/config.js';
import { startService } from '../../plugins/service/src/service.js';
import { createWorstConnector } from '../contract/worst-host/connector.js';
import { worstCredentials } from '../contract/worst-host/credentials.js';
import { connectorIdOf } from '../contract/worst-host/flavour.js';
import { AccountList, FLAVOURS, type Counts, type Report } from './accounts.js';

const environment = z.object({
  FAULT_ACCOUNTS: z.string().transform((text) => AccountList.parse(JSON.parse(text))),
  /** Dies by SIGKILL when it comes to this point for the nth time since its start. */
  FAULT_KILL_AT: z.string().default(''),
  FAULT_KILL_NTH: z.coerce.number().int().positive().default(1),
  /** How far its clock goes wrong, in milliseconds. */
  FAULT_CLOCK_SKEW_MS: z.coerce.number().int().default(0),
});
const { FAULT_ACCOUNTS: accounts, FAULT_KILL_AT: killAt, FAULT_KILL_NTH: killNth, FAULT_CLOCK_SKEW_MS: skewMs } = environment.parse(process.env);

const complain = (facts: object, message: string): void => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`);
const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: complain };
const tell = (report: Report): void => void process.send?.(report);

/** This machine's clock, right or wrong. */
const own = (): number => Date.now() + skewMs;
/** What the service goes by, which its connectors go by as well: it may know better than its machine. */
let clock = own;
let passes = 0;
const service = await startService({
  config: readConfig(process.env),
  log,
  clock: own,
  extra: () => FLAVOURS.map((flavour) => createWorstConnector({ flavour, clock: () => clock(), log, fetch: (url, init) => fetch(url, init), timeoutMs: 5_000 })),
  delivering: { backoff: { firstMs: 100, capMs: 1_000 } },
  probe: (point) => {
    if (point === killAt && ++passes === killNth) process.kill(process.pid, 'SIGKILL');
  },
});
const { engine } = service.composition;
clock = service.composition.clock;

for (const { flavour, account, ...access } of accounts) {
  const connector = connectorIdOf(flavour);
  if ((await engine.installations.byAccount(connector, account)) !== null) continue;
  const { record } = await engine.installations.grant(connector, { accounts: [{ account, name: 'The Lantern Shop' }], scopes: [], credentials: worstCredentials(access) }, account);
  engine.pulling.poke(record.id);
}

process.on('message', () => {
  count().then(
    (counts) => tell({ is: 'counts', ...counts }),
    (e: unknown) => complain({}, String(e)),
  );
});
process.once('SIGTERM', () => {
  service.stop().then(
    () => process.exit(0),
    (e: unknown) => {
      complain({}, String(e));
      process.exit(1);
    },
  );
});
tell({ is: 'ready' });

async function count(): Promise<Counts> {
  const { turns } = engine.records;
  const [stored, open] = await Promise.all([turns.count('all', { kind: 'message' }), turns.find('all', { where: { kind: 'message', state: { in: ['received', 'decided', 'composed'] } }, sort: [{ path: 'mailbox', order: 'asc' }, { path: 'seq', order: 'asc' }], limit: 1_000 })]);
  // A lane waits for its head: behind a held delivery the rest of the mailbox is held as well.
  const held = new Set(open.filter((t) => Object.values(t.deliveries).some((d) => d.state === 'held')).map((t) => t.mailbox));
  return { stored, open: open.length, held: open.filter((t) => held.has(t.mailbox)).length };
}
