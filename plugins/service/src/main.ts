import { ParleyError } from '@parley/core/contracts';
import { readConfig } from './config.js';
import { createLog } from './log.js';
import { startService } from './service.js';

// Model tracing would send shoppers' texts to a third party; it is off whatever the environment says.
for (const name of ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']) process.env[name] = 'false';

try {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const service = await startService({ config, log });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      service.stop().then(
        () => process.exit(0),
        (e: unknown) => {
          log.error({ error: String(e) }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
} catch (e) {
  const message = ParleyError.isInstance(e) ? e.message : e instanceof Error ? (e.stack ?? e.message) : String(e);
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
