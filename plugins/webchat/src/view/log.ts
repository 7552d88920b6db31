import type { ChatState } from '../chat.js';
import { dayLabel, startOfDay } from '../format.js';
import type { Item } from '../timeline.js';
import { bubble, typingRow, type Standing } from './bubble.js';
import { el, icon } from './el.js';
import type { Kit } from './kit.js';
import { welcome } from './welcome.js';

/** Messages of one side within this long of each other stand together. */
const RUN_MS = 3 * 60_000;
/** Nearer to the end than this, in pixels, is at the end. */
const NEAR_PX = 60;
/** What stays to be seen above the first line of an answer that is taller than the log, in pixels. */
const HEADROOM_PX = 12;

/** The scrolling list of messages. Only what changed is drawn anew, so that screen readers hear just that. */
export function createLog(kit: Kit, greeting: string): { root: HTMLElement; update(s: ChatState): void; toEnd(): void } {
  const list = el('div', { class: 'list', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': kit.texts.messages });
  const jump = el('button', { type: 'button', class: 'jump', hidden: true, onclick: () => scrollTo(scroller.scrollHeight, true) }, kit.texts.newMessages, icon('down'));
  const scroller = el('div', { class: 'scroll', tabindex: '-1', onscroll: onScroll }, list);
  const root = el('div', { class: 'log' }, scroller, jump);
  const rows = new Map<string, { version: string; node: HTMLElement }>();
  const intro = welcome(kit, greeting);
  const dots = typingRow(kit);
  let count = 0;
  /** Whether the log goes along with what comes: until the shopper scrolls up, and again from the end on. */
  let following = true;
  let lastTop = 0;

  const near = (): boolean => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;

  function onScroll(): void {
    if (near()) {
      following = true;
      jump.hidden = true;
    } else if (scroller.scrollTop < lastTop - 2) following = false;
    lastTop = scroller.scrollTop;
  }

  function scrollTo(top: number, smooth: boolean): void {
    following = true;
    jump.hidden = true;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollTo({ top, behavior: smooth && !still ? 'smooth' : 'auto' });
  }

  // Pictures make the log grow after it was scrolled to its end.
  scroller.addEventListener('load', (e) => {
    if (following && e.target instanceof HTMLElement && e.target.closest('.picture') !== null) scrollTo(scroller.scrollHeight, false);
  }, true);

  function rowOf(key: string, version: string, draw: () => HTMLElement): HTMLElement {
    const old = rows.get(key);
    if (old?.version === version) return old.node;
    const node = draw();
    // Only what comes moves in; what changes stays where it is.
    if (old === undefined) node.classList.add('new');
    rows.set(key, { version, node });
    return node;
  }

  function nodesFor(items: readonly Item[], now: number): HTMLElement[] {
    const nodes: HTMLElement[] = [];
    items.forEach((item, i) => {
      const before = items[i - 1];
      const after = items[i + 1];
      const newDay = before === undefined || startOfDay(before.at) !== startOfDay(item.at);
      if (newDay && item.at > 0) {
        const label = dayLabel(item.at, now, kit.locale, { today: kit.texts.today, yesterday: kit.texts.yesterday });
        nodes.push(rowOf(`day:${item.id}`, label, () => el('div', { class: 'day' }, el('span', {}, label))));
      }
      const standing: Standing = {
        first: newDay || !together(before, item),
        last: after === undefined || !together(item, after),
        fresh: after === undefined || items.slice(i + 1).every((x) => x.from !== 'shopper' && !x.parts.some((p) => p.type === 'buttons')),
      };
      nodes.push(rowOf(item.id, JSON.stringify([standing, item.state, item.problem, item.at, item.parts.length]), () => bubble(item, standing, kit)));
    });
    return nodes;
  }

  return {
    root,
    toEnd: () => scrollTo(scroller.scrollHeight, false),
    update(s) {
      const fresh = s.items[count];
      const many = s.items.length - count;
      count = s.items.length;
      list.setAttribute('aria-busy', String(s.phase === 'loading'));
      const nodes = nodesFor(s.items, Date.now());
      for (const key of [...rows.keys()]) {
        const row = rows.get(key);
        if (row !== undefined && !nodes.includes(row.node)) rows.delete(key);
      }
      if (s.phase === 'loading' && s.items.length === 0) nodes.push(rowOf('skeleton', '', skeleton));
      else if (s.items.length === 0 && s.phase !== 'unavailable') nodes.push(intro);
      if (s.phase === 'unavailable') nodes.push(rowOf('off', '', () => el('div', { class: 'note' }, kit.texts.unavailable)));
      if (s.typing) nodes.push(dots);
      place(list, nodes);
      const mine = s.items.at(-1)?.from === 'shopper';
      if (fresh === undefined || many > 5) {
        if (following) scrollTo(scroller.scrollHeight, false);
      } else if (following || mine) {
        // An answer is read from its first line, even where it does not fit.
        const row = mine ? undefined : rows.get(fresh.id)?.node;
        scrollTo(Math.min(row === undefined ? Infinity : row.offsetTop - HEADROOM_PX, scroller.scrollHeight - scroller.clientHeight), true);
      } else jump.hidden = false;
    },
  };
}

/** Makes the children those given, moving as few as possible: a node that stays is not announced again. */
function place(parent: HTMLElement, nodes: readonly HTMLElement[]): void {
  const wanted = new Set<Node>(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, i) => {
    const there = parent.childNodes[i];
    if (there !== node) parent.insertBefore(node, there ?? null);
  });
}

function together(a: Item | undefined, b: Item): boolean {
  return a !== undefined && a.from === b.from && a.by === b.by && b.at - a.at < RUN_MS;
}

function skeleton(): HTMLElement {
  return el('div', { class: 'skeleton', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
}
