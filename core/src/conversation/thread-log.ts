import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { Bug, Message, type Clock, type ThreadEntry, type ThreadLog, type ThreadPlace } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import type { Identities, SealKey } from '../security/index.js';
import type { Signals } from '../signals/index.js';
import { DuplicateKey } from '../storage/index.js';
import type { Installations } from './installations.js';
import { threadOf } from './intake.js';
import type { InstallationRecord, Records, ThreadRecord } from './records.js';
import { openEvent } from './work.js';

const Content = z.strictObject({ message: Message, replyTo: z.array(z.string()), by: z.string().optional() });
const MAX_TRIES = 50;

interface Deps {
  records: Records;
  installations: Installations;
  identities: Identities;
  signals: Signals;
  clock: Clock;
}

/** The kept log of threads whose host we are: sealed with the shopper's key, once per key, in order, followed live. */
export function createThreadLog(deps: Deps): ThreadLog {
  const { records, installations, identities, signals, clock } = deps;
  const lastN = new LRUCache<string, number>({ max: 50_000 });

  async function where(place: ThreadPlace): Promise<{ installation: InstallationRecord; thread: string; key: SealKey }> {
    const installation = await installations.byId(place.installation);
    if (installation === null) throw new Bug(`there is no installation ${place.installation} to keep a thread for`, { code: 'thread.no-installation' });
    const thread = threadOf(installation.connector, installation.account, place.hostThread);
    return { installation, thread, key: await identities.keyOf({ tenant: installation.tenant, installation: installation.id, identity: place.identity }) };
  }

  function open(row: ThreadRecord, key: SealKey): ThreadEntry[] {
    if (row.sealKey !== key.id) return [];
    return [{ n: row.n, id: row.id, at: row.at, from: row.from, ...contentOf(Content.parse(JSON.parse(key.open(row.sealed, `entry/${row.id}`)))) }];
  }

  async function readLast(thread: string): Promise<number> {
    const [last] = await records.threads.find('all', { where: { thread }, sort: [{ path: 'n', order: 'desc' }], limit: 1 });
    return last?.n ?? 0;
  }

  return {
    async append(place, sendKey, entry) {
      const { installation, thread, key } = await where(place);
      const id = idOf('entry', thread, sendKey);
      const sealed = key.seal(JSON.stringify(contentOf(entry)), `entry/${id}`);
      let n = lastN.get(thread) ?? (await readLast(thread));
      for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
        const row: ThreadRecord = { id, tenant: installation.tenant, thread, n: n + 1, at: clock(), from: entry.from, sealKey: key.id, sealed };
        try {
          await records.threads.insert(row);
          lastN.set(thread, row.n);
          signals.news.publish(`thread/${thread}`);
          return { n: row.n, id, at: row.at, from: row.from, ...contentOf(entry) };
        } catch (e) {
          if (!(e instanceof DuplicateKey)) throw e;
          const there = await records.threads.get({ tenant: installation.tenant }, id);
          const [known] = there === null ? [] : open(there, key);
          if (known !== undefined) return known;
          n = await readLast(thread);
        }
      }
      throw new Bug(`thread ${thread} moved ${MAX_TRIES} times while one entry was added`, { code: 'thread.contended' });
    },
    async find(place, sendKey) {
      const { installation, thread, key } = await where(place);
      const row = await records.threads.get({ tenant: installation.tenant }, idOf('entry', thread, sendKey));
      return row === null ? null : (open(row, key)[0] ?? null);
    },
    async after(place, after, limit) {
      const { installation, thread, key } = await where(place);
      const rows = await records.threads.find({ tenant: installation.tenant }, { where: { thread, n: { gt: after } }, sort: [{ path: 'n', order: 'asc' }], limit });
      return rows.flatMap((row) => open(row, key));
    },
    async history(place, limit) {
      const { installation, thread, key } = await where(place);
      const scope = { tenant: installation.tenant };
      const [turns, rows] = await Promise.all([
        records.turns.find(scope, { where: { mailbox: thread, kind: 'message' }, sort: [{ path: 'seq', order: 'desc' }], limit }),
        records.threads.find(scope, { where: { thread }, sort: [{ path: 'n', order: 'desc' }], limit }),
      ]);
      // Oldest first before sorting: messages stored in the same millisecond keep the order of their turns.
      const written = turns.toReversed().flatMap((t): ThreadEntry[] => {
        if (t.sealKey !== key.id) return [];
        const { body } = openEvent(t, key);
        return body.type === 'message' ? [{ n: 0, id: body.hostMessageId, at: t.storedAt, from: 'shopper', message: body.message, replyTo: [] }] : [];
      });
      return [...written, ...rows.flatMap((row) => open(row, key))].sort((a, b) => a.at - b.at || a.n - b.n).slice(-limit);
    },
    follow(place, onNews) {
      let stop = () => {};
      let ended = false;
      void installations.byId(place.installation).then((installation) => {
        if (installation === null || ended) return;
        stop = signals.news.subscribe(`thread/${threadOf(installation.connector, installation.account, place.hostThread)}`, onNews);
        // Something may have come between the caller's last look and this moment.
        onNews();
      }, onNews);
      return () => {
        ended = true;
        stop();
      };
    },
  };
}

/** What of an entry is sealed. */
function contentOf({ message, replyTo, by }: { message: Message; replyTo: readonly string[]; by?: string | undefined }): Pick<ThreadEntry, 'message' | 'replyTo' | 'by'> {
  return { message, replyTo, ...(by === undefined ? {} : { by }) };
}
