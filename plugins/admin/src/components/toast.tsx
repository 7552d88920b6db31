import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { useTexts } from '../i18n/context.js';
import { Icon } from './icon.js';

const SHOWN_MS = 6_000;

const SayContext = createContext<(text: string) => void>(() => {});

/** Says in passing that something was done; screen readers hear it too. */
export function useSay(): (text: string) => void {
  return useContext(SayContext);
}

/** Holds the place where such words appear, at the foot of the page and over it, so that nothing moves. */
export function ToastPlace({ children }: { children: ComponentChildren }): JSX.Element {
  const { t } = useTexts();
  const [said, setSaid] = useState<{ text: string; turn: number } | null>(null);
  const say = useCallback((text: string) => setSaid((before) => ({ text, turn: (before?.turn ?? 0) + 1 })), []);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <SayContext.Provider value={say}>
      {children}
      <div class="toast-place" role="status">
        {said === null ? null : (
          <div class="toast" key={said.turn}>
            <span>{said.text}</span>
            <button type="button" class="toast-close" aria-label={t('action.dismiss')} onClick={() => setSaid(null)}>
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
    </SayContext.Provider>
  );
}
