import path from 'node:path';
import type { Clock, Log } from '@parley/core/contracts';
import type { Master } from '@parley/core/security';
import { createMemoryJobs, createMemorySignals, openRedisJobs, openRedisSignals, type Jobs, type Signals } from '@parley/core/signals';
import { openMongoStore, openSqliteStore, type MongoCommand, type WholeStore } from '@parley/core/storage';
import type { ServiceConfig } from './config.js';
import { makeDataFolder } from './data-folder.js';

/** What Parley stands on: embedded in the process, or servers that many processes share. */
export interface Backends {
  store: WholeStore;
  signals: Signals;
  jobs: Jobs;
  /** Lets go of all of them; the store last, since the others may still write. */
  close(): Promise<void>;
}

/** Told of every operation that leaves the process for a shared server. */
export interface BackendWatch {
  onStoreCommand(command: MongoCommand): void;
  onSignalCommand(operation: string): void;
}

/** Opens what the configuration names. Throws the error family, with the variable that is wrong, when it cannot be used. */
export async function openBackends(deps: { config: ServiceConfig; master: Master; clock: Clock; log: Log; watch: BackendWatch }): Promise<Backends> {
  const { config, log } = deps;
  const { MONGODB_URI: mongo, REDIS_URL: redis } = config;
  if (mongo === undefined || redis === undefined) {
    await makeDataFolder(config.PARLEY_DATA);
    const store = await openSqliteStore({ file: path.join(config.PARLEY_DATA, 'parley.db'), log });
    return backends(store, createMemorySignals({ clock: deps.clock, log }), createMemoryJobs({ clock: deps.clock, log }));
  }
  return openShared(deps, mongo, redis);
}

async function openShared({ config, master, clock, log, watch }: { config: ServiceConfig; master: Master; clock: Clock; log: Log; watch: BackendWatch }, mongo: string, redis: string): Promise<Backends> {
  const opened: { close(): Promise<void> }[] = [];
  const opening = async <T extends { close(): Promise<void> }>(engine: Promise<T>): Promise<T> => {
    const one = await engine;
    opened.push(one);
    return one;
  };
  try {
    const store = await opening(openMongoStore({ uri: mongo, clock, log, onCommand: (command) => watch.onStoreCommand(command) }));
    // What shops hold of their customers is cached; outside of the process only sealed.
    const signals = await opening(openRedisSignals({ uri: redis, prefix: config.REDIS_PREFIX, track: config.PARLEY_TRACK, log, seal: master, onCommand: (operation) => watch.onSignalCommand(operation) }));
    const jobs = await opening(openRedisJobs({ uri: redis, prefix: config.REDIS_PREFIX, clock, log }));
    return backends(store, signals, jobs);
  } catch (e) {
    for (const one of opened.toReversed()) await one.close();
    throw e;
  }
}

function backends(store: WholeStore, signals: Signals, jobs: Jobs): Backends {
  return {
    store,
    signals,
    jobs,
    async close() {
      await jobs.close();
      await signals.close();
      await store.close();
    },
  };
}
