import type { AccountList } from './accounts.js';
import type { Witness, Written } from './witness.js';

const TICK_MS = 200;
/** Conversations per account that go on for the whole run. */
const LASTING = 12;

/** Messages that need no look-up: what is tested is the way, not the words. */
const TEXTS = ['Hello!', '你好', 'What is your return policy?', 'Thanks!'];
/** One that something is done about, so that it is decided before it is done. */
const HAND_OFF = 'I want to talk to a human';
/** Of so many new conversations one asks for it. */
const HAND_OFF_EVERY = 4;

/** A steady stream of shoppers' messages, until it is stopped. */
export interface Load {
  /** Resolves when the last message is written. Rejects when the host did not take one. */
  stop(): Promise<void>;
  /** The shopper of every lasting conversation writes once more: what the reply window held may go then. */
  again(): Promise<void>;
}

/** Every tick one new conversation of one message, and two or three messages in a row in one that lasts, for each account. */
export function startLoad(witness: Witness, accounts: AccountList, random: () => number, tickMs = TICK_MS): Load {
  let number = 0;
  let running = true;
  const below = (n: number) => Math.floor(random() * n);

  function messageIn(account: string, thread: string, text = TEXTS[below(TEXTS.length)] ?? 'Hello!'): Written {
    const n = ++number;
    return { account, thread, identity: `shopper-${thread}`, id: `m-${n}`, text: `${text} (${n})` };
  }

  async function run(): Promise<void> {
    for (let tick = 0; running; tick += 1) {
      const due = performance.now() + tickMs;
      const messages = accounts.flatMap(({ account }) => {
        const lasting = `lasting-${below(LASTING)}`;
        return [messageIn(account, `single-${tick}`, tick % HAND_OFF_EVERY === 0 ? HAND_OFF : undefined), ...Array.from({ length: 2 + below(2) }, () => messageIn(account, lasting))];
      });
      await witness.write(messages);
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  const done = run();
  // Whoever stops it hears of it.
  done.catch(() => {});
  return {
    stop: () => {
      running = false;
      return done;
    },
    again: () => witness.write(accounts.flatMap(({ account }) => Array.from({ length: LASTING }, (_, n) => messageIn(account, `lasting-${n}`)))),
  };
}
