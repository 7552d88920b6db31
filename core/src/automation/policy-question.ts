import type { Evidence, Passage } from '../contracts/index.js';
import { result, type Flow, type FlowContext } from './flow.js';
import { offerHuman } from './human.js';
import { humanButton } from './order-flow.js';
import { POLICY_TOPICS } from './policy-topics.js';
import { quote, say, type Say } from './say.js';

const KINDS = ['policy', 'page', 'faq', 'article'] as const;

/** A question about the shop's rules, answered in the shop's own words, with the page it stands on. */
export const policyQuestion: Flow = {
  id: 'policy-question',
  run(c) {
    const found = quotePolicy(c);
    if (found !== null) return Promise.resolve(result(c, { outcome: 'answered', reason: `quoted from ${found.title}`, say: found.say, evidence: [found.evidence] }));
    return Promise.resolve(
      result(c, {
        outcome: 'unknown',
        reason: 'no passage of the shop answers this',
        say: [say('policy.none'), say('human.offer')],
        parts: [{ type: 'buttons', buttons: [humanButton(c)] }],
        ...offerHuman(c, 'policy-question'),
      }),
    );
  },
};

/** The best passage's sentences that answer the text; null when nothing fits well enough. */
export function quotePolicy(c: FlowContext): { say: Say[]; evidence: Evidence; title: string } | null {
  const best = bestPassage(c);
  if (best === null || best.sentences.length === 0) return null;
  const evidence: Evidence = { id: 'passage-1', kind: 'passage', passage: best.passage, score: best.score };
  const title = titleOf(best.passage);
  return {
    title,
    evidence,
    say: [say('policy.intro', { title }, [evidence.id]), ...best.sentences.map((s) => quote(s, evidence.id))],
  };
}

/**
 * The passage that covers the question, or else the page on its topic: a shopper's own words ("things I bought") are
 * often in no policy, while what they ask for surely is.
 */
function bestPassage(c: FlowContext): ReturnType<FlowContext['shop']['passages']>[number] | null {
  const [direct] = c.shop.passages(c.text, c.language, KINDS, 1);
  if (direct?.sure === true) return direct;
  const topic = POLICY_TOPICS[c.intent]?.[c.language];
  return topic === undefined || !c.perception.known ? null : c.shop.onTopic(topic, c.text, c.language, KINDS);
}

/** A translation stands in its original's document under a heading of its own: that is the title its readers know. */
function titleOf(p: Passage): string {
  const foreign = p.language === 'zh' && !/\p{Script=Han}/u.test(p.title);
  return (foreign ? p.headings[0] : undefined) ?? p.title;
}
