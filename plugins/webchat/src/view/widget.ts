import type { Chat, ChatState } from '../chat.js';
import { paletteOf } from '../colour.js';
import type { Options } from '../options.js';
import { fill, textsFor } from '../texts/index.js';
import { createComposer } from './composer.js';
import { el, icon } from './el.js';
import { keepFocus } from './focus.js';
import type { Kit } from './kit.js';
import { createLog } from './log.js';
import { createLightbox } from './lightbox.js';
import { STYLES } from './styles.js';

/** A lost connection shorter than this is not worth a word, in milliseconds. */
const PATIENCE_MS = 2_500;
const NARROW = '(max-width: 480px), (max-height: 480px)';

/** Whether the panel fills the screen. */
export function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}

/** Puts the widget on the page and keeps it in step with the chat. */
export function mount(chat: Chat, options: Options): void {
  const texts = textsFor(options.language);
  const host = el('div', { 'data-parley': true, 'data-scheme': options.scheme, 'data-side': options.position, lang: options.language === 'zh' ? 'zh-CN' : 'en' });
  const palette = paletteOf(options.colour);
  for (const [name, value] of Object.entries({ brand: palette.brand, 'brand-deep': palette.brandDeep, 'on-brand': palette.onBrand, 'accent-light': palette.accentLight, 'accent-dark': palette.accentDark })) host.style.setProperty(`--${name}`, value);
  const shadow = host.attachShadow({ mode: 'open' });
  addStyles(shadow);

  const spoken = el('div', { class: 'sr', role: 'status' });
  const lightbox = createLightbox(texts);
  const kit: Kit = {
    texts,
    locale: options.locale,
    say: (text) => {
      chat.send(text, []);
      composer.focus();
    },
    // The pressed button goes away with the failure: focus must not fall out of the dialog.
    retry: (id) => {
      chat.retry(id);
      composer.focus();
    },
    discard: (id) => {
      chat.discard(id);
      composer.focus();
    },
    imageUrl: (part) => chat.imageUrl(part),
    enlarge: (src, alt, from) => lightbox.show(src, alt, from),
    announce: (text) => (spoken.textContent = text),
  };
  const log = createLog(kit, options.greeting ?? texts.greeting);
  const composer = createComposer({ texts, send: (text, images) => chat.send(text, images), upload: (image) => chat.upload(image) });

  const badge = el('span', { class: 'unread', hidden: true });
  const launcher = el('button', { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', onclick: () => (chat.state().open ? close() : chat.open()) }, el('span', { class: 'face' }, icon('chat'), icon('down')), badge);
  const title = el('h1', {});
  const label = el('span', { class: 'label' });
  const presence = el('span', { class: 'presence' });
  const closeButton = el('button', { type: 'button', class: 'ghost close', 'aria-label': texts.close, title: texts.close, onclick: () => close() }, icon('close'));
  const foot = el('p', { class: 'foot' });
  const banner = el('div', { class: 'banner', role: 'status', hidden: true });
  const panel = el(
    'div',
    { class: 'panel', role: 'dialog', hidden: true, tabindex: '-1' },
    el('header', { class: 'head' }, el('div', { class: 'mark' }, icon('spark')), el('div', { class: 'titles' }, title, el('div', { class: 'sub' }, label, presence)), closeButton),
    banner,
    log.root,
    composer.root,
    foot,
    lightbox.root,
    spoken,
  );
  shadow.append(panel, launcher);
  document.body.append(host);

  let shown = false;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let lostLong = false;
  let pageOverflow: string | null = null;

  function close(): void {
    chat.close();
    launcher.focus({ preventScroll: true });
  }

  panel.addEventListener('keydown', (e) => {
    if (e.key === 'Escape') {
      e.stopPropagation();
      if (!lightbox.hide()) close();
    } else if (lightbox.isOpen()) keepFocus(e, lightbox.root, shadow);
    else if (isNarrow()) keepFocus(e, panel, shadow);
  });

  function fit(): void {
    const modal = shown && isNarrow();
    panel.setAttribute('aria-modal', String(modal));
    // The page behind must not scroll; its own value comes back afterwards.
    const page = document.documentElement.style;
    if (modal && pageOverflow === null) {
      pageOverflow = page.overflow;
      page.overflow = 'hidden';
    } else if (!modal && pageOverflow !== null) {
      page.overflow = pageOverflow;
      pageOverflow = null;
    }
    // Phones lay their keyboard over the page: the panel takes what is left to see.
    const seen = window.visualViewport;
    const keyboard = modal && seen !== null && seen.scale === 1;
    panel.style.height = keyboard ? `${seen.height}px` : '';
    panel.style.top = keyboard ? `${seen.offsetTop}px` : '';
  }
  matchMedia(NARROW).addEventListener('change', fit);
  window.visualViewport?.addEventListener('resize', fit);
  window.visualViewport?.addEventListener('scroll', fit);

  function show(s: ChatState): void {
    if (s.open === shown) return;
    shown = s.open;
    panel.hidden = !s.open;
    host.toggleAttribute('data-open', s.open);
    launcher.setAttribute('aria-expanded', String(s.open));
    fit();
    if (!s.open) return;
    log.toEnd();
    // A phone would raise its keyboard over the greeting: the shopper taps the field when ready.
    if (isNarrow()) panel.focus({ preventScroll: true });
    else composer.focus();
  }

  function bannerText(s: ChatState): string | null {
    if (s.link === 'offline') return texts.offline;
    if (s.slowDown !== null) return fill(texts.slowDown, { n: s.slowDown });
    return lostLong && s.phase !== 'unavailable' ? texts.reconnecting : null;
  }

  function update(): void {
    const s = chat.state();
    if (s.phase === 'refused') {
      // A shopper can do nothing about it; the site's owner looks into the console.
      // eslint-disable-next-line no-console -- meant for the person who put the script tag there
      if (!host.hidden) console.warn(`Parley: the chat is not shown, because this site (${location.origin}) is not among those allowed in the app’s settings, or its site key is not known.`);
      host.hidden = true;
      return;
    }
    if (s.link !== 'lost') {
      clearTimeout(lostTimer);
      lostTimer = undefined;
      lostLong = false;
    } else
      lostTimer ??= setTimeout(() => {
        lostLong = true;
        update();
      }, PATIENCE_MS);
    const name = options.title ?? (s.shop === '' ? texts.shop : s.shop);
    title.textContent = name;
    panel.setAttribute('aria-label', fill(texts.chatWith, { shop: name }));
    label.textContent = s.withTeam || !s.answering ? texts.team : texts.assistant;
    // A person's words carry no such note; the line stays, so that nothing jumps.
    foot.textContent = s.withTeam ? '\u00a0' : s.answering ? texts.note : texts.paused;
    const up = s.phase === 'idle' || (s.link === 'online' && s.phase === 'ready');
    presence.textContent = s.phase === 'unavailable' || (up && (s.withTeam || !s.answering)) ? '' : up ? texts.online : texts.connecting;
    presence.classList.toggle('up', up);
    const said = bannerText(s);
    banner.hidden = said === null;
    banner.classList.toggle('soft', s.link !== 'offline');
    if (said !== null && banner.textContent !== said) banner.textContent = said;
    badge.hidden = s.unread === 0;
    badge.textContent = s.unread > 9 ? '9+' : String(s.unread);
    launcher.setAttribute('aria-label', s.open ? texts.close : s.unread > 0 ? fill(texts.openUnread, { n: s.unread }) : texts.open);
    composer.enable(s.phase !== 'unavailable');
    log.update(s);
    show(s);
  }

  chat.subscribe(update);
  update();
}

/** A constructed sheet works under the strictest style policy; a style element serves older browsers. */
function addStyles(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    shadow.adoptedStyleSheets = [sheet];
  } catch (e) {
    if (!(e instanceof TypeError) && !(e instanceof DOMException)) throw e;
    shadow.append(el('style', {}, STYLES));
  }
}
