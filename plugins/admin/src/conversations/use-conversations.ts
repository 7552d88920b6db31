import { useCallback, useRef, useState } from 'preact/hooks';
import type { Api } from '../api/api.js';
import { asFailure, type Failure } from '../api/failure.js';
import { useLive, type LiveHandle } from '../live/use-live.js';
import { withEarlier, withFresh, type LoadedList } from './list.js';

const EVERY_MS = 10_000;

export interface ConversationsHandle {
  live: LiveHandle<LoadedList>;
  /** Loads the page after what is shown; resolves with how many came, null where it failed (see `earlierFailure`). */
  readonly loadEarlier: () => Promise<number | null>;
  loadingEarlier: boolean;
  earlierFailure: Failure | null;
}

/** The last conversations, fresh every 10 s while looked at, with earlier pages kept as they are loaded. */
export function useConversations(api: Api, active: boolean): ConversationsHandle {
  const loaded = useRef<LoadedList | null>(null);
  const [loadingEarlier, setLoading] = useState(false);
  const [earlierFailure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const fresh = await api.conversations(null, signal);
      loaded.current = withFresh(loaded.current, fresh);
      return loaded.current;
    },
    [api],
  );
  const live = useLive(load, EVERY_MS, active);
  const loadEarlier = async (): Promise<number | null> => {
    const before = loaded.current?.next ?? null;
    if (before === null || loadingEarlier) return 0;
    setLoading(true);
    setFailure(null);
    try {
      const page = await api.conversations(before, new AbortController().signal);
      const now = loaded.current ?? { conversations: [], next: before };
      // A refresh may have shortened the list meanwhile; the page then no longer follows it.
      if (now.next !== before) return 0;
      const next = withEarlier(now, page);
      loaded.current = next;
      live.change(() => next);
      return next.conversations.length - now.conversations.length;
    } catch (thrown) {
      setFailure(asFailure(thrown));
      return null;
    } finally {
      setLoading(false);
    }
  };
  return { live, loadEarlier, loadingEarlier, earlierFailure };
}
