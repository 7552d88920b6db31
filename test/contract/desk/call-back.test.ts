import { describe, expect, it } from '@jest/globals';
import { Rejected, Retryable, type Mail, type Mailer } from '@parley/core/contracts';
import { deskScene, WEN, type DeskScene } from './desk-bench.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A team that works on Tuesdays; it is Monday. */
const SHUT = { team: { hours: { timeZone: 'UTC', week: { mon: [], tue: [{ from: '09:00', to: '17:00' }], wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: [] } } };
const say = (words: string, id = words) => ({ do: 'say' as const, message: { parts: [{ type: 'text' as const, text: words }] }, hostMessageId: id, suggestion: null });

/** A mail server in this process. */
function post(): { mailer: Mailer; letters: (Mail & { key: string })[]; fails: Error | null } {
  const office = {
    letters: [] as (Mail & { key: string })[],
    fails: null as Error | null,
    mailer: { send: (mail: Mail, key: string) => (office.fails === null ? (office.letters.push({ ...mail, key }), Promise.resolve({ hostId: key, at: 0 })) : Promise.reject(office.fails)) },
  };
  return office;
}

async function asked(settings: object = SHUT): Promise<{ s: DeskScene; office: ReturnType<typeof post> }> {
  const office = post();
  const s = await deskScene(settings);
  await s.restart({ mailer: office.mailer });
  await s.ask('t-1', 'human please');
  return { s, office };
}
const last = (s: DeskScene) => s.saidTo('t-1').at(-1)?.text ?? '';

describe('a shopper who asks while nobody is there', () => {
  it('may leave an address, and gets the answer there when it comes', async () => {
    const { s, office } = await asked();
    expect(last(s)).toMatch(/back Tuesday.*leave your e-mail address/);
    await s.ask('t-1', 'Ann@Example.com');
    expect(last(s)).toBe('Noted. The team’s answer goes to ann@example.com as well.');
    await s.pass(DAY);
    await s.act(s.place(), WEN, say('Your parcel is in Leipzig.'));
    expect(last(s)).toBe('Your parcel is in Leipzig.');
    expect(office.letters).toMatchObject([{ to: 'ann@example.com', shop: 'The Lantern Shop', subject: 'An answer from The Lantern Shop', text: expect.stringMatching(/^Wen of The Lantern Shop writes:\n\nYour parcel is in Leipzig\./) }]);
  });

  it('gets no letter while they are there, in the chat', async () => {
    const { s, office } = await asked();
    await s.ask('t-1', 'ann@example.com');
    await s.pass(DAY);
    await s.ask('t-1', 'are you there?');
    await s.act(s.place(), WEN, say('Yes.'));
    expect(office.letters).toEqual([]);
    await s.pass(10 * MINUTE);
    await s.act(s.place(), WEN, say('And it is paid back.'));
    expect(office.letters).toHaveLength(1);
  });

  it('is not given up while the team can still write; after three days they are told', async () => {
    const { s, office } = await asked({});
    await s.ask('t-1', 'ann@example.com');
    for (const minutes of [5, 10, 30]) await s.pass(minutes * MINUTE + 1);
    expect(last(s)).toMatch(/they will write to the e-mail address you left/);
    expect(s.place().entries.at(-1)?.entry).toMatchObject({ kind: 'event', text: expect.stringContaining('left an e-mail address') });
    await s.pass(DAY);
    await s.act(s.place(), WEN, say('Sorry for the wait.'));
    expect(office.letters).toHaveLength(1);

    const { s: t } = await asked({});
    await t.ask('t-1', 'ann@example.com');
    for (const minutes of [5, 10, 30]) await t.pass(minutes * MINUTE + 1);
    await t.pass(3 * DAY + 1);
    expect(last(t)).toMatch(/nobody of the team could come\./);
  });

  it('is asked for no address where no letters can be sent, nor where somebody is there', async () => {
    const shut = await deskScene(SHUT);
    await shut.ask('t-1', 'human please');
    expect(last(shut)).not.toMatch(/e-mail/);
    const { s } = await asked({});
    expect(last(s)).not.toMatch(/e-mail/);
  });

  it('a letter that is refused ends dead and is seen; one that may have gone out is not sent twice', async () => {
    for (const [error, attention] of [[new Rejected('no such mailbox', { code: 'mail.no' }), 'dead'], [new Retryable('cut off', { code: 'mail.cut', mayHaveHappened: true }), 'uncertain']] as const) {
      const { s, office } = await asked();
      await s.ask('t-1', 'ann@example.com');
      await s.pass(DAY);
      office.fails = error;
      await s.act(s.place(), WEN, say('Hello'));
      office.fails = null;
      for (let n = 0; n < 3; n++) await s.pass(10 * MINUTE);
      expect(office.letters).toEqual([]);
      expect((await s.process.turns()).map((t) => t.attention)).toContain(attention);
      // What was said in the chat is there all the same.
      expect(s.saidTo('t-1').map((m) => m.text)).toContain('Hello');
    }
  });
});
