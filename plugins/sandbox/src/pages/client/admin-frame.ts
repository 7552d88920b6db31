/** Around the app's frame: answers App Bridge, and only the app's origin. */
export const ADMIN_FRAME_JS = `(() => {
  'use strict';
  const frame = document.getElementById('app');
  const toasts = document.getElementById('toasts');
  const origin = frame.dataset.origin;

  const token = async () => {
    const response = await fetch(frame.dataset.token, { method: 'POST', headers: { 'x-sandbox-frame': '1' } });
    if (!response.ok) throw new Error('no session token: ' + response.status);
    return (await response.json()).token;
  };
  const toast = (text, isError, duration) => {
    const one = document.createElement('div');
    one.className = isError ? 'toast bad' : 'toast';
    one.textContent = text;
    toasts.append(one);
    setTimeout(() => one.remove(), Math.min(Math.max(duration, 1000), 15000));
  };
  const base = location.pathname.replace(/\\/apps\\/.*$/, '');
  const navigate = (address) => {
    if (address.startsWith('shopify://admin/')) { location.assign(base + address.slice('shopify://admin'.length)); return; }
    const url = new URL(address);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('not an address to go to');
    location.assign(url.href);
  };
  const acts = {
    idToken: () => token(),
    navigate: (message) => navigate(String(message.url)),
    toast: (message) => toast(String(message.text), message.isError === true, Number(message.duration)),
    hideToasts: () => toasts.replaceChildren(),
    loading: (message) => document.body.classList.toggle('loading', message.on === true),
  };
  window.addEventListener('message', async (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    const message = event.data;
    if (!message || message.sandboxBridge !== 1 || !Object.hasOwn(acts, message.what)) return;
    const answer = { sandboxBridge: 1, id: message.id };
    try { answer.value = await acts[message.what](message); } catch (error) { answer.error = String(error && error.message || error); }
    frame.contentWindow.postMessage(answer, origin);
  });
})();
`;
