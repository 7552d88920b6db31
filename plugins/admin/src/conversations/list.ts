import type { Conversation, ConversationPage } from '../api/conversations.js';

/** The loaded part of the list, newest first, and where the page after it begins. */
export type LoadedList = ConversationPage;

/**
 * The loaded list after its newest page was read again. Earlier pages stay as they were loaded; what stood among the
 * newest and is not in the fresh page was erased. Where the two no longer meet (much happened meanwhile) only the fresh
 * page stays, or a gap would hide conversations.
 */
export function withFresh(loaded: LoadedList | null, fresh: ConversationPage): LoadedList {
  const oldest = fresh.conversations.at(-1);
  if (loaded === null || oldest === undefined || fresh.next === null) return fresh;
  const ids = new Set(fresh.conversations.map((c) => c.id));
  if (!loaded.conversations.some((c) => ids.has(c.id))) return fresh;
  const earlier = loaded.conversations.filter((c) => !ids.has(c.id) && c.updatedAt < oldest.updatedAt);
  if (earlier.length === 0) return fresh;
  return { conversations: [...fresh.conversations, ...earlier], next: loaded.next };
}

/** The loaded list with the page that follows it. One that moved up meanwhile is not shown twice. */
export function withEarlier(loaded: LoadedList, page: ConversationPage): LoadedList {
  const ids = new Set(loaded.conversations.map((c) => c.id));
  const added: Conversation[] = page.conversations.filter((c) => !ids.has(c.id));
  return { conversations: [...loaded.conversations, ...added], next: page.next };
}
