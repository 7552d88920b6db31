import type { Texts } from '../texts/index.js';
import { el, icon } from './el.js';

/** A picture over the whole panel; focus goes back to where it was opened from. */
export function createLightbox(texts: Texts): { root: HTMLElement; show(src: string, alt: string, from: HTMLElement): void; hide(): boolean; isOpen(): boolean } {
  const img = el('img', {});
  const button = el('button', { type: 'button', class: 'ghost', 'aria-label': texts.closeImage, onclick: () => hide() }, icon('close'));
  const root = el('div', { class: 'lightbox', hidden: true, onclick: () => hide() }, img, button);
  let back: HTMLElement | null = null;

  function hide(): boolean {
    if (root.hidden) return false;
    root.hidden = true;
    back?.focus();
    return true;
  }

  return {
    root,
    hide,
    isOpen: () => !root.hidden,
    show(src, alt, from) {
      if (src === '') return;
      img.src = src;
      img.alt = alt;
      back = from;
      root.hidden = false;
      button.focus();
    },
  };
}
