import { createHash } from 'node:crypto';
import type { RedisLink } from './link.js';

/** A Lua script that runs in one round trip: by its digest, and by its text only where the server does not know it yet. */
export class Script {
  readonly #lua: string;
  readonly #sha: string;
  readonly #operation: string;

  /** @param operation what it is for, as counts show it */
  constructor(operation: string, lua: string) {
    this.#operation = operation;
    this.#lua = lua;
    this.#sha = createHash('sha1').update(lua).digest('hex');
  }

  async run(link: RedisLink, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await link.send(this.#operation, (client) => client.evalsha(this.#sha, keys.length, ...keys, ...args));
    } catch (e) {
      // A server that was restarted has forgotten it.
      if (!(e instanceof Error && e.message.startsWith('NOSCRIPT'))) throw e;
      return link.send(this.#operation, (client) => client.eval(this.#lua, keys.length, ...keys, ...args));
    }
  }
}
