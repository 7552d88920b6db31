import { Runnable, RunnableSequence } from '@langchain/core/runnables';
import type { RateLimit } from '../contracts/index.js';
import type { Classifier } from '../language/index.js';
import type { Identities } from '../security/index.js';
import type { Handoffs } from './handoff/handoffs.js';
import type { Sessions } from './session.js';
import type { ShopOf } from './shop.js';
import { actStep } from './steps/act.js';
import { composeStep } from './steps/compose.js';
import { decideStep } from './steps/decide.js';
import { guardStep } from './steps/guard.js';
import { maskStep } from './steps/mask.js';
import { perceiveStep } from './steps/perceive.js';
import { recallStep } from './steps/recall.js';
import type { Guarded, Planned, Received } from './work.js';

/**
 * The turn as two halves with the save point "decided" between them: a retry goes on with the second and never decides again.
 * mask -> perceive -> recall -> decide | act -> compose -> guard
 */
export interface Pipeline {
  think(w: Received): Promise<Planned>;
  answer(w: Planned): Promise<Guarded>;
}

export function createPipeline(deps: { model: Classifier; sessions: Sessions; shopOf: ShopOf; rates: RateLimit; identities: Identities; handoffs: Handoffs; callBack: boolean; monotonic: () => number }): Pipeline {
  const { monotonic } = deps;

  const step = <I extends Received, O>(name: string, run: (w: I) => O | Promise<O>) => new Step<I, O>(name, run, monotonic);

  const think = RunnableSequence.from<Received, Planned>([
    step('mask', maskStep),
    step('perceive', perceiveStep(deps.model)),
    step('recall', recallStep(deps.sessions, deps.shopOf)),
    step('decide', decideStep({ rates: deps.rates, identities: deps.identities, handoffs: deps.handoffs, callBack: deps.callBack })),
  ]);
  const answer = RunnableSequence.from<Planned, Guarded>([step('act', actStep(deps.handoffs)), step('compose', composeStep), step('guard', guardStep)]);

  return { think: (w) => think.invoke(w), answer: (w) => answer.invoke(w) };
}

/**
 * One step of the turn as a Runnable that notes its own duration. Our own subclass, because `RunnableLambda` opens a
 * tracing run for every call even where tracing is off, which cost a tenth of a whole turn.
 */
class Step<I extends Received, O> extends Runnable<I, O> {
  override lc_namespace = ['parley', 'conversation'];

  constructor(
    private readonly step: string,
    private readonly run: (w: I) => O | Promise<O>,
    private readonly monotonic: () => number,
  ) {
    super();
  }

  override async invoke(w: I): Promise<O> {
    const begun = this.monotonic();
    try {
      return await this.run(w);
    } finally {
      w.timeline.push({ step: this.step, from: begun, ms: Math.round((this.monotonic() - begun) * 1_000) / 1_000 });
    }
  }
}
