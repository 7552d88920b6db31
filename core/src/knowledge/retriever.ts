import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { Language, Passage } from '../contracts/index.js';
import type { Bm25Index } from './bm25.js';

/** What each document of the retriever carries beside its text. */
export interface PassageMetadata {
  passage: Passage;
  score: number;
}

/** The index as a LangChain retriever: one passage per document, best first. */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['parley', 'knowledge'];

  constructor(
    private readonly index: Bm25Index,
    private readonly options: { limit?: number; language?: Language | null } = {},
  ) {
    super();
  }

  static override lc_name(): string {
    return 'PassageRetriever';
  }

  override _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const hits = this.index.search(query, this.options);
    return Promise.resolve(hits.map(({ passage, score }) => new Document({ id: passage.id, pageContent: passage.text, metadata: { passage, score } })));
  }
}
