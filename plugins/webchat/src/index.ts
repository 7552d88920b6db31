import { createApi } from './http.js';
import { createChat } from './chat.js';
import { readOptions } from './options.js';
import { createMemory } from './storage.js';
import { mount, isNarrow } from './view/widget.js';

declare global {
  interface Window {
    /** What the page may do with its chat. */
    Parley?: { open(): void; close(): void };
  }
}

function start(script: HTMLScriptElement): void {
  const options = readOptions(script.dataset, {
    scriptUrl: script.src,
    pageUrl: location.href,
    htmlLang: document.documentElement.lang,
    browserLanguages: navigator.languages,
  });
  if (options === null || window.Parley !== undefined) return;
  const name = `parley:${options.site ?? new URL(options.session ?? location.href).pathname}:`;
  const chat = createChat({
    api: createApi(options, fetch.bind(window)),
    memory: createMemory(name, () => localStorage),
    channel: name,
    askFirst: options.session !== null,
    // A panel that covers the whole screen must not cover the page a shopper has just gone to.
    reopens: () => !isNarrow(),
    now: Date.now,
    random: Math.random,
    newId: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join(''),
  });
  mount(chat, options);
  window.Parley = { open: () => chat.open(), close: () => chat.close() };
  chat.resume();
}

/** Known only while the script first runs; a callback would look for it in vain. */
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  // `body` is not there yet when the tag stands in the head.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => start(script), { once: true });
  else start(script);
}
