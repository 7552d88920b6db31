import type { Track, Wake } from '../signals/index.js';

/** What a worker can be asked to look at: a mailbox to think about or to deliver from, an installation whose host announced something. */
export type Work = 'think' | 'deliver' | 'pull';

/** Asks whichever process works on it. Being lost costs time, never work. */
export interface CallsForWork {
  call(work: Work, id: string, tenant: string): void;
  /** Returns the way to stop. */
  onCall(listener: (work: Work, id: string) => void): () => void;
  /** Whether calls about this tenant's mailbox come to this process. */
  comesHere(mailbox: string, tenant: string): boolean;
}

/** On the wake-up signal: most calls are for thinking and travel as the bare mailbox, the others under a prefix, which no id has. */
export function createCallsForWork(wake: Wake, trackOf: (tenant: string) => Track): CallsForWork {
  return {
    call: (work, id, tenant) => wake.wake(work === 'think' ? id : `${work}/${id}`, trackOf(tenant)),
    onCall: (listener) =>
      wake.onWake((told) => {
        const at = told.indexOf('/');
        const work = at === -1 ? 'think' : told.slice(0, at);
        if (work === 'think' || work === 'deliver' || work === 'pull') listener(work, told.slice(at + 1));
      }),
    comesHere: (mailbox, tenant) => wake.comesHere(mailbox, trackOf(tenant)),
  };
}
