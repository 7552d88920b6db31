import { useEffect, useMemo, useState } from 'preact/hooks';
import { Poller, type Live } from './poller.js';

const SLOWEST_MS = 60_000;

/** A live answer and the ways to touch it. */
export interface LiveHandle<T> extends Live<T> {
  /** Asks now. */
  readonly reload: () => void;
  /** Puts in what a change just answered. */
  readonly change: (by: (data: T) => T) => void;
}

/**
 * Keeps an answer fresh every `every` ms while the page is visible and `active`, and asks at once when it comes back to
 * the front. `load` must be stable between renders: a new one begins anew.
 */
export function useLive<T>(load: (signal: AbortSignal) => Promise<T>, every: number, active: boolean): LiveHandle<T> {
  const [live, show] = useState<Live<T>>({ data: null, at: null, failure: null, loading: true });
  const poller = useMemo(
    () =>
      new Poller<T>({
        load,
        every,
        slowest: SLOWEST_MS,
        now: () => Date.now(),
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        visible: () => document.visibilityState === 'visible',
        show,
      }),
    [load, every],
  );
  useEffect(() => {
    if (!active) return;
    const wake = () => poller.wake();
    poller.start();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('focus', wake);
    // Coming back from the theme editor may show this page from the browser's own memory.
    window.addEventListener('pageshow', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('focus', wake);
      window.removeEventListener('pageshow', wake);
      poller.stop();
    };
  }, [poller, active]);
  return useMemo(() => ({ ...live, reload: () => poller.reload(), change: (by) => poller.change(by) }), [live, poller]);
}
