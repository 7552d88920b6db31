import type { Evidence, Order, Product } from '../../contracts/index.js';
import { formatFor } from '../../automation/index.js';

/**
 * Every number a piece of evidence can vouch for, as runs of digits: names, tracking numbers, amounts and dates in
 * both languages' writing. A sentence whose numbers are not all in here states something nobody proved.
 */
export function numbersOf(evidence: Evidence, timeZone: string): Set<string> {
  const numbers = new Set<string>();
  const add = (text: string) => {
    for (const run of digitRuns(text)) numbers.add(run);
  };
  for (const text of textsOf(evidence, timeZone)) add(text);
  return numbers;
}

/** Runs of digits, with the separators of thousands taken out first: "1,299.00" is 1299 and 00. A Chinese comma separates no thousands. */
export function digitRuns(text: string): string[] {
  const plain = text.replace(/\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?!\d)/g, (number) => number.replace(/\D/g, ''));
  return plain.normalize('NFKC').match(/\d+/g) ?? [];
}

function* textsOf(evidence: Evidence, timeZone: string): Iterable<string> {
  if (evidence.kind === 'passage') {
    yield evidence.passage.title;
    yield evidence.passage.text;
    yield evidence.passage.headings.join(' ');
  } else if (evidence.kind === 'product') yield* productTexts(evidence.product, timeZone);
  else yield* orderTexts(evidence.order, timeZone);
}

function* orderTexts(o: Order, timeZone: string): Iterable<string> {
  const formats = [formatFor('en', timeZone), formatFor('zh', timeZone)];
  yield o.name;
  yield String(o.shipments.length);
  for (const l of o.lines) yield `${l.title} ${l.variant ?? ''} ${l.sku ?? ''} ${l.quantity}`;
  for (const s of o.shipments) {
    yield `${s.trackingNumber ?? ''} ${s.carrier ?? ''}`;
    for (const e of s.events) yield `${e.message ?? ''} ${e.place ?? ''}`;
  }
  const instants = [o.createdAt, o.cancelledAt, ...o.shipments.flatMap((s) => [s.shippedAt, s.estimatedAt, s.deliveredAt, ...s.events.map((e) => e.at)])];
  const amounts = [o.total, o.refunded, ...o.lines.map((l) => l.price)];
  for (const f of formats) {
    for (const at of instants) if (at !== null) yield f.date(at);
    for (const amount of amounts) if (amount !== null) yield f.money(amount);
  }
}

function* productTexts(p: Product, timeZone: string): Iterable<string> {
  yield `${p.title} ${p.description} ${p.tags.join(' ')}`;
  for (const v of p.variants) {
    yield `${v.title} ${v.sku ?? ''}`;
    if (v.price !== null) for (const language of ['en', 'zh'] as const) yield formatFor(language, timeZone).money(v.price);
  }
}
