import type { Attached } from '../chat.js';
import { failureOf } from '../failure.js';
import { prepareImage } from '../image-shrink.js';
import { fill, type Texts } from '../texts/index.js';
import { el, icon } from './el.js';

const MAX_IMAGES = 4;
/** What the service keeps of one message, in UTF-16 units. */
const MAX_TEXT = 20_000;

/** Where a message is written: text that grows, pictures that are uploaded while one writes on. */
export function createComposer(deps: {
  texts: Texts;
  send: (text: string, images: readonly Attached[]) => void;
  upload: (image: Blob) => Promise<Attached>;
}): { root: HTMLElement; focus(): void; enable(on: boolean): void } {
  const { texts } = deps;
  let attached: { node: HTMLElement; done: Attached | null }[] = [];
  let enabled = true;
  let complaintTimer: ReturnType<typeof setTimeout> | undefined;

  const area = el('textarea', {
    rows: '1',
    placeholder: texts.write,
    'aria-label': texts.message,
    maxlength: String(MAX_TEXT),
    enterkeyhint: 'send',
    autocomplete: 'off',
    oninput: update,
    onfocus: update,
    onkeydown: (e: KeyboardEvent) => {
      // While an input method is composing, Enter picks a candidate; 229 is how older Safari says so.
      if (e.key !== 'Enter' || e.shiftKey || e.isComposing || isComposingLegacy(e)) return;
      e.preventDefault();
      submit();
    },
    onpaste: (e: ClipboardEvent) => {
      const images = [...(e.clipboardData?.files ?? [])].filter((f) => f.type.startsWith('image/'));
      if (images.length === 0) return;
      e.preventDefault();
      addAll(images);
    },
  });
  const picker = el('input', { type: 'file', accept: 'image/png,image/jpeg,image/webp,image/gif', multiple: true, hidden: true, tabindex: '-1', onchange: () => {
    addAll([...(picker.files ?? [])]);
    picker.value = '';
  } });
  const attach = el('button', { type: 'button', class: 'ghost attach', 'aria-label': texts.attach, title: texts.attach, onclick: () => picker.click() }, icon('image'));
  const submitButton = el('button', { type: 'submit', class: 'send', 'aria-label': texts.send, title: texts.send }, icon('send'));
  const tray = el('div', { class: 'tray', hidden: true });
  const complaint = el('div', { class: 'complaint', role: 'alert', hidden: true });
  const root = el('form', { class: 'composer', novalidate: true, onsubmit: (e: SubmitEvent) => {
    e.preventDefault();
    submit();
    area.focus();
  } }, complaint, tray, el('div', { class: 'field' }, attach, area, submitButton), picker);
  root.addEventListener('dragover', (e) => e.preventDefault());
  root.addEventListener('drop', (e) => {
    e.preventDefault();
    addAll([...(e.dataTransfer?.files ?? [])]);
  });
  update();

  function ready(): boolean {
    return enabled && attached.every((a) => a.done !== null) && (attached.length > 0 || area.value.trim() !== '');
  }

  function update(): void {
    area.style.height = 'auto';
    // Not laid out, it measures nothing; it is measured again when it gets the focus.
    if (area.scrollHeight > 0) area.style.height = `${Math.min(area.scrollHeight, 132)}px`;
    area.disabled = !enabled;
    attach.disabled = !enabled;
    tray.hidden = attached.length === 0;
    submitButton.setAttribute('aria-disabled', String(!ready()));
  }

  function submit(): void {
    if (!ready()) return;
    deps.send(area.value.trim(), attached.flatMap((a) => a.done ?? []));
    area.value = '';
    attached = [];
    complaint.hidden = true;
    tray.replaceChildren();
    update();
  }

  function complain(text: string): void {
    clearTimeout(complaintTimer);
    complaint.textContent = text;
    complaint.hidden = false;
    complaintTimer = setTimeout(() => (complaint.hidden = true), 6_000);
  }

  function addAll(files: readonly File[]): void {
    for (const file of files) void add(file);
    area.focus();
  }

  async function add(file: File): Promise<void> {
    if (attached.length >= MAX_IMAGES) {
      complain(fill(texts.imageFull, { n: MAX_IMAGES }));
      return;
    }
    const shown = URL.createObjectURL(file);
    const node = el('div', { class: 'attached busy' }, el('img', { src: shown, alt: texts.image }), el('span', { class: 'spin', role: 'status' }, el('span', { class: 'sr' }, texts.uploading)));
    const entry: { node: HTMLElement; done: Attached | null } = { node, done: null };
    const remove = (): void => {
      attached = attached.filter((a) => a !== entry);
      node.remove();
      update();
    };
    node.append(el('button', { type: 'button', 'aria-label': texts.removeImage, onclick: remove }, icon('close')));
    attached.push(entry);
    tray.append(node);
    update();
    try {
      const image = await prepareImage(file);
      if (typeof image === 'string') {
        remove();
        complain(texts[image]);
        return;
      }
      entry.done = await deps.upload(image);
      node.classList.remove('busy');
    } catch (e) {
      remove();
      complain(texts[whyNot(failureOf(e).status)]);
    } finally {
      URL.revokeObjectURL(shown);
      const img = node.querySelector('img');
      if (img !== null && entry.done !== null) img.src = entry.done.preview;
    }
    update();
  }

  return {
    root,
    focus: () => area.focus({ preventScroll: true }),
    enable(on) {
      if (on === enabled) return;
      enabled = on;
      update();
    },
  };
}

/** What the service does not take it will not take the next time either. */
function whyNot(status: number): 'imageTooLarge' | 'imageWrongKind' | 'imageFailed' {
  if (status === 413) return 'imageTooLarge';
  return status === 415 || status === 422 ? 'imageWrongKind' : 'imageFailed';
}

function isComposingLegacy(e: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only sign that Safari gives of the Enter that ends a composition
  return e.keyCode === 229;
}
