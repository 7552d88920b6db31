import { fieldsOf, flag, listOf, number, oneOf, oneOfOrNull, orNull, text, webAddress, type Read } from './read.js';

/** How the shop's connection stands, as the shop itself answered at `checkedAt` (ms since 1970). */
export interface Connection {
  state: 'active' | 'needs-reauth' | 'uninstalled';
  /** `missing-scopes`, or the service's own English words; null where all is well. */
  problem: string | null;
  grantedScopes: string[];
  missingScopes: string[];
  checkedAt: number;
}

/** Whether the published theme shows the chat; null where the theme cannot be read. */
export interface Storefront {
  state: 'on' | 'off' | null;
  /** Opens the theme editor at Parley's own switch. */
  switchUrl: string | null;
}

export interface Settings {
  paused: boolean;
  defaultLanguage: 'zh' | 'en';
  /** Web origins that may embed the chat by the script tag. */
  origins: string[];
  siteKey: string;
  scriptTag: string;
}

/** The part of the settings that a merchant changes. */
export type SettingsChange = Partial<Pick<Settings, 'paused' | 'defaultLanguage' | 'origins'>>;

export interface Knowledge {
  documents: number;
  updatedAt: number | null;
}

/** Counts since midnight in the shop's time zone. */
export interface Today {
  messages: number;
  answered: number;
  asked: number;
  handedOff: number;
  unknown: number;
  /** Share (0 to 1) of the answers that rest on evidence; null before the first answer. */
  evidenceShare: number | null;
  /** Median time from message to delivered reply, in ms; null before the first one. */
  p50Ms: number | null;
}

/** Deliveries that ended dead or uncertain, and conversations waiting for a person. */
export interface Attention {
  dead: number;
  uncertain: number;
  waiting: number;
}

/** Everything the first screen shows besides the conversations. */
export interface Overview {
  shop: { name: string; domain: string };
  connection: Connection;
  storefront: Storefront;
  settings: Settings;
  knowledge: Knowledge;
  today: Today;
  attention: Attention;
}

const connection: Read<Connection> = (value, path) => {
  const at = fieldsOf(value, path);
  return {
    state: at('state', oneOf(['active', 'needs-reauth', 'uninstalled'])),
    problem: at('problem', orNull(text)),
    grantedScopes: at('grantedScopes', listOf(text)),
    missingScopes: at('missingScopes', listOf(text)),
    checkedAt: at('checkedAt', number),
  };
};

/** Reads the settings that the service answers to a change. */
export const settings: Read<Settings> = (value, path) => {
  const at = fieldsOf(value, path);
  return {
    paused: at('paused', flag),
    defaultLanguage: at('defaultLanguage', oneOf(['zh', 'en'])),
    origins: at('origins', listOf(text)),
    siteKey: at('siteKey', text),
    scriptTag: at('scriptTag', text),
  };
};

const today: Read<Today> = (value, path) => {
  const at = fieldsOf(value, path);
  return {
    messages: at('messages', number),
    answered: at('answered', number),
    asked: at('asked', number),
    handedOff: at('handedOff', number),
    unknown: at('unknown', number),
    evidenceShare: at('evidenceShare', orNull(number)),
    p50Ms: at('p50Ms', orNull(number)),
  };
};

/** Reads the answer of `GET /api/admin/overview`. */
export const overview: Read<Overview> = (value, path) => {
  const at = fieldsOf(value, path);
  return {
    shop: at('shop', (v, p) => {
      const shop = fieldsOf(v, p);
      return { name: shop('name', text), domain: shop('domain', text) };
    }),
    connection: at('connection', connection),
    storefront: at('storefront', (v, p) => {
      const storefront = fieldsOf(v, p);
      return { state: storefront('state', oneOfOrNull(['on', 'off'])), switchUrl: storefront('switchUrl', webAddress) };
    }),
    settings: at('settings', settings),
    knowledge: at('knowledge', (v, p) => {
      const knowledge = fieldsOf(v, p);
      return { documents: knowledge('documents', number), updatedAt: knowledge('updatedAt', orNull(number)) };
    }),
    today: at('today', today),
    attention: at('attention', (v, p) => {
      const attention = fieldsOf(v, p);
      return { dead: attention('dead', number), uncertain: attention('uncertain', number), waiting: attention('waiting', number) };
    }),
  };
};
