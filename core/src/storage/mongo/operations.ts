import { Bug } from '../../contracts/index.js';
import { asStorageError } from './mongo-errors.js';

/** Every operation of a store passes here: none begins after closing, closing waits for those under way, errors become the family's. */
export class Operations {
  readonly #underWay = new Set<Promise<unknown>>();
  #closed = false;

  /** @param doing what is done, for the error; @param writing whether data is to be changed */
  async run<R>(doing: string, writing: boolean, work: () => Promise<R>): Promise<R> {
    if (this.#closed) throw new Bug(`${doing}: the store is closed`, { code: 'storage.closed' });
    const running = work();
    this.#underWay.add(running);
    try {
      return await running;
    } catch (error) {
      throw asStorageError(error, doing, writing);
    } finally {
      this.#underWay.delete(running);
    }
  }

  /** Refuses what comes from now on and resolves once what was begun has ended, well or not. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled([...this.#underWay]);
  }
}
