// What the sandbox saw and what it sent, in the order it happened. Fault tests ask the ledger, never the service,
// what really went over the wire; so it is written synchronously and belongs to the sandbox's own process.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** One thing that happened. `direction` is seen from the sandbox: `in` came to it, `out` was sent by it. */
export const ledgerEntry = z.object({
  n: z.number().int().positive(),
  at: z.string(),
  direction: z.enum(['in', 'out']),
  host: z.string(),
  kind: z.string(),
  shop: z.string().optional(),
  key: z.string().optional(),
  status: z.number().int(),
  ms: z.number(),
  detail: z.record(z.string(), z.unknown()),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** What a caller hands over: the number and the time are the ledger's to give; `ms` and `detail` may be left out. */
export type LedgerDraft = Omit<LedgerEntry, 'n' | 'at' | 'ms' | 'detail' | 'shop' | 'key'> & {
  shop?: string | undefined;
  key?: string | undefined;
  ms?: number;
  detail?: Record<string, unknown>;
};

/** Fields that must be equal; what is left out matches everything. */
export type LedgerFilter = { readonly [K in 'direction' | 'host' | 'kind' | 'shop' | 'key' | 'status']?: LedgerEntry[K] | undefined };

/**
 * Append-only record, in memory and, when a file is named, as one JSON object per line in it. Lines of an earlier
 * run in the same file are read back first, so numbers never repeat within a file. A file that holds anything but
 * ledger lines makes the constructor throw; a torn last line (the sandbox itself was killed) is dropped.
 */
export class Ledger {
  readonly #entries: LedgerEntry[] = [];
  readonly #file: string | null;
  readonly #now: () => Date;
  readonly #watchers = new Set<(entry: LedgerEntry) => void>();

  constructor(options: { file?: string | null; now?: () => Date } = {}) {
    this.#file = options.file ?? null;
    this.#now = options.now ?? (() => new Date());
    if (this.#file !== null) {
      mkdirSync(dirname(this.#file), { recursive: true });
      if (existsSync(this.#file)) this.#readBack(this.#file);
    }
  }

  /** Records one thing and returns the entry as kept. The file write is done when this returns. */
  append(draft: LedgerDraft): LedgerEntry {
    const { shop, key, ...rest } = draft;
    const entry: LedgerEntry = {
      n: this.last() + 1,
      at: this.#now().toISOString(),
      ...rest,
      ...(shop === undefined ? {} : { shop }),
      ...(key === undefined ? {} : { key }),
      ms: draft.ms ?? 0,
      detail: draft.detail ?? {},
    };
    this.#entries.push(entry);
    if (this.#file !== null) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
    for (const watcher of this.#watchers) watcher(entry);
    return entry;
  }

  /** Entries with a number above `n`, oldest first; `since(0)` is everything. */
  since(n: number): LedgerEntry[] {
    const first = this.#entries[0]?.n ?? 1;
    return this.#entries.slice(Math.max(0, n + 1 - first));
  }

  /** Entries whose named fields are equal to the filter's, oldest first. */
  find(filter: LedgerFilter): LedgerEntry[] {
    return this.#entries.filter(
      (e) =>
        (filter.direction === undefined || e.direction === filter.direction) &&
        (filter.host === undefined || e.host === filter.host) &&
        (filter.kind === undefined || e.kind === filter.kind) &&
        (filter.shop === undefined || e.shop === filter.shop) &&
        (filter.key === undefined || e.key === filter.key) &&
        (filter.status === undefined || e.status === filter.status),
    );
  }

  /** The number of the newest entry, 0 when there is none. */
  last(): number {
    return this.#entries.at(-1)?.n ?? 0;
  }

  /** Calls back for every new entry; returns how to stop. */
  watch(watcher: (entry: LedgerEntry) => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** Forgets everything, in memory and in the file. Only a test that starts over calls this. */
  clear(): void {
    this.#entries.length = 0;
    if (this.#file !== null) writeFileSync(this.#file, '');
  }

  #readBack(file: string): void {
    const text = readFileSync(file, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    for (const line of whole.split('\n')) {
      if (line !== '') this.#entries.push(ledgerEntry.parse(JSON.parse(line)));
    }
    if (whole !== text) writeFileSync(file, whole);
  }
}
