import type { Labelled } from './labelled.js';

/** The folds of a cross-validation: rows in a fixed random order, every k-th held out in turn. */
export function foldsOf(rows: readonly Labelled[], folds: number): { train: Labelled[]; test: Labelled[] }[] {
  const order = shuffled(rows);
  return Array.from({ length: folds }, (_, k) => ({ train: order.filter((_row, i) => i % folds !== k), test: order.filter((_row, i) => i % folds === k) }));
}

const SEED = 7;

/** Fisher-Yates with a linear congruential generator (Numerical Recipes): the same order on every machine. */
function shuffled(rows: readonly Labelled[]): Labelled[] {
  const out = [...rows];
  let state = SEED;
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 4_294_967_296) * (i + 1));
    const a = out[i];
    const b = out[j];
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
  }
  return out;
}
