import type { Evidence, Passage } from '../contracts/index.js';
import { sentencesOf, type Found } from '../knowledge/index.js';
import { liesIn, placeName, placesIn, terms, type NamedPlace } from '../language/index.js';
import type { FlowContext } from './flow.js';
import { introOf, pageTitle, type Rules } from './policy-words.js';
import { quote, say, type Say } from './say.js';

/** How shops title their page on delivery. */
const DELIVERY_PAGE = /\b(?:shipping|delivery|deliveries|postage)\b|配送|运费|物流说明|快递|发货/i;
/** Words that only ask what delivery costs or how long it takes. */
const ONLY_ASKS = /\b(?:how|much|long|what|is|are|do|does|you|your|the|a|there|any|i|my|it|me|for|to|have|offer|take|takes|get|when|ship|ships|shipping|shipped|deliver|delivers|delivery|postage|cost|costs|price|fee|fees|charge|charges|free|order|orders|parcel|time|times|days|threshold|minimum|hi|hello|please)\b|请问|你们|一般|大概|运费|邮费|快递费|快递|包邮|免邮|免运费|配送|多少|钱|几|天|多久|怎么|算|要|满|到|能|吗|呢|的|是|有|元|块|时间|需要|才|可以|寄|送达|收费|怎样/giu;
const ABROAD = /\b(?:internationally|international|abroad|overseas|worldwide|other countries)\b|海外|国外|境外|其他国家/i;
const PRICE = /[$€£¥￥]\s?\d|\d\s?(?:美元|元|块|usd|eur|gbp|rmb|cny)|\bfree\b|包邮|免运费|免邮/i;
const TIME = /\d\s?(?:个)?\s?(?:working |business )?(?:days?|weeks?|hours?|天|工作日|周|小时)/i;
/** Regions told of where none was asked about, and rows read out of one. */
const REGIONS = 3;
const ROWS = 6;

/**
 * What the shop's page on delivery says of the place asked about, and that it does not name it where it does not; where no place is
 * named, what holds at home and where most is said. Null where that page has nothing of the kind: any page may answer then.
 */
export function deliveryRules(c: FlowContext, found: readonly Found[]): Rules | null {
  const all = found.filter(({ passage }) => DELIVERY_PAGE.test(pageTitle(passage)));
  const own = all.filter(({ passage }) => passage.language === c.language);
  const pages = own.length > 0 ? own : all;
  const [first] = pages;
  if (first === undefined) return null;
  const [asked] = placesIn(c.text);
  if (asked !== undefined) return ofPlace(c, pages, first, asked);
  if (ABROAD.test(c.text)) return abroad(pages);
  const general = terms(c.text.replace(ONLY_ASKS, ' ')).length === 0;
  if (general && (c.intent === 'shipping.cost' || c.intent === 'shipping.time')) return byRegion(c, pages);
  const sure = pages.find((f) => f.sure && f.sentences.length > 0 && f.coverage >= 0.4);
  return sure === undefined ? null : quoted(sure, introOf(sure.passage, pageTitle(sure.passage)), sure.sentences);
}

function ofPlace(c: FlowContext, pages: readonly Found[], first: Found, asked: NamedPlace): Rules {
  const best = pages.find((f) => f.sure && f.sentences.length > 0 && (f.place === 'named' || f.place === 'within')) ?? pages.find((f) => f.place === 'elsewhere' && f.sentences.length > 0);
  // A city is known by its country alone; the shopper's own word says which is meant.
  const own = c.text.slice(asked.start, asked.end);
  const place = own.length > 4 || /\p{Script=Han}/u.test(own) ? own.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()) : placeName(asked.place, c.language);
  // A general "yes" says nothing about a place the page does not name.
  if (best === undefined) return { ...quoted(first, say('policy.place-unlisted', { title: pageTitle(first.passage), place }, ['passage-1']), []), listed: false };
  if (best.place === 'elsewhere') return { ...quoted(best, say('policy.place-elsewhere', { title: pageTitle(best.passage), place }, ['passage-1']), best.sentences), listed: false };
  // A heading may turn the row round: "We do not ship to".
  const plain = !TURNS_ROUND.test(heading(best.passage));
  return quoted(best, plain ? say('policy.place-listed', { title: pageTitle(best.passage), place }, ['passage-1']) : introOf(best.passage, pageTitle(best.passage)), best.sentences);
}

const TURNS_ROUND = /\b(?:not|no|never|except|exclu\w+|restrict\w+|prohibit\w+|unavailable)\b|不|除外|例外|限制|禁/i;

/** What holds abroad stands in rows under one heading, or wherever the most places are named. */
function abroad(pages: readonly Found[]): Rules | null {
  const named = ({ passage }: Found) => new Set(placesIn(passage.text).map((p) => p.place)).size;
  const headed = sections(pages).find(({ passage }) => placesIn(heading(passage)).some((p) => p.place === 'ELSEWHERE'));
  const section = headed ?? pages.reduce<Found | undefined>((most, f) => (named(f) > (most === undefined ? 1 : named(most)) ? f : most), undefined);
  if (section === undefined) return null;
  const rows = sentencesOf(section.passage.text).slice(0, ROWS).map((s) => s.text);
  return quoted(section, introOf(section.passage, pageTitle(section.passage)), rows);
}

/** The first thing each region's section says on price or time, at home first. */
function byRegion(c: FlowContext, pages: readonly Found[]): Rules | null {
  const wanted = c.intent === 'shipping.cost' ? PRICE : TIME;
  const told = sections(pages).flatMap((f) => {
    const line = sentencesOf(f.passage.text).find((s) => wanted.test(s.text))?.text;
    const places = placesIn(heading(f.passage)).map((p) => p.place);
    return line === undefined || places.length === 0 ? [] : [{ f, line, rank: rankOf(places, c.language) }];
  });
  told.sort((a, b) => a.rank - b.rank);
  const [best] = told;
  if (best === undefined) return null;
  // The general word for everywhere else begins with a row of one country among many.
  const chosen = told.filter((t) => t.rank < ELSEWHERE_RANK).slice(0, REGIONS);
  const lines = chosen.length > 0 ? chosen : [best];
  return {
    title: pageTitle(best.f.passage),
    evidence: lines.map(({ f }, i) => evidenceOf(f, i + 1)),
    say: [say('policy.intro', { title: pageTitle(best.f.passage) }, ['passage-1']), ...lines.flatMap(({ f, line }, i): Say[] => [say('policy.under', { heading: heading(f.passage) }, [`passage-${i + 1}`]), quote(line, `passage-${i + 1}`)]), say('policy.which-place')],
  };
}

const ELSEWHERE_RANK = 2;

function rankOf(places: readonly string[], language: FlowContext['language']): number {
  if (places.includes('ELSEWHERE') || places.includes('EVERYWHERE')) return ELSEWHERE_RANK;
  return (language === 'zh') === places.some((p) => liesIn(p, 'CN')) ? 0 : 1;
}

/** One passage of each section that is about a region. */
function sections(pages: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return pages.filter(({ passage }) => {
    if (placesIn(heading(passage)).length === 0 || seen.has(heading(passage))) return false;
    seen.add(heading(passage));
    return true;
  });
}

function heading(passage: Passage): string {
  return passage.headings.at(-1) ?? '';
}

function quoted(f: Found, intro: Say, sentences: readonly string[]): Rules {
  return { title: pageTitle(f.passage), evidence: [evidenceOf(f, 1)], say: [intro, ...sentences.map((s) => quote(s, 'passage-1'))] };
}

function evidenceOf(f: Found, n: number): Evidence {
  return { id: `passage-${n}`, kind: 'passage', passage: f.passage, score: f.score };
}
