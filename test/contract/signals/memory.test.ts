import { createMemorySignals } from '@parley/core/signals';
import { describeSignals } from './suite.js';

describeSignals('memory', () => {
  let now = Date.UTC(2026, 0, 1);
  const signals = createMemorySignals({ clock: () => now });
  return Promise.resolve({
    signals,
    pass: (ms) => {
      now += ms;
      return Promise.resolve();
    },
    settled: () => new Promise((resolve) => setImmediate(resolve)),
    dispose: () => signals.close(),
  });
});
