import { z } from 'zod';
import type { Stack } from '../../scripts/stack/stack.js';
import { until } from './until.js';

/** What the host's ledger holds of one exchange; the witness of what really went over the wire. */
export const LedgerEntry = z.object({ n: z.number(), kind: z.string(), direction: z.enum(['in', 'out']), key: z.string().optional(), status: z.number(), detail: z.record(z.string(), z.unknown()) });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** The parts of the overview that tests look at. */
export const Overview = z.object({
  connection: z.object({ state: z.string(), problem: z.string().nullable(), grantedScopes: z.array(z.string()), missingScopes: z.array(z.string()) }),
  settings: z.object({ siteKey: z.string() }),
  knowledge: z.object({ documents: z.number() }),
});
export type Overview = z.infer<typeof Overview>;

/** A merchant and the host they use: what staff see over the admin API, and what happened at the host. */
export interface Merchant {
  /** A request of the admin page, with a fresh session token of the host. */
  admin(path: string, init?: RequestInit): Promise<{ status: number; json: unknown }>;
  overview(): Promise<Overview>;
  /** Changes something at the host; answers with the ids of the webhooks it sent. */
  change(path: string, body: unknown): Promise<string[]>;
  /** Sets the host's faults; none without an argument. */
  faults(settings?: Record<string, unknown>): Promise<void>;
  /** What the ledger got after entry `since`. */
  ledger(since: number, filter?: { kind?: string; key?: string }): Promise<LedgerEntry[]>;
  /** The number of the ledger's last entry. */
  mark(): Promise<number>;
  /** Waits until nothing is under way between host and service, webhooks included. */
  settled(): Promise<void>;
}

export function merchantOf(stack: Stack): Merchant {
  const shop = `/shops/${stack.shop}`;
  const Ledger = z.object({ last: z.number(), entries: z.array(LedgerEntry) });

  async function admin(path: string, init: RequestInit = {}) {
    const { sessionToken } = z.object({ sessionToken: z.string() }).parse(await stack.control(`${shop}/session-token`, {}));
    const res = await fetch(`${stack.serviceUrl}/api/admin${path}`, { ...init, headers: { Authorization: `Bearer ${sessionToken}`, ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }) } });
    const text = await res.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    return { status: res.status, json };
  }

  return {
    admin,
    async overview() {
      const { status, json } = await admin('/overview');
      if (status !== 200) throw new Error(`the overview is not there: ${status} ${JSON.stringify(json)}`);
      return Overview.parse(json);
    },
    change: async (path, body) => z.object({ webhookIds: z.array(z.string()) }).parse(await stack.control(`${shop}${path}`, body)).webhookIds,
    async faults(settings = {}) {
      await stack.control(`${shop}/faults`, settings);
    },
    ledger: async (since, filter = {}) => Ledger.parse(await stack.control(`/ledger?${new URLSearchParams({ since: String(since), ...filter }).toString()}`)).entries,
    mark: async () => Ledger.parse(await stack.control('/ledger')).last,
    async settled() {
      await stack.control('/webhooks/settled', {});
      // The service acknowledges a webhook before it acts on it; its reading of the host afterwards is the last trace.
      let before = -1;
      await until(
        async () => {
          await new Promise((resolve) => setTimeout(resolve, 150));
          const now = Ledger.parse(await stack.control('/ledger')).last;
          const still = now === before;
          before = now;
          return still;
        },
        (still) => still,
        'a quiet moment at the host',
      );
    },
  };
}
