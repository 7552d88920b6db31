import { z } from 'zod';
import type { AccountList } from './accounts.js';
import { ended, runChild, tailOf } from './child-process.js';

const Entry = z.object({ n: z.number(), at: z.string(), kind: z.string(), key: z.string().optional(), detail: z.looseObject({ account: z.string(), thread: z.string().nullish() }) });
const Page = z.object({ last: z.number(), entries: z.array(Entry) });
export type LedgerEntry = z.infer<typeof Entry>;

/** A message a shopper writes at the host. */
export interface Written {
  account: string;
  thread: string;
  identity: string;
  id: string;
  text: string;
}

/** The sandbox as a process of its own: the host, and the ledger of what it really saw. It is never killed. */
export interface Witness {
  url: string;
  account(a: AccountList[number], webhookUrl: string, faults: object): Promise<void>;
  write(messages: readonly Written[]): Promise<void>;
  /** Ledger entries of one kind, oldest first. */
  ledger(kind: string): Promise<LedgerEntry[]>;
  stop(): Promise<void>;
}

const START_MS = 60_000;

export async function startWitness(folder: string): Promise<Witness> {
  const child = runChild(new URL('../../plugins/sandbox/src/main.ts', import.meta.url), { SANDBOX_PORT: '0', SANDBOX_DATA: folder });
  const tail = tailOf(child);
  const port = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the sandbox did not start in time: ${tail()}`)), START_MS);
    const look = (): void => {
      const found = /sandbox listening on http:\/\/[^:]+:(\d+)/.exec(tail())?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      child.stdout?.off('data', look);
      resolve(found);
    };
    child.stdout?.on('data', look);
    void ended(child).then(() => {
      clearTimeout(timer);
      reject(new Error(`the sandbox ended: ${tail()}`));
    });
  });
  const url = `http://127.0.0.1:${port}`;

  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${url}/control${path}`, { method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  return {
    url,
    async account(a, webhookUrl, faults) {
      await call('PUT', `/worst/accounts/${a.account}`, { flavour: a.flavour, secret: a.secret, pathSecret: a.pathSecret, webhookUrl, faults });
    },
    async write(messages) {
      await call('POST', '/worst/messages', { messages });
    },
    ledger: async (kind) => Page.parse(await call('GET', `/ledger?host=worst&kind=${kind}`)).entries,
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}
