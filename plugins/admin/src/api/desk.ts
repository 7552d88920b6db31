import { fieldsOf, flag, listOf, number, oneOf, orNull, text, webAddress, Unreadable, type Read } from './read.js';

/** Where the shop's people answer: a workspace of a host that has a desk. */
export interface ConnectedDesk {
  installation: string;
  connector: string;
  name: string;
  state: 'active' | 'needs-reauth' | 'uninstalled';
}

export interface Team {
  name: string;
  installation: string;
  language: 'zh' | 'en';
  capacity: number;
  acceptMinutes: number;
  /** Whether it has hours; without them it is at work at any time. */
  hours: boolean;
}

export interface Desk {
  desks: ConnectedDesk[];
  teams: Team[];
  /** Whether this service is an app of Slack's. */
  slack: boolean;
}

const connected: Read<ConnectedDesk> = (value, path) => {
  const at = fieldsOf(value, path);
  return { installation: at('installation', text), connector: at('connector', text), name: at('name', text), state: at('state', oneOf(['active', 'needs-reauth', 'uninstalled'])) };
};

const team: Read<Team> = (value, path) => {
  const at = fieldsOf(value, path);
  return {
    name: at('name', text),
    installation: at('installation', text),
    language: at('language', oneOf(['zh', 'en'])),
    capacity: at('capacity', number),
    acceptMinutes: at('times', (times, where) => fieldsOf(times, where)('acceptMinutes', number)),
    hours: at('hours', orNull((hours) => hours)) !== null,
  };
};

export const desk: Read<Desk> = (value, path) => {
  const at = fieldsOf(value, path);
  return { desks: at('desks', listOf(connected)), teams: at('settings', (settings, where) => fieldsOf(settings, where)('teams', listOf(team))), slack: at('slack', flag) };
};

/** The link under which a workspace is connected; it opens in the browser. */
export const link: Read<string> = (value, path) => {
  const url = fieldsOf(value, path)('url', webAddress);
  if (url === null) throw new Unreadable(`${path}.url`, 'a web address');
  return url;
};
