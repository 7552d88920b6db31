import { z } from 'zod';

/** Keys under which the sandbox's Slack knows the service as its app. */
export const SLACK_KEYS = { clientId: 'parley-sandbox-slack', clientSecret: 'parley-sandbox-slack-secret', signingSecret: 'parley-sandbox-slack-signing' };

/** The sandbox's workspace, who sets Parley up in it, and the channel its team works in. */
const TEAM = 'T0SHOP';
const ADMIN = 'U0SAM';
export const CHANNEL = 'C0CARE';
export const WORKSPACE = `/slack/workspaces/${TEAM}`;

interface Reach {
  serviceUrl: string;
  /** Where Slack is reached: the sandbox, or wherever it is emulated. */
  slackUrl: string;
  shop: string;
  readonly control: (path: string, body?: unknown) => Promise<unknown>;
}

/** What a merchant does to have a desk: connects a workspace from the shop's admin, and there sets up the first team. Nothing where that was done before. @param capacity conversations a person may have at a time; the settings' own where left out */
export async function connectSlack(to: Reach, capacity?: number): Promise<void> {
  const { sessionToken } = z.object({ sessionToken: z.string() }).parse(await to.control(`/shops/${to.shop}/session-token`, {}));
  const staff = { Authorization: `Bearer ${sessionToken}` };
  const { desks } = z.object({ desks: z.array(z.object({ state: z.string() })) }).parse(await json(await fetch(`${to.serviceUrl}/api/admin/handoff`, { headers: staff })));
  if (desks.some((d) => d.state === 'active')) return;
  const { url } = z.object({ url: z.url() }).parse(await json(await fetch(`${to.serviceUrl}/api/admin/slack/link`, { method: 'POST', headers: staff })));
  await approve(to.slackUrl, url);
  await setUpTeam(to, capacity);
}

/** An administrator's browser: Parley's confirming page, Slack's own, and back. */
async function approve(slackUrl: string, link: string): Promise<void> {
  const form = (fields: Record<string, string>) => ({ method: 'POST', redirect: 'manual' as const, body: new URLSearchParams(fields) });
  const page = new URL(link);
  const asked = await fetch(new URL(page.pathname, page), form({ link: page.searchParams.get('link') ?? '' }));
  const authorize = new URL(asked.headers.get('location') ?? '', page);
  const cookie = (asked.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const allowed = await fetch(`${slackUrl}/slack/oauth/v2/authorize`, form({ team: TEAM, query: authorize.search.slice(1) }));
  const back = await fetch(allowed.headers.get('location') ?? '', { headers: { cookie } });
  if (!back.ok) throw new Error(`Slack could not be connected: ${back.status} ${(await back.text()).slice(0, 300)}`);
}

/** The same person on Parley's page in Slack. */
async function setUpTeam({ control }: Reach, capacity?: number): Promise<void> {
  const Seen = z.object({ home: z.unknown(), views: z.array(z.object({ id: z.string(), view: z.object({ blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional(), element: z.record(z.string(), z.unknown()).optional() })) }) })) });
  const seen = async () => Seen.parse(await control(`${WORKSPACE}/as/${ADMIN}`));
  await control(`${WORKSPACE}/home`, { user: ADMIN });
  await until(async () => (await seen()).home !== null, 'Parley shows no home page in Slack');
  await control(`${WORKSPACE}/press`, { user: ADMIN, action: 'home.team.new' });
  const form = (await seen()).views.at(-1);
  if (form === undefined) throw new Error('Parley opens no form for a team');
  // What stands in the form already, and what a person has to fill in.
  const values = Object.fromEntries(form.view.blocks.flatMap(({ type, block_id, element }) => (type === 'input' && block_id !== undefined ? [[block_id, { v: initial(element ?? {}) }]] : [])));
  values['team.name'] = { v: { value: 'Care' } };
  if (capacity !== undefined) values['team.capacity'] = { v: { value: String(capacity) } };
  values['team.channel'] = { v: { selected_conversation: CHANNEL } };
  const told = await control(`${WORKSPACE}/submit`, { user: ADMIN, view: form.id, values });
  if ((await seen()).views.some((v) => v.id === form.id)) throw new Error(`the first team could not be set up: ${JSON.stringify(told)}`);
}

function initial(element: Record<string, unknown>): object {
  const Option = z.object({ value: z.string() });
  if (element['type'] === 'plain_text_input') return { value: element['initial_value'] ?? null };
  if (element['type'] === 'timepicker') return { selected_time: element['initial_time'] ?? null };
  if (element['type'] === 'static_select') return { selected_option: Option.parse(element['initial_option']) };
  return {};
}

async function until(check: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (let n = 0; n < 50; n++) {
    if (await check()) return;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(otherwise);
}

async function json(res: Response): Promise<unknown> {
  if (!res.ok) throw new Error(`${res.url}: ${res.status} ${(await res.text()).slice(0, 300)}`);
  return res.json();
}
