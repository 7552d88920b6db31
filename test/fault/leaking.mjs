// Preloaded into a service (`--import`) to make it leak on purpose: memory, a handle and an open file every tenth of a second.
import { closeSync, openSync } from 'node:fs';

const TICK_MS = 100;
/** Some 25 megabytes a second: far beyond what a healthy service's heap grows by while it warms up, even where a busy machine misses ticks and its kernel takes idle memory back. */
const HEAP_BYTES_A_TICK = 2_400_000;

// The sandbox, which is started with the same environment, stays whole.
if (process.env['PARLEY_DATA'] !== undefined) {
  const kept = [];
  const files = [];
  const timers = [];
  const leak = setInterval(() => {
    // Numbers in an array lie on the heap; a Buffer would lie outside it.
    kept.push(Array.from({ length: HEAP_BYTES_A_TICK / 8 }, (_, n) => n + 0.5));
    timers.push(setTimeout(() => {}, 3_600_000));
    files.push(openSync('/dev/null', 'r'));
  }, TICK_MS);
  process.once('SIGTERM', () => {
    // What keeps a process alive would be taken for a stop that hangs.
    for (const timer of [leak, ...timers]) clearTimeout(timer);
    for (const file of files) closeSync(file);
  });
}
