import { z } from 'zod';
import type { HttpReply, Language } from '@parley/core/contracts';
import type { SlackDeps, SlackSettings } from './config.js';
import { homeWord } from './home-words.js';
import type { People } from './people.js';

/** Where Slack takes an answer to a press that only who pressed it sees. */
const HOOKS = 'https://hooks.slack.com';
/** What is left of the three seconds. */
const PATIENCE_MS = 500;

const Form = z.object({ type: z.literal('view_submission'), view: z.object({ blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })) }) });
const Press = z.object({ response_url: z.url() });
const Command = z.object({ command: z.string() });

/** Tells whoever pressed, sent or typed something that it was not taken: nothing is lost in silence. What comes back is the answer to the request. */
export type PressAgain = (body: Record<string, unknown>) => Promise<HttpReply>;

export function createPressAgain(settings: SlackSettings, deps: SlackDeps, people: Pick<People, 'knownLanguage'>): PressAgain {
  const hooks = settings.apiUrl === undefined ? HOOKS : new URL(settings.apiUrl).origin;

  return async (body) => {
    const text = homeWord(languageOf(body, people), 'again');
    const form = Form.safeParse(body);
    const field = form.success ? form.data.view.blocks.find((b) => b.type === 'input')?.block_id : undefined;
    // The form stays open with what was typed.
    if (field !== undefined) return { status: 200, body: { response_action: 'errors', errors: { [field]: text } } };
    if (Command.safeParse(body).success) return { status: 200, body: { response_type: 'ephemeral', text } };
    const press = Press.safeParse(body);
    // An event nobody pressed: Slack brings it again.
    if (!press.success || new URL(press.data.response_url).origin !== hooks) return { status: 503 };
    try {
      await deps.fetch(press.data.response_url, { method: 'POST', redirect: 'error', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }), signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch (e) {
      deps.log.warn({ connector: 'slack', error: e instanceof Error ? e.name : 'unknown' }, 'who pressed could not be told that it was not taken; Slack shows that it failed');
    }
    return { status: 503 };
  };
}

const Who = z.object({ user: z.object({ id: z.string() }).optional(), user_id: z.string().optional() });

/** Theirs, where it is known already: there is no time to ask. */
function languageOf(body: Record<string, unknown>, people: Pick<People, 'knownLanguage'>): Language {
  const read = Who.safeParse(body);
  return (read.success ? people.knownLanguage(read.data.user?.id ?? read.data.user_id ?? '') : null) ?? 'en';
}
