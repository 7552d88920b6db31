import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Report, type AccountList, type Counts, type Point } from './accounts.js';
import { ended, runChild, tailOf, type End } from './child-process.js';

const START_MS = 60_000;
const ANSWER_MS = 5_000;

/** Where the service under test lives; the same in every one of its lives. */
export interface Home {
  folder: string;
  port: number;
  accounts: AccountList;
  /** Further variables, for a process among several. */
  env?: Readonly<Record<string, string>>;
}

/** One life of the service under test. */
export interface Patient {
  /** Resolves when it listens; rejects when it ends before. */
  ready: Promise<void>;
  ended: Promise<End>;
  kill(): void;
  /** Stops it without ending it, and lets it go on. */
  freeze(): void;
  thaw(): void;
  /** What is stored and unfinished; null when it did not answer. */
  counts(): Promise<Counts | null>;
  /** Ends it as a supervisor would. */
  stop(): Promise<End>;
  /** The newest of what it complained of. */
  complaints(): string;
}

/** Starts the service, to die by its own hand at a point where one is given. */
export function startPatient(home: Home, dieAt: { point: Point; nth: number } | null): Patient {
  const child = runChild(new URL('./service-under-test.ts', import.meta.url), {
    PORT: String(home.port),
    PARLEY_URL: `http://127.0.0.1:${home.port}`,
    PARLEY_DATA: home.folder,
    PARLEY_SECRETS: 'a master secret for fault tests only',
    SHOPIFY_API_KEY: 'unused',
    SHOPIFY_API_SECRETS: 'unused',
    FAULT_ACCOUNTS: JSON.stringify(home.accounts),
    ...home.env,
    ...(dieAt === null ? {} : { FAULT_KILL_AT: dieAt.point, FAULT_KILL_NTH: String(dieAt.nth) }),
  });
  const complaints = tailOf(child);
  const end = ended(child);
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the service did not start in time: ${complaints()}`)), START_MS);
    child.on('message', (message) => {
      if (Report.parse(message).is !== 'ready') return;
      clearTimeout(timer);
      resolve();
    });
    void end.then((how) => {
      clearTimeout(timer);
      reject(new Error(`the service ended before it listened (${how.signal ?? how.code ?? ''}): ${complaints()}`));
    });
  });
  // A life that ends early is judged by how it ended.
  ready.catch(() => {});

  return {
    ready,
    ended: end,
    complaints,
    kill: () => void child.kill('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async counts() {
      const answer = new Promise<Counts>((resolve) => {
        const hear = (message: unknown): void => {
          const report = Report.parse(message);
          if (report.is !== 'counts') return;
          child.off('message', hear);
          resolve({ stored: report.stored, open: report.open, held: report.held });
        };
        child.on('message', hear);
      });
      child.send('counts');
      const late = new AbortController();
      const given = await Promise.race([answer, sleep(ANSWER_MS, null, { signal: late.signal })]);
      late.abort();
      return given;
    },
    async stop() {
      child.kill('SIGTERM');
      return end;
    },
  };
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
