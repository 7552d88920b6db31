import type { Evidence } from '../contracts/index.js';
import { deliveryRules } from './delivery-question.js';
import { result, type Flow, type FlowContext } from './flow.js';
import { offerHuman } from './human.js';
import type { Found } from '../knowledge/index.js';
import { humanButton } from './human-button.js';
import { terms } from '../language/index.js';
import { agoIn, limitIn } from './policy-days.js';
import { STRICT_TOPICS, topicOf } from './policy-topics.js';
import { introOf, pageTitle, type Rules } from './policy-words.js';
import { quote, say, type Say } from './say.js';

/** Passages looked at before one is quoted. */
const CONSIDERED = 6;
/** As many of a page on delivery: it is read by regions. */
const READ = 30;
const KINDS = ['policy', 'page', 'faq', 'article'] as const;

/** A question about the shop's rules, answered in the shop's own words, with the page it stands on. */
export const policyQuestion: Flow = {
  id: 'policy-question',
  run(c) {
    const found = rulesFor(c);
    if (found !== null) {
      const unlisted = found.listed === false;
      return Promise.resolve(
        result(c, {
          outcome: 'answered',
          reason: unlisted ? `${found.title} does not name the place asked about` : `quoted from ${found.title}`,
          say: [...found.say, ...(unlisted ? [say('human.offer')] : [])],
          evidence: found.evidence,
          ...(unlisted ? { parts: [{ type: 'buttons', buttons: [humanButton(c)] }], ...offerHuman(c, 'policy-question') } : {}),
        }),
      );
    }
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

/** What the shop's pages say: on delivery by places, on everything else by the passage that answers best; null where nothing does. */
function rulesFor(c: FlowContext): Rules | null {
  if (c.understood && c.intent.startsWith('shipping.')) {
    const topic = topicOf(c.intent, c.text, c.language);
    const delivery = deliveryRules(c, c.shop.passages({ text: c.text, topic }, c.language, KINDS, READ));
    if (delivery !== null) return delivery;
  }
  const rules = quotePolicy(c);
  if (rules === null) return null;
  const general = c.intent === 'policy.returns' ? generalRule(c, rules) : null;
  return general ?? { ...rules, evidence: [rules.evidence] };
}

/** "Engraved mugs" among what is excluded does not say that mugs are: the general rule is told first. Null where the item is just what was asked about. */
function generalRule(c: FlowContext, rules: NonNullable<ReturnType<typeof quotePolicy>>): Rules | null {
  const { evidence } = rules;
  const quoted = rules.say.flatMap((s) => (s.kind === 'quote' ? [s.text] : []));
  if (evidence.kind !== 'passage' || !excludes({ passage: evidence.passage, sentences: quoted })) return null;
  const asked = new Set(terms(c.text));
  if (quoted.some((line) => terms(line).length > 0 && terms(line).every((term) => asked.has(term)))) return null;
  const found = c.shop.passages({ text: c.text, topic: topicOf(c.intent, c.text, c.language) }, c.language, KINDS, READ);
  const rule = found.find((f) => f.about > 0 && f.passage.language === evidence.passage.language && limitIn(f.passage.text) !== null && !excludes(f));
  const limit = rule === undefined ? null : limitIn(rule.passage.text);
  if (rule === undefined || limit === null) return null;
  const second = { ...evidence, id: 'passage-2' };
  return {
    title: pageTitle(rule.passage),
    evidence: [{ id: 'passage-1', kind: 'passage', passage: rule.passage, score: rule.score }, second],
    say: [introOf(rule.passage, pageTitle(rule.passage)), quote(limit.sentence, 'passage-1'), ...rules.say.map((s): Say => ({ ...s, evidence: s.evidence.map(() => 'passage-2') }))],
  };
}

/** What the passage that answers best says to the text; null when none fits well enough. */
export function quotePolicy(c: FlowContext): { say: Say[]; evidence: Evidence; title: string } | null {
  const topic = c.understood ? topicOf(c.intent, c.text, c.language) : null;
  const found = c.shop.passages({ text: c.text, topic }, c.language, KINDS, CONSIDERED);
  const ago = DATED.has(c.intent) ? agoIn(c.text) : null;
  // How long ago something was bought or came matters to the passage that sets a limit.
  const limited = ago === null ? undefined : found.find((f) => f.about > 0 && limitIn(f.passage.text) !== null);
  const fitting = DEFECTS.has(c.intent) ? found.filter((f) => f.about > 0 && !excludes(f)) : found;
  const best = limited ?? (topic !== null && STRICT_TOPICS.has(c.intent) ? fitting.find((f) => f.about === 1) : undefined) ?? fitting[0];
  if (best === undefined || (best !== limited && !best.sure)) return null;
  const limit = best === limited ? limitIn(best.passage.text) : null;
  const sentences = limit === null ? best.sentences : [limit.sentence];
  if (sentences.length === 0) return null;
  const evidence: Evidence = { id: 'passage-1', kind: 'passage', passage: best.passage, score: best.score };
  const title = pageTitle(best.passage);
  const beyond = ago !== null && limit !== null && ago.days > limit.days ? [say('policy.beyond', { ago: ago.said, limit: String(limit.days) }, [evidence.id])] : [];
  return { title, evidence, say: [introOf(best.passage, title), ...sentences.map((s) => quote(s, evidence.id)), ...beyond] };
}

/** Reports to which a list of what is excluded from returns is no answer, though it may hold the same words ("with a broken seal"). */
const DEFECTS = new Set(['complaint.damaged', 'complaint.wrong-item']);
const EXCLUDES = /\b(?:cannot|can't|can not|not|never|non)\b.{0,20}\b(?:return|refund|exchang|accept)|(?:不支持|不可|不能|不予|无法|不接受).{0,6}(?:退|换)/i;

function excludes({ passage, sentences }: Pick<Found, 'passage' | 'sentences'>): boolean {
  return [...passage.headings, ...sentences].some((text) => EXCLUDES.test(text));
}

/** Wishes for which it matters how long ago something was. */
const DATED = new Set(['policy.returns', 'return.start', 'refund.request', 'exchange.start']);
