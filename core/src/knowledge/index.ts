export { Bm25Index, type Hit } from './bm25.js';
export { bestAnswers, type Found, type Question } from './answers.js';
export { createKnowledgeLibrary, ownShelf, type KnowledgeLibrary } from './library.js';
export { type Sources } from './reading.js';
export { chunk, lengthInWords } from './chunk.js';
export { bestSentences, type Quote } from './quote.js';
export { PassageRetriever, type PassageMetadata } from './retriever.js';
export { sentencesOf, type Sentence } from './sentences.js';
