import { describe, expect, it } from '@jest/globals';
import { conversationPage, transcript } from './conversations.js';
import { overview } from './overview.js';
import { Unreadable, webAddress } from './read.js';

const good = () => ({
  shop: { name: 'Lantern & Loom', domain: 'lantern.myshopify.com' },
  connection: { state: 'active', problem: null, grantedScopes: ['read_orders'], missingScopes: [], checkedAt: 5 },
  storefront: { state: 'on', switchUrl: 'https://lantern.myshopify.com/admin/themes/current/editor' },
  settings: { paused: false, defaultLanguage: 'en', origins: [], siteKey: 's', scriptTag: '<script></script>' },
  knowledge: { documents: 1, updatedAt: null },
  today: { messages: 1, answered: 1, asked: 0, handedOff: 0, unknown: 0, evidenceShare: null, p50Ms: 12.5 },
  attention: { dead: 0, uncertain: 0, waiting: 0 },
});

describe('the overview', () => {
  it('is read as it comes, and fields that are new are left aside', () => {
    expect(overview({ ...good(), weather: 'fine' }, 'answer')).toEqual(good());
  });

  it('says where it is not what was promised, and not what stood there', () => {
    const bad = { ...good(), today: { ...good().today, messages: 'secret@example.com' } };
    expect(() => overview(bad, 'answer')).toThrow(new Unreadable('answer.today.messages', 'a number'));
    expect(() => overview(bad, 'answer')).not.toThrow(/secret/);
  });

  it.each([null, [], 'x', 3])('refuses %p', (value) => {
    expect(() => overview(value, 'answer')).toThrow(Unreadable);
  });

  it('refuses a state it does not know, since what to do hangs on it', () => {
    expect(() => overview({ ...good(), connection: { ...good().connection, state: 'asleep' } }, 'answer')).toThrow('answer.connection.state');
  });

  it('takes an unknown storefront state for not known', () => {
    expect(overview({ ...good(), storefront: { state: 'maybe', switchUrl: null } }, 'answer').storefront).toEqual({ state: null, switchUrl: null });
  });
});

describe('addresses', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', '//no-scheme', '', 7, null, undefined])('never lead to %p', (value) => {
    expect(webAddress(value, 'url')).toBeNull();
  });

  it('lead to the web', () => {
    expect(webAddress('https://a.example/b?c', 'url')).toBe('https://a.example/b?c');
    expect(webAddress('http://localhost:4700/', 'url')).toBe('http://localhost:4700/');
  });
});

describe('conversations', () => {
  const listed = { id: 'c1', status: 'bot', openedAt: 1, updatedAt: 2, preview: '', language: null, lastIntent: null, lastIntentName: null, lastOutcome: null };
  const entry = { id: 'e1', at: 1, from: 'bot', text: 'x', unreadable: false, outcome: 'answered', intent: 'order.status', confidence: 0.9, reason: 'r', evidence: [{ kind: 'order', title: '#1', url: null }], deliveryState: 'delivered' };

  it('are read with words a newer service may add', () => {
    const page = conversationPage({ conversations: [{ ...listed, lastOutcome: 'danced' }], next: 2 }, 'answer');
    expect(page).toEqual({ conversations: [listed], next: 2 });
  });

  it('are read with their entries; an intent may come without its name', () => {
    const read = transcript({ conversation: listed, entries: [{ ...entry, deliveryState: 'teleported', evidence: [{ kind: 'rumour', title: 't', url: 'javascript:0' }] }] }, 'answer');
    expect(read.entries).toEqual([{ ...entry, intentName: null, deliveryState: null, evidence: [{ kind: null, title: 't', url: null }] }]);
  });

  it('name the entry that cannot be read', () => {
    expect(() => transcript({ conversation: listed, entries: [entry, { ...entry, from: 'ghost' }] }, 'answer')).toThrow('answer.entries[1].from');
  });
});
