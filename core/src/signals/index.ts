export * from './port.js';
export { createMemorySignals } from './memory/signals.js';
