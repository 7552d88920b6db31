/** Forms of the order page: sends a form's fields as JSON to /control and shows the new state. */
export const ORDER_FORMS_JS = `(() => {
  'use strict';
  for (const form of document.querySelectorAll('form.act')) form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    form.querySelector('.said')?.remove();
    const said = document.createElement('p');
    said.className = 'said';
    said.setAttribute('role', 'status');
    try {
      const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
      const response = await fetch(form.dataset.to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.error ?? response.status);
      said.textContent = form.dataset.done;
      setTimeout(() => location.reload(), 700);
    } catch (error) {
      said.classList.add('bad');
      said.textContent = String(error.message);
      button.disabled = false;
    }
    form.append(said);
  });
})();
`;

/** The theme editor: says when something is not saved, and keeps visitors from losing it. */
export const THEME_EDITOR_JS = `(() => {
  'use strict';
  const form = document.getElementById('embeds');
  let changed = false;
  form.addEventListener('change', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  window.addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });
})();
`;

/** The ledger: asks for what is new every second and keeps the last thousand entries. */
export const LEDGER_JS = `(() => {
  'use strict';
  const KEPT = 1000;
  const table = document.getElementById('book');
  const body = table.tBodies[0];
  const field = (id) => document.getElementById(id);
  const entries = [];
  const kinds = new Set();
  let since = Number(table.dataset.since);

  const cell = (row, text, name) => { const td = row.insertCell(); td.textContent = text; if (name) td.className = name; return td; };
  const summary = (entry) => Object.entries(entry.detail).filter(([, v]) => v !== null && v !== '' && (typeof v !== 'object' || Array.isArray(v))).map(([k, v]) => k + '=' + (Array.isArray(v) ? v.length > 3 ? v.length + ' …' : v.join(',') : v)).join('  ');
  const draw = (entry) => {
    const row = document.createElement('tr');
    cell(row, entry.n, 'n');
    cell(row, new Date(entry.at).toLocaleTimeString(document.documentElement.lang, { hour12: false }) + '.' + entry.at.slice(20, 23), 'at');
    const arrow = cell(row, entry.direction === 'in' ? '\\u2192' : '\\u2190', 'way ' + entry.direction);
    arrow.title = entry.direction;
    cell(row, entry.kind, 'kind').title = entry.host + (entry.shop ? ' · ' + entry.shop : '');
    const tone = entry.status === 0 ? 'bad' : entry.status < 300 ? 'ok' : entry.status < 400 ? 'way' : entry.status < 500 ? 'warn' : 'bad';
    const badge = document.createElement('span');
    badge.className = 'badge ' + tone;
    badge.textContent = entry.status === 0 ? '–' : entry.status;
    row.insertCell().append(badge);
    cell(row, Math.round(entry.ms), 'n');
    cell(row, entry.key ?? '', 'key').title = entry.key ?? '';
    const what = row.insertCell();
    const details = document.createElement('details');
    const head = document.createElement('summary');
    head.textContent = summary(entry) || '…';
    const full = document.createElement('pre');
    details.append(head, full);
    details.addEventListener('toggle', () => { if (details.open && full.textContent === '') full.textContent = JSON.stringify({ host: entry.host, shop: entry.shop, ...entry.detail }, null, 2); });
    what.append(details);
    return row;
  };
  const fits = ({ entry, text }) => {
    const asked = field('text').value.trim().toLowerCase();
    const status = field('status').value;
    return (asked === '' || text.includes(asked)) && (field('direction').value === '' || entry.direction === field('direction').value)
      && (field('kind').value === '' || entry.kind === field('kind').value)
      && (status === '' || (status === '0' ? entry.status === 0 : String(entry.status)[0] === status));
  };
  const filter = () => {
    let shown = 0;
    for (const one of entries) { const ok = fits(one); one.row.hidden = !ok; if (ok) shown += 1; }
    field('count').textContent = table.dataset.count.replace('{shown}', shown).replace('{all}', entries.length);
    field('empty').hidden = entries.length > 0;
  };
  const add = (fresh) => {
    for (const entry of fresh) {
      const row = draw(entry);
      body.prepend(row);
      entries.push({ entry, row, text: JSON.stringify(entry).toLowerCase() });
      if (!kinds.has(entry.kind)) {
        kinds.add(entry.kind);
        const option = new Option(entry.kind, entry.kind);
        const before = [...field('kind').options].slice(1).find((o) => o.value > entry.kind);
        field('kind').add(option, before ?? null);
      }
    }
    for (const old of entries.splice(0, Math.max(0, entries.length - KEPT))) old.row.remove();
  };
  const poll = async () => {
    if (field('follow').checked && document.visibilityState === 'visible') {
      try {
        const answer = await (await fetch('/control/ledger?since=' + since)).json();
        if (answer.last < since) { since = 0; entries.length = 0; body.replaceChildren(); }
        else { add(answer.entries.slice(-KEPT)); since = answer.last; }
        filter();
      } catch { field('count').textContent = table.dataset.lost; }
    }
    setTimeout(poll, 1000);
  };
  field('filters').addEventListener('input', filter);
  field('filters').addEventListener('submit', (event) => event.preventDefault());
  void poll();
})();
`;
