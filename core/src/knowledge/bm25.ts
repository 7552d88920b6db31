import type { Doc, Language, Passage } from '../contracts/index.js';
import { terms } from '../language/index.js';
import { chunk, lengthInWords } from './chunk.js';

/** Saturation and length normalisation as in the literature (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;
/** How often a term in the title or a heading counts against one in the text. */
const TITLE = 2.5;
const HEADING = 2;
/** What a passage in another language than asked for keeps of its score. */
const OTHER_LANGUAGE = 0.8;
/** Query terms looked up at most: the work of one query is bounded, whatever a shopper pastes. */
const QUERY_TERMS = 200;

/** A passage and how well it fits; scores of one query compare, those of different queries do not. */
export interface Hit {
  passage: Passage;
  score: number;
}

interface Posting {
  slots: number[];
  /** Weighted frequency of the term in the slot's passage. */
  counts: number[];
  /** Passages alive that hold the term. */
  alive: number;
}

interface Slot {
  passage: Passage;
  length: number;
  terms: string[];
}

/** Keyword retrieval over the passages of one tenant, in memory. Adding is incremental; removed passages are swept out in bulk. */
export class Bm25Index {
  private readonly slotsOf = new Map<string, number[]>();
  private slots: (Slot | null)[] = [];
  private postings = new Map<string, Posting>();
  private alive = 0;
  private totalLength = 0;
  /** Working space of a search, all zero between searches. */
  private scores = new Float64Array(1_024);

  /** Number of passages that can be found. */
  get size(): number {
    return this.alive;
  }

  /** Adds a document, in place of an earlier one with the same id. */
  put(doc: Doc): void {
    this.putPassages(doc.id, chunk(doc));
  }

  /** As `put`, for passages cut before (kept in storage); all must belong to `docId`. */
  putPassages(docId: string, passages: readonly Passage[]): void {
    this.remove(docId);
    this.slotsOf.set(
      docId,
      passages.map((p) => this.insert(p)),
    );
  }

  /** Forgets a document; unknown ids are fine, since removals arrive more than once. */
  remove(docId: string): void {
    for (const at of this.slotsOf.get(docId) ?? []) {
      const slot = this.slots[at];
      if (slot === null || slot === undefined) continue;
      for (const term of slot.terms) {
        const posting = this.postings.get(term);
        if (posting !== undefined) posting.alive -= 1;
      }
      this.alive -= 1;
      this.totalLength -= slot.length;
      this.slots[at] = null;
    }
    this.slotsOf.delete(docId);
    if (this.slots.length > 64 && this.alive < this.slots.length * 0.7) this.sweep();
  }

  /** The passages that share terms with the query, best first. A language asked for is preferred, not demanded. */
  search(query: string, options: { limit?: number; language?: Language | null } = {}): Hit[] {
    const { limit = 5, language = null } = options;
    if (this.scores.length < this.slots.length) this.scores = new Float64Array(this.slots.length * 2);
    const { scores } = this;
    const touched: number[] = [];
    const mean = this.totalLength / Math.max(this.alive, 1) || 1;
    for (const [term, times] of countsOf(terms(query).slice(0, QUERY_TERMS))) {
      const posting = this.postings.get(term);
      if (posting === undefined || posting.alive === 0) continue;
      const weight = this.weight(term) * Math.min(times, 2);
      for (let i = 0; i < posting.slots.length; i++) {
        const at = posting.slots[i] ?? -1;
        const slot = this.slots[at];
        if (slot === null || slot === undefined) continue;
        const count = posting.counts[i] ?? 0;
        const sum = scores[at] ?? 0;
        if (sum === 0) touched.push(at);
        scores[at] = sum + (weight * count * (K1 + 1)) / (count + K1 * (1 - B + (B * slot.length) / mean));
      }
    }
    const best: Hit[] = [];
    for (const at of touched) {
      const score = scores[at] ?? 0;
      scores[at] = 0;
      const passage = this.slots[at]?.passage;
      if (passage === undefined) continue;
      keepBest(best, { passage, score: language === null || passage.language === language ? score : score * OTHER_LANGUAGE }, limit);
    }
    return best;
  }

  /** How much a term tells (inverse document frequency); terms that no passage holds tell the most. */
  weight(term: string): number {
    const n = this.postings.get(term)?.alive ?? 0;
    return Math.log(1 + (this.alive - n + 0.5) / (n + 0.5));
  }

  /** Whether any passage holds the term. */
  knows(term: string): boolean {
    return (this.postings.get(term)?.alive ?? 0) > 0;
  }

  /** A document's passages in the order of the document; none for an unknown one. */
  passagesOf(docId: string): Passage[] {
    return (this.slotsOf.get(docId) ?? []).flatMap((at) => this.slots[at]?.passage ?? []);
  }

  private insert(passage: Passage): number {
    const counts = new Map<string, number>();
    const add = (text: string, weight: number): number => {
      for (const term of terms(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
      // In words, not terms: Chinese text has three terms per word and would count as long.
      return lengthInWords(text);
    };
    const length = add(passage.text, 1) + add(passage.headings.join('\n'), HEADING) + add(passage.title, TITLE);
    const at = this.slots.length;
    const slot = { passage, length, terms: [...counts.keys()] };
    this.slots.push(slot);
    for (const [term, count] of counts) this.post(term, at, count);
    this.alive += 1;
    this.totalLength += slot.length;
    return at;
  }

  private post(term: string, at: number, count: number): void {
    const posting = this.postings.get(term);
    if (posting === undefined) this.postings.set(term, { slots: [at], counts: [count], alive: 1 });
    else {
      posting.slots.push(at);
      posting.counts.push(count);
      posting.alive += 1;
    }
  }

  /** Renumbers the slots without the gaps. */
  private sweep(): void {
    const moved = new Map<number, number>();
    const slots: Slot[] = [];
    this.slots.forEach((slot, at) => {
      if (slot === null) return;
      moved.set(at, slots.length);
      slots.push(slot);
    });
    const postings = new Map<string, Posting>();
    for (const [term, posting] of this.postings) {
      const kept: Posting = { slots: [], counts: [], alive: posting.alive };
      posting.slots.forEach((at, i) => {
        const to = moved.get(at);
        if (to === undefined) return;
        kept.slots.push(to);
        kept.counts.push(posting.counts[i] ?? 0);
      });
      if (kept.slots.length > 0) postings.set(term, kept);
    }
    for (const [docId, at] of this.slotsOf) this.slotsOf.set(docId, at.flatMap((n) => moved.get(n) ?? []));
    this.slots = slots;
    this.postings = postings;
  }
}

/** Whether a goes before b. Equal scores in a fixed order: the same question must get the same answer after a restart. */
function before(a: Hit, b: Hit): boolean {
  return a.score > b.score || (a.score === b.score && a.passage.id < b.passage.id);
}

/** Puts a hit into the sorted best, which stay at most `limit`. */
function keepBest(best: Hit[], hit: Hit, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit && (last === undefined || !before(hit, last))) return;
  let at = best.length;
  for (let above = best[at - 1]; above !== undefined && before(hit, above); above = best[at - 1]) at -= 1;
  best.splice(at, 0, hit);
  if (best.length > limit) best.pop();
}

function countsOf(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of list) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
