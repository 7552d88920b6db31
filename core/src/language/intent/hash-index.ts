/**
 * Finds the place of a number in a list: open addressing over two flat arrays. A `Map` of as many entries takes several
 * times as long for a message's few hundred look-ups, since its entries lie scattered in memory.
 */
export function hashIndex(keys: Int32Array): (key: number) => number {
  let room = 16;
  while (room < keys.length * 2) room *= 2;
  const mask = room - 1;
  const at = new Int32Array(room).fill(-1);
  const held = new Int32Array(room);
  keys.forEach((key, i) => {
    let slot = spread(key) & mask;
    while ((at[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    at[slot] = i;
    held[slot] = key;
  });
  return (key) => {
    let slot = spread(key) & mask;
    for (;;) {
      const found = at[slot] ?? -1;
      if (found < 0 || held[slot] === key) return found;
      slot = (slot + 1) & mask;
    }
  };
}

/** Feature hashes hold their kind in the lowest bits; spread so that kinds do not crowd together. */
function spread(key: number): number {
  const h = Math.imul(key, 0x9e3779b1);
  return h ^ (h >>> 15);
}
