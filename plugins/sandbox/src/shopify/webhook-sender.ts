// Sends webhooks the way Shopify does: signed, five seconds to answer, eight retries over four hours, in no
// particular order. https://shopify.dev/docs/apps/build/webhooks
import { randomUUID } from 'node:crypto';
import type { Ledger } from '../ledger/ledger.js';
import type { AppManifest } from './app-manifest.js';
import { failureReason } from './failure-reason.js';
import { writeJson, type Writable } from './lossless.js';
import { forgedSignature, signWebhook } from './signatures.js';
import type { ShopModel } from './shop-model.js';

/** How long an endpoint has to answer, in milliseconds. */
export const ANSWER_WITHIN_MS = 5000;

/** Waits before the eight retries, in seconds; together four hours. */
const RETRY_AFTER_S = [60, 120, 300, 600, 1200, 2100, 3600, 6420] as const;

/** How long the reordering fault holds a webhook back when no second one comes to go first. */
const HOLD_MS = 1000;

/** What the sender needs. `timeFactor` shortens the waits between attempts (1 is real time), never the time to answer. */
interface WebhookSenderOptions {
  readonly manifest: AppManifest;
  readonly secret: string;
  readonly ledger: Ledger;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly timeFactor: number;
  /** How long an endpoint has, in milliseconds; the real host gives ANSWER_WITHIN_MS. */
  readonly answerWithinMs: number;
}

interface Delivery {
  readonly shop: ShopModel;
  readonly topic: string;
  readonly url: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly webhookId: string;
}

/** The sending side of the host. One per sandbox. */
export class WebhookSender {
  readonly #options: WebhookSenderOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #held = new Map<string, { delivery: Delivery; timer: NodeJS.Timeout }>();
  readonly #waits = new Map<NodeJS.Timeout, () => void>();
  readonly #stop = new AbortController();

  constructor(options: WebhookSenderOptions) {
    this.#options = options;
  }

  /** Deliveries that are not settled: under way, waiting for a retry, or held back. */
  get pending(): number {
    return this.#running.size + this.#held.size;
  }

  /**
   * Sends one event to every subscription of its topic, and returns the webhook ids. Nothing goes out for a topic
   * that is not subscribed, nor, after an uninstall, for any but `app/uninstalled` and the compliance topics.
   */
  send(shop: ShopModel, topic: string, payload: Writable): string[] {
    return this.sendText(shop, topic, writeJson(payload));
  }

  /** The same with a body that is already text; it need not be JSON. */
  sendText(shop: ShopModel, topic: string, text: string): string[] {
    const { manifest, now } = this.#options;
    const compliance = manifest.compliance.filter((s) => s.topic === topic);
    const ordinary = shop.install !== null || topic === 'app/uninstalled' ? manifest.subscriptions.filter((s) => s.topic === topic) : [];
    const body = Buffer.from(text, 'utf8');
    const eventId = randomUUID();
    return [...compliance, ...ordinary].map((subscription) => {
      const webhookId = randomUUID();
      const headers = {
        'Content-Type': 'application/json',
        'User-Agent': 'Shopify-Captain-Hook',
        'X-Shopify-Topic': topic,
        'X-Shopify-Shop-Domain': shop.domain,
        'X-Shopify-API-Version': manifest.apiVersion,
        'X-Shopify-Webhook-Id': webhookId,
        'X-Shopify-Event-Id': eventId,
        'X-Shopify-Triggered-At': now().toISOString(),
        ...(subscription.name === null ? {} : { 'X-Shopify-Name': subscription.name }),
      };
      this.#queue({ shop, topic, url: subscription.url, body, headers, webhookId });
      return webhookId;
    });
  }

  /** Resolves when nothing is pending any more. */
  async settled(): Promise<void> {
    while (this.pending > 0) {
      for (const domain of [...this.#held.keys()]) this.#release(domain);
      await Promise.all(this.#running);
    }
  }

  /** Drops everything that is pending and ends what is under way. The sender is of no use afterwards. */
  async close(): Promise<void> {
    this.#stop.abort();
    for (const { timer } of this.#held.values()) clearTimeout(timer);
    this.#held.clear();
    for (const [timer, wake] of this.#waits) {
      clearTimeout(timer);
      wake();
    }
    this.#waits.clear();
    await Promise.all(this.#running);
  }

  #queue(delivery: Delivery): void {
    const { domain, faults } = delivery.shop;
    const first = this.#held.get(domain);
    if (first !== undefined) {
      // The one held back goes after this one: that is the wrong order.
      clearTimeout(first.timer);
      this.#held.delete(domain);
      this.#start(async () => {
        await this.#deliver(delivery);
        await this.#deliver(first.delivery);
      });
    } else if (faults.reorderWebhooks) {
      this.#held.set(domain, { delivery, timer: setTimeout(() => this.#release(domain), HOLD_MS) });
    } else {
      this.#start(() => this.#deliver(delivery));
    }
  }

  #release(domain: string): void {
    const held = this.#held.get(domain);
    if (held === undefined) return;
    clearTimeout(held.timer);
    this.#held.delete(domain);
    this.#start(() => this.#deliver(held.delivery));
  }

  #start(work: () => Promise<void>): void {
    const run = work().finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #deliver(delivery: Delivery): Promise<void> {
    await this.#attempts(delivery);
    if (delivery.shop.faults.duplicateWebhooks && !this.#stopped()) await this.#attempts(delivery);
  }

  async #attempts(delivery: Delivery): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      if (await this.#attempt(delivery, attempt)) return;
      if (this.#stopped()) return;
      const wait = RETRY_AFTER_S[attempt - 1];
      if (wait === undefined) {
        this.#record(delivery, attempt, 0, 0, 'given up');
        return;
      }
      await this.#sleep(wait * 1000 * this.#options.timeFactor);
      if (this.#stopped()) return;
    }
  }

  /** One attempt; true when the endpoint answered with 2xx. */
  async #attempt(delivery: Delivery, attempt: number): Promise<boolean> {
    const { secret } = this.#options;
    const signature = delivery.shop.faults.badWebhookSignature ? forgedSignature() : signWebhook(secret, delivery.body);
    const started = performance.now();
    try {
      const answer = await this.#options.fetch(delivery.url, {
        method: 'POST',
        headers: { ...delivery.headers, 'X-Shopify-Hmac-Sha256': signature },
        body: new Uint8Array(delivery.body),
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(this.#options.answerWithinMs), this.#stop.signal]),
      });
      await answer.arrayBuffer();
      this.#record(delivery, attempt, answer.status, performance.now() - started, null);
      return answer.ok;
    } catch (error) {
      this.#record(delivery, attempt, 0, performance.now() - started, failureReason(error));
      return false;
    }
  }

  #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  #record(delivery: Delivery, attempt: number, status: number, ms: number, reason: string | null): void {
    this.#options.ledger.append({
      direction: 'out',
      host: 'shopify',
      kind: reason === 'given up' ? 'webhook-given-up' : 'webhook',
      shop: delivery.shop.domain,
      key: delivery.webhookId,
      status,
      ms: Math.round(ms),
      detail: { topic: delivery.topic, url: delivery.url, attempt, eventId: delivery.headers['X-Shopify-Event-Id'], ...(reason === null ? {} : { reason }) },
    });
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waits.delete(timer);
        resolve();
      }, ms);
      this.#waits.set(timer, resolve);
    });
  }
}
