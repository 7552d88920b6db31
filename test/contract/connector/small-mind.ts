import type { Doc, Passage } from '@parley/core/contracts';
import type { Found, KnowledgeLibrary } from '@parley/core/knowledge';
import type { Classifier } from '@parley/core/language';

/** A model that knows three things and remembers what it was asked: proof of what was decided, and how often. */
export function smallModel(): Classifier & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    classify(text) {
      // The pieces of a message are looked at after the whole; they are no further question.
      const last = asked.at(-1) ?? '';
      if (!(last.length > text.length && last.includes(text))) asked.push(text);
      const id = text.startsWith('policy') ? 'policy.returns' : text.startsWith('hello') ? 'greeting' : text.startsWith('human') ? 'human' : null;
      return { intents: id === null ? [] : [{ id, p: 0.9 }], sureness: id === null ? 0 : 0.9, known: id !== null };
    },
  };
}

/** A library with one page, which answers every question with the sentences it is given; `onPut` is told of documents put in beside it. */
export function onePage(sentences: readonly string[], onPut: (doc: Doc) => void = () => {}): KnowledgeLibrary {
  const passage: Passage = { id: 'p-1', docId: 'd-1', kind: 'policy', title: 'Returns', headings: [], text: sentences.join('\n'), language: 'en', url: null, updatedAt: null };
  const found: Found[] = sentences.length === 0 ? [] : [{ passage, score: 1, coverage: 1, sentences: [...sentences], sure: true, about: 0, place: 'unasked', places: [] }];
  const nothing = () => Promise.resolve();
  return { start: nothing, stop: nothing, refresh: nothing, changed: nothing, put: (_place, doc) => { onPut(doc); return Promise.resolve(); }, forget: nothing, ready: nothing, search: () => found, status: () => Promise.resolve({ documents: 1, updatedAt: null }) };
}
