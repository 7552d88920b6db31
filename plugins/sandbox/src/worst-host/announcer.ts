// Tells the app that there is something new: signed, three attempts, one passive reply taken from the answer.
import type { Ledger } from '../ledger/ledger.js';
import type { Account } from './account.js';
import { encode } from './bare-integers.js';
import { recordSend } from './records.js';
import { send } from './sending.js';
import { sign, SIGNATURE_HEADER } from './signature.js';
import type { WorstState } from './state.js';

/** Calls to one account that may be under way at once; the rest wait in line. */
const AT_ONCE = 64;

interface Announcement {
  readonly account: Account;
  readonly id: bigint;
  readonly thread: string | null;
  readonly attempt: number;
}

/** One per host. `call` is fetch. */
export class Announcer {
  readonly #line = new Map<Account, { waiting: Announcement[]; head: number; busy: number }>();
  #stopped = false;

  constructor(readonly state: () => WorstState, readonly ledger: Ledger, readonly call: typeof fetch) {}

  /** Puts the announcement of one event in line, as often as the account's faults say. */
  announce(account: Account, thread: string | null): void {
    const id = this.state().nextId();
    for (let n = account.dice.announcements(); n > 0; n--) this.#enqueue({ account, id, thread, attempt: 1 });
  }

  /** No call begins after this. */
  stop(): void {
    this.#stopped = true;
  }

  #enqueue(announcement: Announcement): void {
    const line = this.#line.get(announcement.account) ?? { waiting: [], head: 0, busy: 0 };
    this.#line.set(announcement.account, line);
    line.waiting.push(announcement);
    this.#next(announcement.account);
  }

  #next(account: Account): void {
    const line = this.#line.get(account);
    // An account that was replaced is silent from then on.
    if (!line || this.#stopped || this.state().accounts.get(account.name) !== account) return;
    while (line.busy < AT_ONCE) {
      const announcement = line.waiting[line.head];
      if (!announcement) break;
      line.head += 1;
      if (line.head > 1_000) {
        line.waiting.splice(0, line.head);
        line.head = 0;
      }
      line.busy += 1;
      void this.#deliver(announcement).finally(() => {
        line.busy -= 1;
        this.#next(account);
      });
    }
  }

  async #deliver(announcement: Announcement): Promise<void> {
    const { account, id, thread, attempt } = announcement;
    const state = this.state();
    const body = encode({ account: account.name, announcement: id, thread, waiting: account.waiting });
    const began = performance.now();
    let status = 0;
    let error: string | null = null;
    let reply: unknown;
    try {
      const response = await this.call(account.setup.webhookUrl, {
        method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(account.setup.acknowledgeMs),
        headers: { 'content-type': 'application/json', 'x-worst-attempt': String(attempt), [SIGNATURE_HEADER]: sign(account.setup.secret, body, state.now()) },
      });
      reply = replyIn(await response.text());
      status = response.status;
    } catch (failure) {
      error = failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
    }
    const ok = status >= 200 && status < 300;
    this.ledger.append({
      direction: 'out', host: 'worst', kind: 'worst-host.announce', key: id.toString(), status, ms: performance.now() - began,
      detail: { account: account.name, thread, attempt, ok, error },
    });
    if (ok) {
      if (reply !== undefined) this.#passive(account, thread, reply);
      return;
    }
    const pause = account.setup.retryDelaysMs[attempt - 1];
    if (pause !== undefined) state.later(pause, () => this.#enqueue({ ...announcement, attempt: attempt + 1 }));
  }

  #passive(account: Account, thread: string | null, reply: unknown): void {
    const state = this.state();
    const body: unknown = typeof reply === 'object' && reply !== null ? { ...reply, thread } : reply;
    recordSend(state, account, send(state, account, body, undefined, true), { withheld: null, passive: true, ms: 0 });
  }
}

/** The `reply` of an acknowledgement; undefined when the body is empty, is not JSON or has none. */
function replyIn(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'reply' in body ? (body.reply ?? undefined) : undefined;
  } catch {
    // Anything may stand in an acknowledgement; only JSON can hold a reply.
    return undefined;
  }
}
