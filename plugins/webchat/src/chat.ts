import { backoffMs } from './backoff.js';
import { failureOf, type Failure } from './failure.js';
import type { Api } from './http.js';
import { createLive, type LinkState } from './live.js';
import { createOutbox } from './outbox.js';
import { createSessions } from './sessions.js';
import type { Memory } from './storage.js';
import { createTabs, readMark } from './tabs.js';
import { createTimeline, type Item } from './timeline.js';
import { createTyping } from './typing.js';
import type { Entry, ImagePart, Part, Session } from './wire.js';

/** A thread with news in this time is followed even while its panel is closed, so that the badge is true. */
const RECENT_MS = 24 * 3_600_000;
/** A tab nobody looks at lets its stream go after this long, in milliseconds. */
const HIDDEN_MS = 60_000;

/** An image that is stored at the service and shown from the browser's own copy. */
export interface Attached {
  blob: string;
  preview: string;
}

/** Everything the screen shows. */
export interface ChatState {
  open: boolean;
  /** `refused`: the shop has not let this site show its chat. */
  phase: 'idle' | 'loading' | 'ready' | 'unavailable' | 'refused';
  link: LinkState | 'offline';
  items: readonly Item[];
  typing: boolean;
  /** Whether the assistant answers; off while the shop has paused it. */
  answering: boolean;
  /** Whether a person has taken over. */
  withTeam: boolean;
  unread: number;
  /** Seconds until a message goes out that came too quickly; null when none waits. */
  slowDown: number | null;
  shop: string;
}

interface Shown extends Pick<ChatState, 'open' | 'phase' | 'slowDown' | 'answering'> {
  link: LinkState;
}

export interface Chat {
  state(): ChatState;
  subscribe(listener: () => void): void;
  /** Picks up where the last page left off, without a word to the service where there is nothing to pick up. */
  resume(): void;
  open: () => void;
  close: () => void;
  send(text: string, images: readonly Attached[]): void;
  upload(image: Blob): Promise<Attached>;
  retry(id: string): void;
  discard(id: string): void;
  /** Where an image can be shown from; rejects with `Failure`. */
  imageUrl(part: ImagePart): Promise<string>;
}

/** What the chat needs of the page it is on. */
export interface Surroundings {
  api: Api;
  memory: Memory;
  /** Name that the shop's tabs share. */
  channel: string;
  /** Whether the host must be asked once per page who is signed in. */
  askFirst: boolean;
  /** Whether an open panel may open again on the next page. */
  reopens: () => boolean;
  now: () => number;
  random: () => number;
  newId: () => string;
}

export function createChat(env: Surroundings): Chat {
  const { api, memory, now, random } = env;
  const listeners: (() => void)[] = [];
  const timeline = createTimeline();
  const previews = new Map<string, string>();
  const fetched = new Map<string, Promise<string>>();
  const view: Shown = { open: false, phase: 'idle', link: 'connecting', slowDown: null, answering: true };
  let connecting = false;
  let attempt = 0;

  const changed = (): void => {
    for (const l of listeners) l();
  };
  const typing = createTyping(changed);
  const seen = (): boolean => view.open && !document.hidden;
  const mark = (): { get(): number; set(n: number): void } => readMark(memory, sessions.known()?.thread ?? '');

  const sessions = createSessions({ api, memory, now, askFirst: env.askFirst, onChange: sessionChanged });
  const outbox = createOutbox({
    memory,
    post: (m) => sessions.use((s) => api.post(s, m)),
    timer(ms, callback) {
      const handle = setTimeout(callback, ms);
      return () => clearTimeout(handle);
    },
    random,
    onState(m, state, failure) {
      timeline.setState(m.id, state, failure?.code ?? '');
      view.slowDown = failure?.status === 429 ? Math.max(1, Math.ceil((failure.retryAfterMs ?? 1_000) / 1_000)) : null;
      if (state === 'sent') {
        memory.set('active', String(now()));
        tabs.tell({ type: 'sent', id: m.id });
        typing.expect(m.id);
      }
      changed();
    },
  });
  const live = createLive({
    api,
    sessions,
    last: () => timeline.last(),
    random,
    onEntry: arrived,
    onAnswering(answering) {
      view.answering = answering;
      changed();
    },
    onState(state, failure) {
      view.link = state;
      if (failure !== null && !failure.passing) unavailable(failure);
      if (state === 'online') outbox.retry();
      changed();
    },
  });
  const tabs = createTabs(env.channel, (news) => {
    if (news.type === 'said') timeline.receive(news.entry);
    else if (news.type === 'sent') {
      timeline.setState(news.id, 'sent', '');
      typing.expect(news.id);
    } else if (news.type === 'discarded') timeline.remove(news.id);
    else if (news.n > mark().get()) mark().set(news.n);
    changed();
  });

  function arrived(entry: Entry): void {
    if (!timeline.receive(entry)) return;
    if (entry.from !== 'shopper') typing.answered(entry.replyTo);
    memory.set('active', String(now()));
    if (seen()) markRead();
    changed();
  }

  function withTeam(): boolean {
    return timeline.items().filter((i) => i.from === 'bot' || i.from === 'agent').at(-1)?.from === 'agent';
  }

  function markRead(): void {
    const n = timeline.last();
    if (n <= mark().get()) return;
    mark().set(n);
    tabs.tell({ type: 'read', n });
  }

  function sessionChanged(fresh: Session, before: Session | null): void {
    view.answering = fresh.answering;
    if (before === null) outbox.rehome('', fresh.thread);
    if (before === null || before.thread === fresh.thread) return;
    // A guest who signs in takes unsent words along; what a signed-in person left unsent is nobody else's to send.
    outbox.rehome(before.thread, before.thread.startsWith('g_') ? fresh.thread : null);
    timeline.clear();
    typing.clear();
    showPending();
    if (view.phase !== 'ready') return;
    live.stop();
    view.phase = 'loading';
    // The call that brought the new session goes on first.
    queueMicrotask(() => void connect());
  }

  function showPending(): void {
    for (const m of outbox.pending()) {
      const parts: Part[] = m.text === '' ? [] : [{ type: 'text', text: m.text }];
      for (const blob of m.images) parts.push({ type: 'image', blob, url: undefined, alt: undefined });
      timeline.say({ n: 0, id: m.id, at: m.at, from: 'shopper', by: '', parts, replyTo: [] }, 'waiting');
    }
  }

  async function connect(): Promise<void> {
    if (connecting) return;
    connecting = true;
    if (view.phase !== 'ready') view.phase = 'loading';
    changed();
    const failure = await sessions
      .use((s) => api.history(s))
      .then((entries) => {
        timeline.load(entries);
        return null;
      }, failureOf);
    connecting = false;
    if (failure === null) {
      attempt = 0;
      view.phase = 'ready';
      if (seen()) markRead();
      live.start();
      outbox.retry();
    } else if (failure.passing) {
      view.link = 'lost';
      setTimeout(() => void connect(), failure.retryAfterMs ?? backoffMs(++attempt, random));
    } else view.phase = phaseAfter(failure);
    changed();
  }

  function unavailable(failure: Failure): void {
    // The service closes the chat for good only by these; anything else is about one request.
    if (failure.status !== 403 && failure.status !== 404) return;
    live.stop();
    view.phase = phaseAfter(failure);
  }

  function back(): void {
    live.nudge();
    if (view.phase === 'ready') {
      live.start();
      outbox.retry();
    } else if (view.phase === 'loading') void connect();
    if (seen()) markRead();
    changed();
  }

  function open(): void {
    view.open = true;
    memory.set('open', '1');
    if (view.phase === 'ready') markRead();
    else void connect();
    changed();
  }

  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiddenTimer);
    if (document.hidden) hiddenTimer = setTimeout(() => live.stop(), HIDDEN_MS);
    else back();
  });
  addEventListener('online', back);
  addEventListener('offline', changed);

  return {
    state: () => ({
      ...view,
      link: navigator.onLine ? view.link : 'offline',
      items: timeline.items(),
      // Whether a person is writing, nobody tells us.
      typing: typing.on() && view.answering && view.link === 'online' && !withTeam(),
      withTeam: withTeam(),
      unread: seen() ? 0 : timeline.items().filter((i) => i.from !== 'shopper' && i.n > mark().get()).length,
      shop: sessions.known()?.shop ?? '',
    }),
    subscribe: (l) => void listeners.push(l),
    resume() {
      showPending();
      const active = Number(memory.get('active') ?? 0);
      if (memory.get('open') === '1' && env.reopens()) open();
      else if (sessions.known() !== null && (outbox.pending().length > 0 || active + RECENT_MS > now())) void connect();
    },
    open,
    close() {
      view.open = false;
      memory.remove('open');
      changed();
    },
    send(text, images) {
      const id = env.newId();
      const parts: Part[] = text === '' ? [] : [{ type: 'text', text }];
      for (const i of images) {
        previews.set(i.blob, i.preview);
        parts.push({ type: 'image', blob: i.blob, url: undefined, alt: undefined });
      }
      const entry: Entry = { n: 0, id, at: now(), from: 'shopper', by: '', parts, replyTo: [] };
      timeline.say(entry, 'sending');
      tabs.tell({ type: 'said', entry });
      outbox.add({ id, thread: sessions.known()?.thread ?? '', text, images: images.map((i) => i.blob), at: entry.at });
      changed();
    },
    async upload(image) {
      const { blob } = await sessions.use((s) => api.upload(s, image));
      return { blob, preview: URL.createObjectURL(image) };
    },
    retry: (id) => outbox.retry(id),
    discard(id) {
      timeline.remove(id);
      tabs.tell({ type: 'discarded', id });
      outbox.discard(id);
      changed();
    },
    imageUrl({ blob, url }) {
      if (blob === undefined) return url === undefined ? Promise.reject(failureOf('no source')) : Promise.resolve(url);
      const own = previews.get(blob);
      if (own !== undefined) return Promise.resolve(own);
      const known = fetched.get(blob);
      if (known !== undefined) return known;
      const loading = sessions.use((s) => api.image(s, blob)).then((b) => URL.createObjectURL(b));
      fetched.set(blob, loading);
      loading.catch(() => fetched.delete(blob));
      return loading;
    },
  };
}

function phaseAfter(failure: Failure): 'unavailable' | 'refused' {
  return failure.code === 'webchat.foreign-origin' || failure.code === 'webchat.unknown-site' ? 'refused' : 'unavailable';
}
