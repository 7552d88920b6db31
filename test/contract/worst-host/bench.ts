import { createServer } from 'node:http';
import express from 'express';
import { z } from 'zod';
import { Ledger, type LedgerEntry } from '../../../plugins/sandbox/src/ledger/ledger.js';
import { mountWorstHost } from '../../../plugins/sandbox/src/worst-host/index.js';
import type { Flavour } from './flavour.js';
import type { WorstAccess } from './credentials.js';

/** What a fault test switches on; shares between 0 and 1. See the host's protocol.md. */
export interface HostFaults {
  withhold?: number;
  withholdHow?: 'close' | 'hang';
  lie?: number;
  tooFast?: number;
  retryAfter?: number;
  unavailable?: number;
  internal?: number;
  showsAfterMs?: number;
  announceNever?: number;
}

const Thread = z.object({
  taken: z.number(),
  assignments: z.array(z.object({ assignment: z.string(), state: z.string(), note: z.string(), notes: z.array(z.string()) })),
  messages: z.array(z.object({ id: z.string(), from: z.enum(['shopper', 'app', 'agent']), reference: z.string().nullable(), text: z.string() })),
});
export type HostThread = z.infer<typeof Thread>;

/** A worst host in this process, on a clock that a test owns. */
export interface WorstBench {
  url: string;
  ledger: Ledger;
  now: () => number;
  pass(ms: number): void;
  /** Makes an account and gives what an installation of it needs. Announcements go to `webhookUrl`. */
  account(name: string, flavour: Flavour, more?: { webhookUrl?: string; actionMs?: number | null; faults?: HostFaults }): Promise<WorstAccess>;
  /** A shopper writes. */
  write(account: string, thread: string, id: string, text: string): Promise<void>;
  faults(account: string, faults: HostFaults): Promise<void>;
  control(path: string, body: object): Promise<void>;
  thread(account: string, thread: string): Promise<HostThread>;
  /** Texts the app got shown in a thread, in order. */
  shown(account: string, thread: string): Promise<string[]>;
  /** Sends the host took: what the shopper got to see. */
  taken(account: string): LedgerEntry[];
  close(): Promise<void>;
}

export const SECRET = 'the secret both sides sign with';
export const PATH_SECRET = 'path-s3cr3t';

/** Starts one on a free port. */
export async function startWorstHost(start: number): Promise<WorstBench> {
  let time = start;
  const app = express();
  const ledger = new Ledger({ now: () => new Date(time) });
  const worst = mountWorstHost(app, ledger, { now: () => new Date(time) });
  const server = createServer(app);
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    }),
  );
  const url = `http://127.0.0.1:${port}`;

  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${url}/control/worst${path}`, { method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }
  const threadOf = async (account: string, thread: string): Promise<HostThread> => Thread.parse(await control('GET', `/threads?account=${account}&thread=${encodeURIComponent(thread)}`));

  return {
    url,
    ledger,
    now: () => time,
    pass: (ms) => {
      time += ms;
    },
    async account(name, flavour, more = {}) {
      // Where nobody listens for announcements none are sent: the app pulls by itself.
      const { webhookUrl, faults, ...rest } = more;
      await control('PUT', `/accounts/${name}`, { flavour, secret: SECRET, pathSecret: PATH_SECRET, webhookUrl: webhookUrl ?? `${url}/nobody`, retryDelaysMs: [20, 20], faults: webhookUrl === undefined ? { announceNever: 1, ...faults } : (faults ?? {}), ...rest });
      return { secret: SECRET, pathSecret: PATH_SECRET, host: url };
    },
    async write(account, thread, id, text) {
      await control('POST', '/messages', { account, thread, identity: `shopper of ${thread}`, id, text });
    },
    async faults(account, faults) {
      await control('POST', '/faults', { account, faults: { announceNever: 1, ...faults } });
    },
    async control(path, body) {
      await control('POST', path, body);
    },
    thread: threadOf,
    shown: async (account, thread) => (await threadOf(account, thread)).messages.filter((m) => m.from === 'app').map((m) => m.text),
    taken: (account) => ledger.find({ kind: 'worst-host.send' }).filter((e) => e.detail['account'] === account && e.detail['accepted'] === true),
    async close() {
      worst.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
