import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../api/api.js';
import { ToastPlace } from '../components/toast.js';
import { useConversations } from '../conversations/use-conversations.js';
import { TextsProvider } from '../i18n/context.js';
import type { Texts } from '../i18n/texts.js';
import { useLive } from '../live/use-live.js';
import { useNow } from '../live/use-now.js';
import { ConversationView } from './conversation.js';
import { HomeView } from './home.js';
import { routeOf, type Route } from './route.js';

const OVERVIEW_MS = 30_000;
const DESK_MS = 60_000;

/** The whole page: which view is shown, and the answers that both views share. */
export function App({ api, texts }: { api: Api; texts: Texts }): JSX.Element {
  const route = useRoute();
  const cameFrom = useRef<string | null>(null);
  const home = route.view === 'home';
  const overview = useLive(api.overview, OVERVIEW_MS, home);
  const desk = useLive(api.desk, DESK_MS, home);
  const conversations = useConversations(api, home);
  const now = useNow();
  useEffect(() => {
    if (route.view === 'conversation') cameFrom.current = route.id;
    document.title = texts.t(route.view === 'home' ? 'page.title' : 'detail.title');
  }, [route, texts]);
  return (
    <TextsProvider value={texts}>
      <ToastPlace>
        {route.view === 'home' ? (
          <HomeView api={api} overview={overview} desk={desk} conversations={conversations} now={now} cameFrom={cameFrom.current} />
        ) : (
          <ConversationView key={route.id} api={api} id={route.id} now={now} />
        )}
      </ToastPlace>
    </TextsProvider>
  );
}

function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(window.location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}
