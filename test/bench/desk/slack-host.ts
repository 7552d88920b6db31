import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { Ledger, type LedgerEntry } from '../../../plugins/sandbox/src/ledger/ledger.js';
import { mountSlackHost } from '../../../plugins/sandbox/src/slack/index.js';
import { SLACK_KEYS, WORKSPACE } from '../../../scripts/stack/connect-slack.js';

const MANIFEST = fileURLToPath(new URL('../../../manifests/slack/manifest.json', import.meta.url));

/** A strict Slack in this process, so that what arrives is timed where it arrives. */
export interface SlackHost {
  url: string;
  ledger: Ledger;
  /** Told of everything that arrives, at once. */
  onEntry(hear: (entry: LedgerEntry) => void): void;
  control(path: string, body?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export async function startSlackHost(appUrl: string): Promise<SlackHost> {
  const ledger = new Ledger();
  const app = express();
  let url = '';
  const host = mountSlackHost(app, ledger, { app: { ...SLACK_KEYS, requestUrl: `${appUrl}/slack/events` }, origin: () => url, manifest: JSON.parse(readFileSync(MANIFEST, 'utf8')) as unknown, timeFactor: 0.1 });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    ledger,
    onEntry: (hear) => void ledger.watch(hear),
    async control(path, body) {
      const res = await fetch(`${url}/control${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const answer: unknown = await res.json();
      if (!res.ok) throw new Error(`${path}: ${res.status} ${JSON.stringify(answer)}`);
      return answer;
    },
    async close() {
      host.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export { WORKSPACE };
