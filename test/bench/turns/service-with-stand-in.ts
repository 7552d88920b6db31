// The service with a stand-in for a model call in every turn: so many milliseconds of waiting, and no more than so many at
// once in one process. What a model really costs is waiting, and that is what a second worker must be able to halve.
import { createLog, readConfig, startService } from '../../../plugins/service/src/index.js';

const waitMs = Number(process.env['STAND_IN_MS'] ?? '50');
const atOnce = Number(process.env['STAND_IN_AT_ONCE'] ?? '4');

const config = readConfig(process.env);
const service = await startService({ config, log: createLog(config.LOG_LEVEL) });
const { knowledge } = service.composition.engine;
// Asked once in every turn, while it is thought through.
const ready = knowledge.ready.bind(knowledge);
knowledge.ready = async (installations) => {
  await ready(installations);
  await place(() => new Promise((resolve) => setTimeout(resolve, waitMs)));
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void service.stop().then(() => process.exit(0)));

let free = atOnce;
const waiting: (() => void)[] = [];

async function place(run: () => Promise<void>): Promise<void> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    await run();
  } finally {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
}
