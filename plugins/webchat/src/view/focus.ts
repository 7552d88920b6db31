/** Keeps Tab within a dialog that covers the page: after its last control comes the first, and the other way round. */
export function keepFocus(e: KeyboardEvent, panel: HTMLElement, root: ShadowRoot): void {
  if (e.key !== 'Tab') return;
  const stops = [...panel.querySelectorAll<HTMLElement>('a[href], button, textarea, [tabindex="0"]')].filter((n) => !n.matches(':disabled') && n.getClientRects().length > 0);
  const first = stops[0];
  const last = stops.at(-1);
  const at = root.activeElement;
  if (first === undefined || last === undefined) return;
  if (e.shiftKey && (at === first || at === panel)) {
    e.preventDefault();
    last.focus();
  } else if (!e.shiftKey && at === last) {
    e.preventDefault();
    first.focus();
  }
}
