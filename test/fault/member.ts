import { setTimeout as sleep } from 'node:timers/promises';
import { startPatient, type Home, type Patient } from './patient.js';
import { startWire, type Wire } from './wire.js';

/** What a process of the cluster does. */
export type Role = 'web' | 'worker' | 'jobs';

/** A process of the cluster that somebody starts again whenever it ends, with wires of its own to the servers. */
export interface Member {
  name: string;
  role: Role;
  /** The life it is in. */
  now(): Patient;
  /** The life it is in, once that listens: one that has only begun dies of a SIGTERM that it cannot hear yet. */
  up(): Promise<Patient>;
  /** How often it ended without being told to. */
  lives(): number;
  wires: { mongo: Wire; redis: Wire };
  /** From its next life on its clock is wrong by so much. */
  skew(ms: number): void;
  /** Ends it for good, as a supervisor would. Rejects when it does not end in peace. */
  stop(): Promise<void>;
}

const AGAIN_MS = 300;
/** How long a process may take to be up again before it is told to stop. */
const UP_MS = 90_000;

export async function startMember(name: string, role: Role, home: Omit<Home, 'env'>, servers: { mongoPort: number; redisPort: number; database: string; prefix: string }): Promise<Member> {
  const wires = { mongo: await startWire([servers.mongoPort]), redis: await startWire([servers.redisPort]) };
  let skewMs = 0;
  let stopping = false;
  let lives = 0;
  const over = new WeakSet<Patient>();
  let patient = begin();

  function begin(): Patient {
    lives += 1;
    const life = startPatient(
      {
        ...home,
        env: {
          PARLEY_ROLE: role,
          OPS_PORT: '0',
          MONGODB_URI: `mongodb://127.0.0.1:${wires.mongo.port}/${servers.database}`,
          REDIS_URL: `redis://127.0.0.1:${wires.redis.port}`,
          REDIS_PREFIX: servers.prefix,
          FAULT_CLOCK_SKEW_MS: String(skewMs),
        },
      },
      null,
    );
    void life.ended.then(async () => {
      over.add(life);
      if (stopping) return;
      await sleep(AGAIN_MS);
      if (!isStopping()) patient = begin();
    });
    return life;
  }
  const isStopping = (): boolean => stopping;

  async function up(): Promise<Patient> {
    const until = performance.now() + UP_MS;
    while (performance.now() < until) {
      const life = patient;
      const begun = await life.ready.then(() => true, () => false);
      if (begun && !over.has(life)) return life;
      await sleep(AGAIN_MS);
    }
    throw new Error(`${name} did not come up again: ${patient.complaints()}`);
  }

  await patient.ready;
  return {
    name,
    role,
    wires,
    now: () => patient,
    up,
    lives: () => lives,
    skew(ms) {
      skewMs = ms;
    },
    async stop() {
      const life = await up();
      stopping = true;
      const end = await life.stop();
      await Promise.all([wires.mongo.stop(), wires.redis.stop()]);
      if (end.code !== 0) throw new Error(`${name} did not stop in peace (${end.signal ?? end.code ?? ''}): ${life.complaints()}`);
    },
  };
}
