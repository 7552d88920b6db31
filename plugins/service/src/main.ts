import { ParleyError } from '@parley/core/contracts';
import { readConfig } from './config.js';
import { createLog } from './log.js';
import { startService } from './service.js';

// Model tracing would send shoppers' texts to a third party; it is off whatever the environment says.
for (const name of ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']) process.env[name] = 'false';

/** Until the service stands there is nothing in hand: then a signal ends the process at once. */
let stop = (): Promise<void> => Promise.resolve();

// First of all, since a process that is number 1 of its container gets no signal it has no handler for.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (e: unknown) => {
        process.stderr.write(`stopping failed: ${String(e)}\n`);
        process.exit(1);
      },
    );
  });
}

try {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const service = await startService({ config, log });
  stop = () => service.stop();
} catch (e) {
  const message = ParleyError.isInstance(e) ? e.message : e instanceof Error ? (e.stack ?? e.message) : String(e);
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
