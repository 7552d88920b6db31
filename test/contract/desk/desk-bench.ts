import { afterEach } from '@jest/globals';
import type { Agent, DeskAct } from '@parley/core/contracts';
import { HandoffSettings } from '@parley/core/conversation';
import { engineBench, type EngineBench, type Process, type ProcessOptions } from '../connector/engine-bench.js';
import { DESK_ACCOUNT, plainChannel, relayDesk, SHOP_ACCOUNT, type PlainChannel, type RelayDesk, type Shown } from './relay-desk.js';

/** A Monday morning in London. */
export const MONDAY = Date.parse('2026-11-23T10:00:00Z');
export const WEN: Agent = { id: 'wen', name: 'Wen', outside: false };
export const BEN: Agent = { id: 'ben', name: 'Ben', outside: false };
export const GUEST: Agent = { id: 'guest', name: 'Gus', outside: true };

const KEYS = { values: { token: 'x' }, expiresAt: null, refreshExpiresAt: null };

/** One shop with a chat and a desk, on a clock that moves by hand. */
export interface DeskScene {
  bench: EngineBench;
  desk: RelayDesk;
  channel: PlainChannel;
  process: Process;
  /** Another process on the same store; the one before is gone. */
  restart(options?: Partial<ProcessOptions>): Promise<void>;
  ask(thread: string, text: string): Promise<void>;
  /** What an agent does at a place, taken in and worked off. */
  act(place: Shown, by: Agent, act: DeskAct, key?: string): Promise<void>;
  pass(ms: number): Promise<void>;
  work(): Promise<void>;
  /** The only or latest place at the desk. */
  place(): Shown;
  saidTo(thread: string): { from: string; text: string }[];
}

/** @param settings teams beside the defaults: one named Care, and none else */
export async function deskScene(settings: { team?: object; teams?: object[]; routes?: object[] } = {}): Promise<DeskScene> {
  let now = MONDAY;
  const clock = () => now;
  const bench = await engineBench(clock);
  const desk = relayDesk(clock);
  const channel = plainChannel(clock);
  const start = (options: Partial<ProcessOptions> = {}) => bench.start({ connectors: () => [desk.connector, channel.connector], delivering: { backoff: { firstMs: 500, capMs: 5_000 } }, pages: ['Returns take 30 days.'], ...options });
  let keys = 0;
  const scene: DeskScene = {
    bench,
    desk,
    channel,
    process: start(),
    async restart(options) {
      scene.process.kill();
      scene.process = start(options);
      await scene.work();
    },
    async ask(thread, text) {
      await scene.process.engine.intake.store('plain', [channel.event(thread, `m-${++keys}`, text)]);
      await scene.work();
    },
    async act(place, by, act, key) {
      await scene.process.engine.intake.store('relay', [desk.event(place, by, act, key)]);
      await scene.work();
    },
    async pass(ms) {
      now += ms;
      await scene.work();
    },
    async work() {
      // What one turn stores in another mailbox is due only then.
      for (let n = 0; n < 4; n++) await scene.process.work();
    },
    place() {
      const last = desk.shown.at(-1);
      if (last === undefined) throw new Error('the desk shows nothing');
      return last;
    },
    saidTo: (thread) => channel.said.filter((s) => s.thread === thread).map(({ from, text }) => ({ from, text })),
  };
  scenes.push(scene);
  const shop = await scene.process.connect('plain', SHOP_ACCOUNT, KEYS);
  const team = await scene.process.connect('relay', DESK_ACCOUNT, KEYS, shop.tenant);
  const at = { installation: team.id, target: 'C-care' };
  const teams = settings.teams?.map((t) => ({ ...at, ...t })) ?? [{ name: 'Care', ...at, ...settings.team }];
  await scene.process.engine.handoffs.saveSettings(shop.tenant, HandoffSettings.parse({ teams, routes: settings.routes ?? [] }), 'test');
  return scene;
}

const scenes: DeskScene[] = [];
afterEach(async () => {
  for (const s of scenes.splice(0)) await s.bench.close();
});
