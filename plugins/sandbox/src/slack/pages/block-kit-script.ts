/** Draws Block Kit and Slack's markup with nodes of its own: nothing an app sends is ever read as HTML. Source: docs.slack.dev, "Block Kit" and "Formatting text". */
export const BLOCK_KIT_JS = `window.blockKit = (() => {
  'use strict';
  const node = (tag, name, ...inside) => { const n = document.createElement(tag); if (name) n.className = name; n.append(...inside.filter((x) => x !== null && x !== undefined && x !== '')); return n; };
  const unescaped = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  const EMOJI = { warning: '\\u26a0\\ufe0f' };

  const moment = (seconds, locale) => {
    const at = new Date(seconds * 1000);
    const today = new Date().toDateString() === at.toDateString();
    return at.toLocaleString(locale, today ? { hour: '2-digit', minute: '2-digit' } : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  };
  const reference = (inner, scene) => {
    const [target, label] = inner.split('|');
    if (target.startsWith('@')) return node('span', 'mention', '@' + (scene.people[target.slice(1)]?.displayName ?? target.slice(1)));
    if (target.startsWith('#')) return node('span', 'mention', '#' + (scene.channels[target.slice(1)] ?? target.slice(1)));
    const date = /^!date\\^(\\d+)\\^/.exec(target);
    if (date) return node('time', '', moment(Number(date[1]), scene.locale));
    if (target.startsWith('!')) return node('span', 'mention loud', '@' + target.slice(1));
    const link = node('a', '', unescaped(label ?? target));
    if (/^https?:/.test(target)) { link.href = unescaped(target); if (new URL(link.href).origin !== location.origin) { link.target = '_blank'; link.rel = 'noopener noreferrer'; } }
    return link;
  };
  const inline = (text, scene) => {
    const out = [];
    const pattern = /<([^<>]+)>|\\*([^*\\n]+)\\*|(?<![\\p{L}\\d])_([^_\\n]+)_(?![\\p{L}\\d])|\`([^\`\\n]+)\`|:([a-z_]+):/gu;
    let from = 0;
    for (const m of text.matchAll(pattern)) {
      out.push(unescaped(text.slice(from, m.index)));
      from = m.index + m[0].length;
      if (m[1] !== undefined) out.push(reference(m[1], scene));
      else if (m[2] !== undefined) out.push(node('strong', '', ...inline(m[2], scene)));
      else if (m[3] !== undefined) out.push(node('em', '', ...inline(m[3], scene)));
      else if (m[4] !== undefined) out.push(node('code', '', unescaped(m[4])));
      else out.push(EMOJI[m[5]] ?? m[0]);
    }
    out.push(unescaped(text.slice(from)));
    return out;
  };
  const mrkdwn = (text, scene) => {
    const out = [];
    let quote = null;
    for (const line of text.split('\\n')) {
      const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line);
      if (quoted) {
        if (quote === null) out.push(quote = node('blockquote'));
        quote.append(node('div', '', ...inline(quoted[1], scene)));
      } else {
        quote = null;
        out.push(node('div', line === '' ? 'gap' : '', ...inline(line, scene)));
      }
    }
    return out;
  };
  const textOf = (text, scene) => text.type === 'mrkdwn' ? mrkdwn(text.text, scene) : [text.text];

  /** What a field of a form is sent as. */
  const values = new WeakMap();
  const select = (element, options, chosen, label) => {
    const s = node('select');
    s.setAttribute('aria-label', label);
    s.append(new Option(element.placeholder?.text ?? '\\u2013', '', true, chosen === undefined));
    for (const [value, text] of options) s.append(new Option(text, value, false, value === chosen));
    return s;
  };
  const people = (scene) => Object.values(scene.people).filter((p) => !p.isBot).map((p) => [p.id, p.displayName]);
  const ticks = (options, chosen) => {
    const box = node('div', 'ticks');
    for (const [value, text] of options) {
      const tick = node('input');
      tick.type = 'checkbox';
      tick.value = value;
      tick.checked = chosen.includes(value);
      box.append(node('label', '', tick, text));
    }
    return box;
  };
  const ticked = (box) => [...box.querySelectorAll('input:checked')].map((i) => i.value);

  const button = (element, act) => {
    const b = node(element.url ? 'a' : 'button', 'button ' + (element.style ?? ''), element.text.text);
    if (element.url) b.href = element.url;
    else b.type = 'button';
    b.dataset.action = element.action_id;
    b.addEventListener('click', () => {
      if (!element.confirm) return void act({ action: element.action_id, value: element.value });
      ask(element.confirm, () => act({ action: element.action_id, value: element.value }));
    });
    return b;
  };
  const ask = (confirm, then) => {
    const dialog = node('dialog', 'confirm');
    const yes = node('button', 'button ' + (confirm.style ?? 'primary'), confirm.confirm.text);
    const no = node('button', 'button', confirm.deny.text);
    dialog.append(node('h2', '', confirm.title.text), node('p', '', confirm.text.text), node('div', 'row end', no, yes));
    yes.addEventListener('click', () => { dialog.close(); then(); });
    no.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  const interactive = (element, scene, act) => {
    if (element.type === 'button') return button(element, act);
    if (element.type === 'users_select') {
      const s = select(element, people(scene), undefined, element.placeholder?.text ?? 'person');
      s.dataset.action = element.action_id;
      s.addEventListener('change', () => { if (s.value !== '') act({ action: element.action_id, selectedUser: s.value }); });
      return s;
    }
    return node('span', 'unknown', element.type);
  };

  const field = (block, scene) => {
    const { element, label } = block;
    const known = (n, read) => { values.set(n, read); return n; };
    switch (element.type) {
      case 'plain_text_input': {
        const input = node(element.multiline ? 'textarea' : 'input');
        if (element.multiline) input.rows = 5; else input.type = 'text';
        input.value = element.initial_value ?? '';
        if (element.max_length) input.maxLength = element.max_length;
        return known(input, () => ({ value: input.value === '' ? null : input.value }));
      }
      case 'static_select': {
        const s = select(element, element.options.map((o) => [o.value, o.text.text]), element.initial_option?.value, label.text);
        return known(s, () => ({ selected_option: s.value === '' ? null : { value: s.value } }));
      }
      case 'conversations_select': {
        const s = select(element, Object.entries(scene.channels).map(([id, name]) => [id, '#' + name]), element.initial_conversation, label.text);
        return known(s, () => ({ selected_conversation: s.value || null }));
      }
      case 'users_select': {
        const s = select(element, people(scene), element.initial_user, label.text);
        return known(s, () => ({ selected_user: s.value || null }));
      }
      case 'multi_users_select': {
        const box = ticks(people(scene), element.initial_users ?? []);
        return known(box, () => ({ selected_users: ticked(box) }));
      }
      case 'checkboxes': {
        const box = ticks(element.options.map((o) => [o.value, o.text.text]), (element.initial_options ?? []).map((o) => o.value));
        return known(box, () => ({ selected_options: ticked(box).map((value) => ({ value })) }));
      }
      case 'timepicker': {
        const input = node('input');
        input.type = 'time';
        input.value = element.initial_time ?? '';
        return known(input, () => ({ selected_time: input.value || null }));
      }
    }
    return known(node('span', 'unknown', element.type), () => ({}));
  };

  const draw = (block, scene, act) => {
    switch (block.type) {
      case 'header': return node('h3', '', block.text.text);
      case 'divider': return node('hr');
      case 'context': return node('div', 'context', ...block.elements.flatMap((e) => e.type === 'image' ? [] : textOf(e, scene)));
      case 'section': {
        const inside = node('div', 'text', ...(block.text ? textOf(block.text, scene) : []));
        const fields = block.fields ? node('div', 'fields', ...block.fields.map((f) => node('div', '', ...textOf(f, scene)))) : null;
        return node('div', 'section', inside, fields, block.accessory ? interactive(block.accessory, scene, act) : null);
      }
      case 'actions': return node('div', 'actions', ...block.elements.map((e) => interactive(e, scene, act)));
      case 'input': {
        const control = field(block, scene);
        const wrap = node(control.classList.contains('ticks') ? 'fieldset' : 'label', 'input');
        wrap.dataset.block = block.block_id;
        wrap.append(node(wrap.tagName === 'FIELDSET' ? 'legend' : 'span', 'label', block.label.text + (block.optional ? ' ' + scene.words.optional : '')), control);
        if (block.hint) wrap.append(node('small', '', block.hint.text));
        wrap.field = { block: block.block_id, action: block.element.action_id, required: !block.optional, control };
        return wrap;
      }
    }
    return node('div', 'unknown', block.type);
  };
  /** Which required field is empty, and what all fields hold. */
  const collect = (form) => {
    const out = {};
    const missing = [];
    for (const { field } of [...form.querySelectorAll('.input')]) {
      const value = values.get(field.control)();
      if (field.required && Object.values(value).every((v) => v === null || (Array.isArray(v) && v.length === 0))) missing.push(field.block);
      out[field.block] = { [field.action]: value };
    }
    return { values: out, missing };
  };
  return { node, mrkdwn, draw, collect, moment };
})();
`;
