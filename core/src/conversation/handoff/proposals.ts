import { z } from 'zod';
import { textOf, type Agent, type Clock, type Doc, type Proposal, type ProposalDecision, type Turn } from '../../contracts/index.js';
import { identify } from '../../language/index.js';
import { ownShelf, type KnowledgeLibrary } from '../../knowledge/index.js';
import { mask } from '../../masking/index.js';
import type { Identities, SealKey } from '../../security/index.js';
import { idOf } from '../../security/signatures/index.js';
import { DuplicateKey } from '../../storage/index.js';
import type { ProposalRecord, Records } from '../records.js';
import { readTurn } from '../work.js';

const Words = z.strictObject({ question: z.string(), suggested: z.string().nullable(), answer: z.string() });
type Words = z.infer<typeof Words>;

const QUESTION = 500;

/** What agents teach: better words than Parley's, and words worth keeping. Nothing of it is used before somebody has looked at it. */
export interface Proposals {
  /** An agent changed a suggestion before sending it. Nothing comes of a change of spaces alone. */
  edited(of: { tenant: string; turn: Turn; key: SealKey; by: Agent; suggestion: Turn; answer: string }): Promise<void>;
  /** An agent marked words as worth keeping. */
  marked(of: { tenant: string; turn: Turn; key: SealKey; by: Agent; question: string; answer: string }): Promise<void>;
  /** The oldest that wait, as far as they can be read. */
  waiting(tenant: string, limit: number): Promise<Proposal[]>;
  byId(tenant: string, id: string): Promise<Proposal | null>;
  /** Used: from the next turn on it is knowledge of the shop's. Whether this decision was the one that counted. */
  decide(tenant: string, id: string, decision: ProposalDecision, by: string): Promise<boolean>;
}

export function createProposals({ records, identities, knowledge, clock }: { records: Records; identities: Identities; knowledge: Pick<KnowledgeLibrary, 'put'>; clock: Clock }): Proposals {
  const rows = records.proposals;
  const placeOf = (id: string) => `proposal/${id}`;

  /** Once per turn, however often it is tried. Numbers, addresses and the like are taken out before it is kept: it may become a page that everybody is quoted. */
  async function keep(turn: Turn, key: SealKey, by: Agent, kind: Proposal['kind'], words: Words): Promise<void> {
    const id = idOf('proposal', turn.id);
    const bare: Words = { question: mask(words.question).text.slice(0, QUESTION), suggested: words.suggested === null ? null : mask(words.suggested).text, answer: mask(words.answer).text };
    try {
      await rows.insert({ id, tenant: turn.tenant, sealKey: turn.sealKey, kind, sealed: key.seal(JSON.stringify(bare), placeOf(id)), by: by.name, at: clock(), state: 'waiting', decidedBy: null, decidedAt: null });
    } catch (e) {
      if (!(e instanceof DuplicateKey)) throw e;
    }
  }

  async function opened(record: ProposalRecord): Promise<Proposal | null> {
    const key = await identities.keyById(record.tenant, record.sealKey);
    if (key === null) return null;
    const { id, kind, by, at } = record;
    return { id, kind, by, at, ...Words.parse(JSON.parse(key.open(record.sealed, placeOf(id)))) };
  }

  return {
    async edited({ turn, key, by, suggestion, answer }) {
      const { event, reply } = readTurn(suggestion, key);
      if (event?.body.type !== 'message' || reply === null) return;
      const suggested = reply.sentences.map((s) => s.text).join(' ');
      if (squeezed(suggested) === squeezed(answer)) return;
      await keep(turn, key, by, 'edited', { question: textOf(event.body.message), suggested, answer });
    },
    marked: ({ turn, key, by, question, answer }) => keep(turn, key, by, 'marked', { question, suggested: null, answer }),
    async waiting(tenant, limit) {
      const found = await rows.find({ tenant }, { where: { state: 'waiting' }, sort: [{ path: 'at', order: 'asc' }], limit });
      return (await Promise.all(found.map(opened))).filter((p) => p !== null);
    },
    async byId(tenant, id) {
      const found = await rows.get({ tenant }, id);
      return found?.state === 'waiting' ? opened(found) : null;
    },
    async decide(tenant, id, decision, by) {
      const decided = await rows.update({ tenant }, id, { when: { state: 'waiting' }, set: { state: decision.do === 'use' ? 'used' : 'dropped', decidedBy: by, decidedAt: clock() } });
      if (decided === null) return false;
      if (decision.do === 'use') await knowledge.put({ tenant, installation: ownShelf(tenant) }, docOf(id, decision, clock()));
      return true;
    },
  };
}

function docOf(id: string, { question, answer }: { question: string; answer: string }, now: number): Doc {
  return { id, kind: 'faq', title: question.slice(0, 500), body: answer, format: 'text', language: identify(`${question}\n${answer}`).language, url: null, updatedAt: now };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
