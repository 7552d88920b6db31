/** What the page shows, kept behind the `#` of its address so that back and reload work. */
export type Route = { view: 'home' } | { view: 'conversation'; id: string };

const CONVERSATION = '#/conversations/';

export function routeOf(hash: string): Route {
  if (!hash.startsWith(CONVERSATION)) return { view: 'home' };
  const encoded = hash.slice(CONVERSATION.length);
  try {
    const id = decodeURIComponent(encoded);
    return id === '' ? { view: 'home' } : { view: 'conversation', id };
  } catch (e) {
    // A mangled link leads home; anything else is a fault.
    if (e instanceof URIError) return { view: 'home' };
    throw e;
  }
}

export function hashOf(route: Route): string {
  return route.view === 'home' ? '#/' : `${CONVERSATION}${encodeURIComponent(route.id)}`;
}
