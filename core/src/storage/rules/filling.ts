import { Rejected } from '../../contracts/index.js';
import type { Snapshot } from '../port.js';

/** What a store that holds something is refused as a restore's target with; null when it is empty. */
export function notEmpty(target: string, { collections, blobs }: Snapshot): Rejected | null {
  const held = [...collections.filter(({ count }) => count > 0).map(({ name, count }) => `${count} in ${name}`), ...(blobs > 0 ? [`${blobs} blobs`] : [])];
  if (held.length === 0) return null;
  return new Rejected(`${target} is not empty (${held.slice(0, 3).join(', ')}${held.length > 3 ? ', …' : ''}): a restore never mixes two stores, so name a new one or move this one away.`, { code: 'storage.not-empty' });
}

/** What a store that a restore began to fill and did not finish is refused with. */
export function unfinished(target: string): Rejected {
  return new Rejected(`${target} holds a restore that did not come to its end: delete it and restore again.`, { code: 'storage.unfinished-restore' });
}
