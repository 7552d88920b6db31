import type { Flow } from './flow.js';
import { humanFlow } from './human.js';
import { orderFlow } from './order-flow.js';
import { policyQuestion } from './policy-question.js';
import { productQuestion } from './product-question.js';
import { request } from './request.js';
import { smallTalk } from './small-talk.js';
import { unknownFlow } from './unknown.js';

export * from './flow.js';
export { askedForAddress } from './human.js';
export { formatFor, momentFor, type Format } from './format.js';
export { orderCard } from './order-card.js';
export { phrase, PHRASE_IDS, type PhraseId } from './phrases/index.js';
export { Say, say, sayWhenDone } from './say.js';
export { joinResults } from './several.js';

const ALL: readonly Flow[] = [humanFlow, orderFlow, policyQuestion, productQuestion, request, smallTalk, unknownFlow];

/** Every flow by its id. */
export const FLOWS: ReadonlyMap<string, Flow> = new Map(ALL.map((f) => [f.id, f]));
