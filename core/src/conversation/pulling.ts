import { ParleyError, type Connector, type Log } from '../contracts/index.js';
import type { CallsForWork } from './calls-for-work.js';
import type { Installations } from './installations.js';
import type { Intake } from './intake.js';
import { createKeyedLoop } from './keyed-loop.js';
import type { InstallationRecord, Records } from './records.js';

/** Hosts that only announce may forget to; this often we look by ourselves. */
const LOOK_MS = 30_000;
const TIMEOUT_MS = 20_000;
const RETRY_MS = 2_000;
const WIDTH = 8;

/** Fetches what hosts hold behind a cursor. The cursor moves only once the events before it are stored. */
export interface Pulling {
  /** A host said that there is something new; whoever pulls hears of it. */
  announced(installation: InstallationRecord): void;
  /** Pulls here and now what is new for this installation. */
  poke(installation: string): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  idle(): Promise<void>;
}

export function createPulling(deps: { records: Records; installations: Installations; connectors: ReadonlyMap<string, Connector>; intake: Intake; calls: CallsForWork; log: Log }): Pulling {
  const { records, installations, connectors, intake, calls, log } = deps;
  const retries = new Set<NodeJS.Timeout>();
  let looking: NodeJS.Timeout | undefined;

  const loop = createKeyedLoop('pulling', WIDTH, pullAll, log);

  async function pullAll(id: string): Promise<void> {
    try {
      while (await pullPage(id));
    } catch (e) {
      if (!ParleyError.isInstance(e) || e.kind === 'bug') throw e;
      log.warn({ installation: id, code: e.code }, 'pulling failed; it is tried again');
      const timer = setTimeout(() => {
        retries.delete(timer);
        loop.poke(id);
      }, RETRY_MS);
      retries.add(timer);
    }
  }

  /** Whether there is more. */
  async function pullPage(id: string): Promise<boolean> {
    const record = await records.installations.get('all', id);
    if (record?.state !== 'active') return false;
    const inbound = connectors.get(record.connector)?.inbound;
    if (inbound?.pull === undefined) return false;
    const pull = inbound.pull.bind(inbound);
    const page = await installations.call(record, 'pull', (i) => pull(i, record.cursor, AbortSignal.timeout(TIMEOUT_MS)));
    await intake.store(record.connector, page.events);
    // Only from where we began: a slower pull must not set the cursor back.
    const moved = page.cursor === record.cursor ? record : await records.installations.update('all', id, { when: { cursor: record.cursor }, set: { cursor: page.cursor } });
    return page.more && moved !== null;
  }

  async function lookEverywhere(): Promise<void> {
    for (const connector of connectors.values()) {
      if (connector.inbound?.pull === undefined) continue;
      const found: InstallationRecord[] = await records.installations.find('all', { where: { connector: connector.id, state: 'active' }, limit: 1_000 });
      for (const i of found) loop.poke(i.id);
    }
  }

  return {
    announced: (installation) => calls.call('pull', installation.id, installation.tenant),
    poke: (installation) => loop.poke(installation),
    async start() {
      await lookEverywhere();
      looking = setInterval(() => void lookEverywhere().catch((e: unknown) => log.error({ error: String(e) }, 'looking for what to pull failed')), LOOK_MS);
    },
    stop() {
      clearInterval(looking);
      for (const t of retries) clearTimeout(t);
      return loop.stop();
    },
    idle: () => loop.idle(),
  };
}
