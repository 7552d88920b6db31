import { useCallback, useRef, useState } from 'preact/hooks';
import { asFailure, type Failure } from '../api/failure.js';

/** Something the merchant starts by a button: one at a time, and why it failed. */
export interface Task {
  busy: boolean;
  failure: Failure | null;
  /** Does nothing while the one before is under way. */
  readonly run: (work: () => Promise<void>) => void;
  readonly clear: () => void;
}

export function useTask(): Task {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback((work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(null);
    work()
      .catch((thrown: unknown) => setFailure(asFailure(thrown)))
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  }, []);
  const clear = useCallback(() => setFailure(null), []);
  return { busy, failure, run, clear };
}
