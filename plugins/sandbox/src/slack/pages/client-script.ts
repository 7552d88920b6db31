/** Slack as one person has it open: channels, threads, the app's page and its forms. It only shows what the workspace holds, and does what its person does. */
export const CLIENT_JS = `(() => {
  'use strict';
  const { node, mrkdwn, draw, collect, moment } = window.blockKit;
  const root = document.getElementById('slack');
  const { team, user, words, shortcuts, command } = JSON.parse(root.dataset.start);
  const api = '/control/slack/workspaces/' + team;
  const find = (id) => document.getElementById(id);
  /** Where this person is: a channel, a thread in it, or the app's page. Kept in the address, so that links and the back button work. */
  const read = () => { const q = new URLSearchParams(location.hash.slice(1)); return { channel: q.get('channel'), thread: q.get('thread'), home: q.get('home') === '1' }; };
  let place = read();
  const go = (to) => { location.hash = new URLSearchParams(Object.entries(to).filter(([, v]) => v).map(([k, v]) => [k, v === true ? '1' : v])).toString(); };
  window.addEventListener('hashchange', () => { place = read(); last = ''; refresh(); if (place.home) post('/home', { user }); });
  let seen = null;
  let last = '';
  let formShown = '';

  const post = async (path, body) => {
    try {
      const response = await fetch(api + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.error);
      // What Slack itself shows when an app does not take a press.
      if (typeof answer.status === 'number' && (answer.status < 200 || answer.status > 299) && path !== '/home') toast(words.trouble);
      await refresh();
      return answer;
    } catch (error) {
      toast(String(error.message));
    }
  };
  const toast = (text) => { const t = node('div', 'toast', text); find('toasts').append(t); setTimeout(() => t.remove(), 5000); };

  const scene = () => ({ people: seen.people, channels: Object.fromEntries(seen.channels.map((c) => [c.id, c.name])), locale: document.documentElement.lang, words });
  const nameOf = (id) => seen.people[id]?.displayName ?? id;

  const messageNode = (channel, m, inThread) => {
    const person = seen.people[m.user];
    const act = (pressed) => post('/press', { user, channel: channel.id, ts: m.ts, ...pressed });
    const avatar = node('span', 'avatar', nameOf(m.user).slice(0, 1));
    avatar.style.setProperty('--hue', String([...m.user].reduce((n, c) => n + c.charCodeAt(0), 0) * 47 % 360));
    const head = node('div', 'who', node('strong', '', nameOf(m.user)), person?.isBot ? node('span', 'app', 'APP') : null, node('time', '', moment(Number(m.ts), document.documentElement.lang)));
    const body = node('div', 'blocks', ...(m.blocks.length > 0 ? m.blocks.map((b) => draw(b, scene(), act)) : mrkdwn(m.text, scene())), ...m.files.map((f) => f.mimetype.startsWith('image/') ? picture(f) : node('div', 'file', '\\ud83d\\udcce ' + f.name)), m.edited && m.blocks.length === 0 ? node('small', '', words.edited) : null);
    const replies = channel.messages.filter((r) => r.threadTs === m.ts).length;
    const opens = !inThread && m.threadTs === null ? node('button', 'replies', replies === 0 ? words.reply : words.replies.replace('{count}', replies)) : null;
    opens?.addEventListener('click', () => go({ channel: channel.id, thread: m.ts }));
    const menu = node('details', 'menu', node('summary', '', '\\u22ef'));
    menu.querySelector('summary').setAttribute('aria-label', words.more);
    const entry = (label, run) => { const b = node('button', '', label); b.addEventListener('click', () => { menu.open = false; run(); }); menu.append(b); };
    for (const s of shortcuts) entry(s.name, () => post('/shortcut', { user, channel: channel.id, ts: m.ts, callback: s.callback_id }));
    if (m.user === user) {
      entry(words.edit, () => { const text = prompt(words.edit, m.text); if (text !== null && text.trim() !== '') post('/amend', { user, channel: channel.id, ts: m.ts, text }); });
      entry(words.remove, () => post('/amend', { user, channel: channel.id, ts: m.ts, text: null }));
    }
    const article = node('article', 'message', avatar, node('div', 'body', head, body, opens), menu);
    article.dataset.ts = m.ts;
    return article;
  };
  const picture = (f) => { const a = node('a', 'picture'); a.href = f.url; const img = node('img'); img.src = f.url; img.alt = f.name; a.append(img); return a; };
  const onlyYou = (e) => node('article', 'message only', node('span', 'avatar', '\\u25cf'), node('div', 'body', node('small', '', words.only), node('div', 'blocks', ...mrkdwn(e.text, scene()))));

  /** A list that stays at its end when it was there. */
  const fill = (list, nodes) => {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80 || list.childElementCount === 0;
    list.replaceChildren(...nodes);
    if (atEnd) list.scrollTop = list.scrollHeight;
  };
  const byTime = (messages, ephemerals) => [...messages.map((m) => ({ at: Number(m.ts) * 1000, m })), ...ephemerals.map((e) => ({ at: e.at, e }))].sort((a, b) => a.at - b.at);

  const render = () => {
    const channel = seen.channels.find((c) => c.id === place.channel) ?? seen.channels[0];
    if (!place.home && channel && place.channel !== channel.id) place = { ...place, channel: channel.id };
    find('channels').replaceChildren(...seen.channels.map((c) => { const b = node('button', !place.home && c.id === channel?.id ? 'on' : '', (c.secret ? '\\ud83d\\udd12 ' : '# ') + c.name); b.addEventListener('click', () => go({ channel: c.id })); return b; }));
    const app = node('button', place.home ? 'on' : '', seen.app);
    app.addEventListener('click', () => go({ home: true }));
    find('apps').replaceChildren(...(seen.installed ? [app] : [node('small', '', words.noApp)]));
    find('home').hidden = !place.home;
    find('room').hidden = place.home;
    find('title').textContent = place.home ? seen.app : channel ? '# ' + channel.name : '';
    const thread = place.home || !channel ? undefined : channel.messages.find((m) => m.ts === place.thread);
    find('thread').hidden = thread === undefined;
    root.classList.toggle('reading', thread !== undefined);
    if (place.home) {
      const blocks = seen.home?.blocks ?? [];
      const act = (pressed) => post('/press', { user, ...pressed });
      find('home').replaceChildren(...(blocks.length === 0 ? [node('p', 'muted', words.waiting)] : blocks.map((b) => draw(b, scene(), act))));
      return;
    }
    if (!channel) return;
    const mine = seen.ephemerals.filter((e) => e.channel === channel.id);
    const main = byTime(channel.messages.filter((m) => m.threadTs === null), mine.filter((e) => e.threadTs === null));
    fill(find('messages'), main.length === 0 ? [node('p', 'muted', words.empty)] : main.map((x) => x.m ? messageNode(channel, x.m, false) : onlyYou(x.e)));
    if (thread) fill(find('replies'), byTime(channel.messages.filter((m) => m.ts === thread.ts || m.threadTs === thread.ts), mine.filter((e) => e.threadTs === thread.ts)).map((x) => x.m ? messageNode(channel, x.m, true) : onlyYou(x.e)));
  };

  const showForm = () => {
    const open = seen.views.at(-1);
    const dialog = find('form');
    const key = open ? open.id + JSON.stringify(open.errors ?? {}) : '';
    if (key === formShown) return;
    const same = open && formShown.startsWith(open.id);
    formShown = key;
    if (!open) { if (dialog.open) dialog.close(); return; }
    if (!same) {
      const { view } = open;
      const form = node('form');
      const close = node('button', 'button', view.close?.text ?? words.cancel);
      close.type = 'button';
      close.addEventListener('click', () => post('/dismiss', { user, view: open.id }));
      const send = view.submit ? node('button', 'button primary', view.submit.text) : null;
      form.append(node('h2', '', view.title.text), node('div', 'fields-of', ...view.blocks.map((b) => draw(b, scene(), () => {}))), node('p', 'problem'), node('div', 'row end', close, send));
      form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const { values, missing } = collect(form);
        if (missing.length > 0) { problems(form, Object.fromEntries(missing.map((b) => [b, words.required]))); return; }
        send.disabled = true;
        await post('/submit', { user, view: open.id, values });
        send.disabled = false;
      });
      dialog.replaceChildren(form);
    }
    problems(dialog, open.errors ?? {});
    if (!dialog.open) dialog.showModal();
  };
  const problems = (within, errors) => {
    for (const old of within.querySelectorAll('.error')) old.remove();
    within.querySelector('.problem').textContent = errors[''] ?? '';
    for (const wrap of within.querySelectorAll('.input')) {
      const text = errors[wrap.dataset.block];
      if (text) { const e = node('small', 'error', text); e.setAttribute('role', 'alert'); wrap.append(e); }
    }
  };
  find('form').addEventListener('cancel', (event) => { event.preventDefault(); const open = seen.views.at(-1); if (open) post('/dismiss', { user, view: open.id }); });

  const refresh = async () => {
    try {
      const response = await fetch(api + '/as/' + user);
      if (!response.ok) throw new Error(response.status);
      const text = await response.text();
      if (text === last) return;
      last = text;
      seen = JSON.parse(text);
      root.classList.remove('lost');
      // Somebody in the middle of choosing is not interrupted.
      if (document.activeElement?.tagName === 'SELECT' && !find('form').open) document.activeElement.blur();
      if (document.querySelector('details.menu[open]') === null) render(); else last = '';
      showForm();
    } catch {
      root.classList.add('lost');
    }
  };

  const fileOf = (file) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, mimetype: file.type || 'application/octet-stream', data: String(reader.result).split(',')[1] ?? '' });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  const composer = (form, threadOf) => form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const box = form.querySelector('textarea');
    const chosen = form.querySelector('input[type=file]');
    const text = box.value.trim();
    const files = await Promise.all([...chosen.files].map(fileOf));
    if (text === '' && files.length === 0) return;
    box.value = '';
    chosen.value = '';
    chosen.parentElement.classList.remove('full');
    const [first, ...rest] = text.split(' ');
    if (first === command) await post('/command', { user, channel: place.channel, command, text: rest.join(' ') });
    else await post('/write', { user, channel: place.channel, text: text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'), ...threadOf(), ...(files.length > 0 ? { files } : {}) });
    box.focus();
  });
  for (const chosen of document.querySelectorAll('input[type=file]')) chosen.addEventListener('change', () => { chosen.parentElement.classList.toggle('full', chosen.files.length > 0); });
  composer(find('say'), () => ({}));
  composer(find('answer'), () => ({ threadTs: place.thread }));
  for (const box of document.querySelectorAll('textarea')) box.addEventListener('keydown', (event) => { if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); box.form.requestSubmit(); } });
  find('closeThread').addEventListener('click', () => go({ channel: place.channel }));
  find('person').addEventListener('change', (event) => { location.href = '/slack/' + team + '/?as=' + event.target.value + location.hash; });
  if (place.home) post('/home', { user });
  refresh();
  setInterval(refresh, 800);
})();
`;
