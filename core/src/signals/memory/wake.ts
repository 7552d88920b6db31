import type { Log } from '../../contracts/index.js';
import type { Wake } from '../port.js';
import { Listeners } from './listeners.js';

/** Wake-ups within this process. */
export class MemoryWake implements Wake {
  readonly #listeners: Listeners<[string]>;

  constructor(log: Log | undefined) {
    this.#listeners = new Listeners(log);
  }

  wake(mailbox: string): void {
    this.#listeners.tell(mailbox);
  }

  onWake(listener: (mailbox: string) => void): () => void {
    return this.#listeners.add(listener);
  }

  comesHere(): boolean {
    return this.#listeners.size > 0;
  }

  clear(): void {
    this.#listeners.clear();
  }
}
