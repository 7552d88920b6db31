import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { ParleyError, type Agent, type Language, type Visitor } from '@parley/core/contracts';
import type { SlackDeps, SlackSettings } from './config.js';
import { ask, webClient } from './web-api.js';
import { word, type SlackWord } from './words.js';

const User = z.object({ user: z.object({ is_admin: z.boolean().optional(), is_owner: z.boolean().optional(), tz: z.string().optional(), locale: z.string().optional(), name: z.string().optional(), real_name: z.string().optional(), is_bot: z.boolean().optional(), is_restricted: z.boolean().optional(), is_ultra_restricted: z.boolean().optional(), is_stranger: z.boolean().optional(), profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional() }) });

/** Names change seldom; a request of Slack's has three seconds for everything. */
const KEPT_MS = 3_600_000;
const PATIENCE_MS = 1_000;

/** Somebody as Slack knows them. `admin`: among those who run the workspace; `language` is null where theirs is neither of ours. */
interface Person {
  name: string;
  guest: boolean;
  admin: boolean;
  timeZone: string;
  language: Language | null;
}

/** The people of a workspace. */
export interface People {
  /** Null where Slack does not tell in time. @param fresh asked for anew, and not from what was kept for up to an hour: where a right hangs on it */
  of(account: string, user: string, fresh?: boolean): Promise<Person | null>;
  /** What somebody reads, where it is at hand; users' ids are unique in all of Slack. */
  knownLanguage(user: string): Language | null;
  languageOf(account: string): Promise<Language>;
  wordFor(account: string, id: SlackWord): Promise<string>;
}

export function createPeople(settings: SlackSettings, deps: SlackDeps): People {
  const known = new LRUCache<string, Person>({ max: 20_000, ttl: KEPT_MS });
  const languages = new LRUCache<string, Language>({ max: 20_000 });

  async function look(account: string, user: string): Promise<Person | null> {
    const bot = await deps.botOf(account);
    if (bot === null) return null;
    const answer = User.safeParse(await ask('asking who somebody is', () => webClient(bot.token, settings, deps).users.info({ user, include_locale: true })));
    if (!answer.success) return null;
    const { profile, real_name, name, is_restricted, is_ultra_restricted, is_stranger, is_admin, is_owner, tz, locale } = answer.data.user;
    const found: Person = { name: [profile?.display_name, profile?.real_name, real_name, name].find((n) => n !== undefined && n !== '') ?? user, guest: is_restricted === true || is_ultra_restricted === true || is_stranger === true, admin: is_admin === true || is_owner === true, timeZone: tz ?? 'UTC', language: locale === undefined ? null : locale.startsWith('zh') ? 'zh' : locale.startsWith('en') ? 'en' : null };
    known.set(`${account}/${user}`, found);
    if (found.language !== null) languages.set(user, found.language);
    return found;
  }

  return {
    async of(account, user, fresh = false) {
      const there = fresh ? undefined : known.get(`${account}/${user}`);
      if (there !== undefined) return there;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE_MS)));
      try {
        return await Promise.race([look(account, user), late]);
      } catch (e) {
        if (!ParleyError.isInstance(e)) throw e;
        deps.log.warn({ connector: 'slack', code: e.code }, 'Slack did not tell who somebody is');
        return null;
      } finally {
        clearTimeout(timer);
      }
    },
    knownLanguage: (user) => languages.get(user) ?? null,
    languageOf: (account) => deps.languageOf(account),
    wordFor: async (account, id) => word(await deps.languageOf(account), id),
  };
}

/** Who looks at Parley's own pages, and what they read. */
export interface SlackVisitor extends Visitor {
  language: Language;
  timeZone: string;
}

/** @param acts whether something is changed by them, and not only shown to them */
export async function visitorOf(people: People, account: string, user: string, body: unknown, acts = false): Promise<SlackVisitor> {
  if (acts) await people.of(account, user, true);
  const agent = await agentOf(people, account, user, body);
  const person = await people.of(account, user);
  return { agent, admin: person?.admin === true && !agent.outside, language: person?.language ?? (await people.languageOf(account)), timeZone: person?.timeZone ?? 'UTC' };
}

/** Where payloads name the workspace of who acts. */
const Team = z.object({ user: z.object({ team_id: z.string().optional(), name: z.string().optional() }).optional(), event: z.object({ user_team: z.string().optional(), team: z.string().optional() }).optional() });

/**
 * Who acts, as Slack vouches for them. In a channel shared with another organisation their people write as well: they are from outside, and so are guests
 * of our own. Where Slack does not say who somebody is, they are taken for a stranger: nothing is done on a guess.
 */
export async function agentOf(people: People, account: string, user: string, body: unknown): Promise<Agent> {
  const found = await people.of(account, user);
  const read = Team.safeParse(body);
  const home = account.startsWith('T:') ? account.slice(2) : null;
  const of = read.success ? (read.data.user?.team_id ?? read.data.event?.user_team) : undefined;
  const foreign = home !== null && of !== undefined && of !== home;
  return { id: user, name: (found?.name ?? (read.success ? read.data.user?.name : undefined) ?? user).slice(0, 200), outside: foreign || found === null || found.guest };
}
