import { ParleyError, type Evidence, type MessagePart, type ProductVariant } from '../contracts/index.js';
import { result, type Flow, type FlowContext } from './flow.js';
import { offerHuman } from './human.js';
import { link } from './order-card.js';
import { humanButton } from './human-button.js';
import { detailOf } from './product-detail.js';
import { findProducts, isNamed, type Meant } from './product-meant.js';
import { productName } from './product-name.js';
import { quote, say, type Say } from './say.js';
import { choiceName } from './variant-choice.js';

/** Choices read out; a card leads to the rest. */
const CHOICES = 12;
/** Wishes that price and stock answer: a description adds nothing to them. */
const PLAIN = new Set(['product.search', 'product.price', 'product.stock']);
const ASKS_CHOICES = /\b(?:colou?rs?|sizes?|options?|variants?|versions?|choices)\b|颜色|色号|尺码|尺寸|码数|款式|规格|型号/i;

/** Finding a product and telling price and stock as the shop holds them now. */
export const productQuestion: Flow = {
  id: 'product-question',
  async run(c) {
    let found: Meant[];
    try {
      found = await findProducts(c);
    } catch (e) {
      if (!ParleyError.isInstance(e) || e.kind === 'bug') throw e;
      return result(c, { outcome: 'unknown', reason: `the shop's records are out of reach: ${e.code}`, say: [say('shop.unavailable')], ...offerHuman(c, 'product-question') });
    }
    if (found.length === 0) {
      return result(c, { outcome: 'unknown', reason: 'no product fits', say: [say('product.none')], parts: [{ type: 'buttons', buttons: [humanButton(c)] }], ...offerHuman(c, 'product-question') });
    }
    const told = found.map((meant, i) => tellProduct(c, meant, i + 1, found.length === 1));
    if (!c.understood && c.perception.reference === null && !ASKS_CHOICES.test(c.text) && !found.some((meant, i) => isNamed(c.text, meant, productName(c, meant.product.title)) || (told[i]?.evidence.length ?? 0) > 1)) {
      return result(c, { outcome: 'unknown', reason: 'not understood, and no product is named', say: [say('unknown'), say('human.offer')], parts: [{ type: 'buttons', buttons: [humanButton(c)] }], ...offerHuman(c, 'product-question') });
    }
    const lacking = told.every((t) => t.unsaid !== null);
    const memory = { ...(lacking ? offerHuman(c, 'product-question').memory : { ...c.memory, asked: null }), products: found.map(({ product }) => ({ id: product.id, title: product.title })) };
    return result(c, {
      outcome: lacking ? 'unknown' : 'answered',
      reason: lacking ? 'the product is known, but its page does not say what was asked' : `found ${found.length} product(s)`,
      say: [...(found.length > 1 ? [say('product.found')] : []), ...told.flatMap((t) => [...t.say, ...(lacking && t.unsaid !== null ? [t.unsaid] : [])]), ...(lacking ? [say('human.offer')] : [])],
      evidence: told.flatMap((t) => t.evidence),
      parts: [...found.map((meant) => productCard(meant, productName(c, meant.product.title))), ...(lacking ? [{ type: 'buttons' as const, buttons: [humanButton(c)] }] : [])],
      memory,
    });
  },
};

interface Told {
  say: Say[];
  evidence: Evidence[];
  /** What to admit where its page does not say what was asked. */
  unsaid: Say | null;
}

function tellProduct(c: FlowContext, meant: Meant, n: number, alone: boolean): Told {
  const { product } = meant;
  const name = productName(c, product.title);
  const evidence: Evidence[] = [{ id: `product-${n}`, kind: 'product', product }];
  const lines = [productLine(c, meant, name, `product-${n}`), ...(alone || ASKS_CHOICES.test(c.text) ? choiceLines(c, meant, `product-${n}`) : [])];
  if (PLAIN.has(c.intent) || meant.named !== '' || meant.numbered || ASKS_CHOICES.test(c.text)) return { say: lines, evidence, unsaid: null };
  const detail = detailOf(c, product, name);
  if (detail === null || detail === 'nothing-asked') return { say: lines, evidence, unsaid: detail === null && alone && c.intent === 'product.details' ? say('product.not-said', { title: name }, [`product-${n}`]) : null };
  const passage: Evidence = { id: `passage-${n}`, kind: 'passage', passage: detail.passage, score: detail.score };
  return { say: [...lines, ...detail.sentences.map((s) => quote(s, passage.id))], evidence: [...evidence, passage], unsaid: null };
}

function productLine(c: FlowContext, { variants, named }: Meant, name: string, evidence: string): Say {
  const { least, most } = pricesOf(variants);
  const available = variants.some((v) => v.available);
  const title = named === '' ? name : `${name} (${named})`;
  if (least === undefined || most === undefined) return say(available ? 'product.in-stock-unpriced' : 'product.sold-out-unpriced', { title }, [evidence]);
  const price = least.minor === most.minor ? c.format.money(least) : `${c.format.money(least)} – ${c.format.money(most)}`;
  return say(available ? 'product.in-stock' : 'product.sold-out', { title, price }, [evidence]);
}

/** Which choices there are and which are gone: where they were asked for, and where "in stock" alone would hide that some are sold out. */
function choiceLines(c: FlowContext, { variants, named, numbered }: Meant, evidence: string): Say[] {
  if (variants.length < 2) return [];
  const mixed = new Set(variants.map((v) => v.available)).size > 1;
  const asked = numbered || ASKS_CHOICES.test(c.text) || (c.intent === 'product.options' && named === '');
  if (!asked && !(mixed && (named !== '' || c.intent === 'product.stock' || c.intent === 'product.size'))) return [];
  return [true, false].flatMap((available) => {
    const names = variants.filter((v) => v.available === available).map(choiceName).filter((name) => name !== '');
    if (names.length === 0) return [];
    const listed = c.language === 'zh' ? names.slice(0, CHOICES).join('、') : names.slice(0, CHOICES).join(', ');
    return [say(available ? 'product.choices-in-stock' : 'product.choices-sold-out', { choices: names.length > CHOICES ? `${listed} …` : listed }, [evidence])];
  });
}

function pricesOf(variants: readonly ProductVariant[]) {
  const prices = variants.flatMap((v) => v.price ?? []).sort((a, b) => a.minor - b.minor);
  return { least: prices[0], most: prices.at(-1) };
}

/** The card speaks of the same variants as the text. */
function productCard({ product, variants, named }: Meant, name: string): MessagePart {
  const { least, most } = pricesOf(variants);
  return {
    type: 'product-card',
    productId: product.id,
    title: (named === '' ? name : `${name} (${named})`).slice(0, 300),
    available: variants.some((v) => v.available),
    ...(least === undefined ? {} : { price: least }),
    ...(most === undefined || most.minor === least?.minor ? {} : { priceMax: most }),
    ...link('image', product.image),
    ...link('url', product.url),
  };
}
