import { DeskDelivery, type InboundEvent, type RawRequest } from '@parley/core/contracts';
import { HandoffSettings, readTurn } from '@parley/core/conversation';
import { engineBench, type Process } from '../contract/connector/engine-bench.js';
import { plainChannel, SHOP_ACCOUNT } from '../contract/desk/relay-desk.js';
import { ACCOUNT, BEN, BOT, CARE, SECRET, startSlack, WEN, type SlackBench } from '../contract/slack/slack-bench.js';
import { mulberry32 } from '../harness/random.js';
import { judge, type Witnessed } from './handoff-judge.js';

/** What came of all runs together. Everything but `runs`, `messages` and `refused` has to be 0. */
export interface HandoffReport {
  runs: number;
  /** What shoppers and agents wrote. */
  messages: number;
  lost: number;
  duplicated: number;
  misordered: number;
  /** Hand-offs without an owner or a deadline, and conversations whose hand-off does not know them. */
  orphaned: number;
  /** Agents' messages that were not sent on, and of which their writer was told so. */
  refused: number;
}

const MONDAY = Date.parse('2026-11-23T10:00:00Z');
const THREADS = ['t-1', 't-2', 't-3', 't-4'];
/** Long enough for every retry that is under way, short enough for the ladder to be climbed as well. */
const SETTLING = { rounds: 30, ms: 20_000 };

/** Plays shoppers and agents against one another while everything around them fails, again and again from another seed. */
export async function runHandoffs({ runs, seed, steps, onRun }: { runs: number; seed: number; steps: number; onRun?: (n: number, found: HandoffReport) => void }): Promise<HandoffReport> {
  const total: HandoffReport = { runs: 0, messages: 0, lost: 0, duplicated: 0, misordered: 0, orphaned: 0, refused: 0 };
  for (let n = 0; n < runs; n++) {
    const found = judge(await oneRun(mulberry32(seed * 1_000_003 + n), steps));
    total.runs += 1;
    for (const key of ['messages', 'lost', 'duplicated', 'misordered', 'orphaned', 'refused'] as const) total[key] += found[key];
    onRun?.(n + 1, { runs: 1, ...found });
  }
  return total;
}

async function oneRun(random: () => number, steps: number): Promise<Witnessed> {
  const slack = await startSlack(MONDAY);
  const bench = await engineBench(slack.now);
  const channel = plainChannel(slack.now);
  const among = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const start = (): Process => bench.start({ connectors: (fetch) => [slack.connectorFor(fetch), channel.connector], delivering: { backoff: { firstMs: 500, capMs: 5_000 } }, pages: ['Returns take 30 days.'] });
  let p = start();
  const shop = await p.connect('plain', SHOP_ACCOUNT, { values: {}, expiresAt: null, refreshExpiresAt: null });
  const desk = await p.connect('slack', ACCOUNT, slack.installation.credentials, shop.tenant);
  await p.engine.handoffs.saveSettings(shop.tenant, HandoffSettings.parse({ teams: [{ name: 'Care', installation: desk.id, target: CARE, capacity: 100 }] }), 'test');

  const wrote: Witnessed['shoppers'] = [];
  const taken: Witnessed['taken'] = [];
  const keys = new Set<string>();
  /** How many of Slack's next requests find us away. */
  let away = 0;
  const take = async (req: RawRequest): Promise<{ status: number; body: string }> => {
    const { inbound } = slack.connector;
    if (away > 0) {
      away -= 1;
      return { status: 503, body: '' };
    }
    const verified = inbound.verify(req, [SECRET], slack.now());
    if (!verified.ok) return { status: verified.status, body: '' };
    await inbound.prepare?.(verified);
    const events = inbound.parse(verified);
    if (!Array.isArray(events)) return { status: events.status, body: '' };
    try {
      await p.engine.intake.store('slack', events);
    } catch {
      // It died in the middle: nobody has acknowledged anything, and Slack comes again.
      return { status: 503, body: '' };
    }
    for (const e of events) note(e);
    const { status, body } = inbound.answer(verified, []);
    return { status, body: body === undefined ? '' : JSON.stringify(body) };
  };
  slack.onRequest(take);

  /** What an agent wrote, where and when it was first acknowledged. */
  function note(event: InboundEvent): void {
    if (event.body.type !== 'desk' || event.body.act.do !== 'say' || event.mailbox.kind !== 'thread' || keys.has(event.eventKey)) return;
    keys.add(event.eventKey);
    const [part] = event.body.act.message.parts;
    taken.push({ place: event.mailbox.hostThread, text: part?.type === 'text' ? part.text : '' });
  }

  const roots = async () => (await slack.messages()).filter((m) => m.threadTs === null && m.user === BOT);
  const agent = () => among([WEN, BEN]) ?? WEN;
  const tolerant = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);
  async function shopper(): Promise<void> {
    const thread = among(THREADS) ?? 't-1';
    const n = wrote.length + 1;
    const text = `${random() < 0.4 ? 'human please' : 'policy'} S${n}.`;
    const key = `m-${n}`;
    wrote.push({ thread, key, text: `S${n}.` });
    const store = () => p.engine.intake.store('plain', [channel.event(thread, key, text)]);
    // The widget sends again what was not acknowledged.
    await store().catch(() => restart().then(store));
    if (random() < 0.2) await store();
  }
  async function restart(): Promise<void> {
    p.kill();
    p = start();
    await Promise.resolve();
  }
  async function works(): Promise<void> {
    for (let n = 0; n < 3; n++) await p.work();
  }

  let said = 0;
  const moves: readonly [number, () => Promise<unknown>][] = [
    [8, shopper],
    [3, async () => { const root = among(await roots()); if (root !== undefined) await tolerant(Promise.all([slack.press(WEN, root.ts, 'handoff.accept'), slack.press(BEN, root.ts, 'handoff.accept')])); }],
    [8, async () => { const root = among(await roots()); if (root !== undefined) await slack.write(agent(), `A${++said}.`, root.ts); }],
    [2, async () => { const root = among(await roots()); if (root !== undefined) await Promise.all([slack.write(WEN, `A${++said}.`, root.ts), slack.write(BEN, `A${++said}.`, root.ts), shopper()]); }],
    [1, async () => { const root = among(await roots()); if (root !== undefined) await tolerant(slack.press(agent(), root.ts, 'handoff.close')); }],
    [1, async () => { const root = among(await roots()); if (root !== undefined) await giveBack(slack, agent(), root.ts); }],
    [1, async () => { const root = among(await roots()); if (root !== undefined) await tolerant(slack.press(agent(), root.ts, 'handoff.assign', agent())); }],
    [2, () => slack.control('/faults', among([{ ratelimited: 2, retryAfter: 5 }, { unavailable: 3 }, { withhold: 1 }, { withhold: 2 }, { withhold: 1, blind: 4 }]) ?? {})],
    // Down for minutes.
    [1, async () => { await slack.control('/faults', { unavailable: 1_000 }); for (let n = 0; n < 4; n++) { slack.pass(45_000); await works(); } await slack.control('/faults', {}); }],
    [2, async () => { const again = among(slack.requests.slice(-40)); if (again !== undefined) await take(again); }],
    // Slack's first try finds us away: what was written after it comes before it.
    [2, () => { away = 1 + Math.floor(random() * 2); return Promise.resolve(); }],
    [2, restart],
    [3, async () => { slack.pass(1_000 + Math.floor(random() * 240_000)); await works(); }],
    [6, works],
  ];
  const weights = moves.reduce((sum, [weight]) => sum + weight, 0);
  for (let n = 0; n < steps; n++) {
    let at = random() * weights;
    const move = moves.find(([weight]) => (at -= weight) < 0)?.[1] ?? works;
    // Some things happen while others are going on.
    const going = random() < 0.3 ? works().catch(() => undefined) : Promise.resolve();
    await move();
    await going;
  }
  away = 0;
  await slack.control('/faults', {});
  // Slack's own retries of what found us away.
  await new Promise((r) => setTimeout(r, 80));
  for (let n = 0; n < SETTLING.rounds; n++) {
    slack.pass(SETTLING.ms);
    await works();
  }
  const seen = await slack.seen();
  const witnessed: Witnessed = {
    shoppers: wrote,
    taken,
    said: channel.said,
    shown: seen.channels.find((c) => c.id === CARE)?.messages ?? [],
    refused: await refusals(p),
    turns: await p.turns(),
    handoffs: await p.engine.records.handoffs.find('all', { limit: 1_000 }),
    conversations: await p.engine.records.conversations.find('all', { limit: 1_000 }),
    bot: BOT,
  };
  await slack.close();
  await bench.close();
  return witnessed;
}

/** Agents' messages whose turn told their writer, and nobody else, that nothing was sent. */
async function refusals(p: Process): Promise<string[]> {
  const out: string[] = [];
  for (const turn of await p.turns()) {
    const key = turn.kind === 'desk' && turn.handoff !== null ? await p.engine.identities.keyById(turn.tenant, turn.sealKey) : null;
    const body = key === null ? undefined : readTurn(turn, key).event?.body;
    if (key === null || body?.type !== 'desk' || body.act.do !== 'say') continue;
    const [part] = body.act.message.parts;
    const told = Object.values(turn.deliveries).some((d) => d.target === 'desk' && (d.state === 'delivered' || d.state === 'uncertain') && DeskDelivery.parse(JSON.parse(key.open(d.sealed, `delivery/${turn.id}/${d.id}`))).message.do === 'tell');
    if (told && part?.type === 'text') out.push(part.text);
  }
  return out;
}

/** Presses, and sends the form that opens, where one does. */
async function giveBack(slack: SlackBench, user: string, ts: string): Promise<void> {
  try {
    await slack.press(user, ts, 'handoff.return');
    const form = (await slack.seen()).views.at(-1);
    if (form !== undefined) await slack.control('/submit', { user: form.user, view: form.id, values: { words: { words: { value: 'as agreed' } } } });
  } catch {
    // The card shows no such button any more.
  }
}
