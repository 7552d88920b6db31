import { describe } from '@jest/globals';
import { describeBlobs } from './blobs.js';
import { describeChanges } from './changes.js';
import { describeDocuments } from './documents.js';
import type { OpenStore } from './harness.js';
import { describeLife } from './life.js';
import { describeQueries } from './queries.js';
import { describeRaces } from './races.js';

export type { OpenedStore, OpenStore } from './harness.js';

/** All that the storage port promises. Every engine calls this with a way to open an empty store; nothing in here knows which engine it is. */
export function describeStore(name: string, open: OpenStore): void {
  describe(`store: ${name}`, () => {
    describe('documents', () => describeDocuments(open));
    describe('queries', () => describeQueries(open));
    describe('changes', () => describeChanges(open));
    describe('races', () => describeRaces(open));
    describe('blobs', () => describeBlobs(open));
    describe('life', () => describeLife(open));
  });
}
