import { describe } from '@jest/globals';
import { describeBlobs } from './blobs.js';
import { describeBodies } from './bodies.js';
import { describeChanges } from './changes.js';
import { describeDocuments } from './documents.js';
import type { OpenStore } from './harness.js';
import { describeLife } from './life.js';
import { describeQueries } from './queries.js';
import { describeRaces } from './races.js';

export type { OpenedStore, OpenStore } from './harness.js';

/** What an engine's run of the suite differs in. */
export interface SuiteOptions {
  /** Cases that cannot be shown on the server at hand -> the reason. Never an engine's own shortcoming. */
  exempt?: ReadonlyMap<string, string>;
  /** How many append to one sequence at once; 500 when left out. Attempts grow with its square, and an engine in another process pays a round trip for each. */
  racers?: number;
}

/** All that the storage port promises. Every engine calls this with a way to open an empty store; nothing in here knows which engine it is. */
export function describeStore(name: string, open: OpenStore, { exempt = new Map(), racers = 500 }: SuiteOptions = {}): void {
  describe(`store: ${name}`, () => {
    describe('documents', () => describeDocuments(open));
    describe('bodies', () => describeBodies(open));
    describe('queries', () => describeQueries(open));
    describe('changes', () => describeChanges(open, exempt));
    describe('races', () => describeRaces(open, racers));
    describe('blobs', () => describeBlobs(open));
    describe('life', () => describeLife(open));
  });
}
