import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { ParleyError } from '@parley/core/contracts';
import { smtpMailer } from './mailer.js';

const LETTER = { to: 'ann@example.com', shop: 'Lantern & Co', subject: '来自店铺的回复', text: 'Your parcel is in Leipzig.\n包裹在路上。' };
const never = new AbortController().signal;
const servers: SMTPServer[] = [];
afterEach(async () => {
  for (const s of servers.splice(0)) await new Promise<void>((resolve) => s.close(() => resolve()));
});

/** A real mail server; what it is given, or how it refuses. */
async function server(refuse: { at: 'recipient' | 'text'; code: number } | null = null): Promise<{ url: string; got: string[] }> {
  const got: string[] = [];
  const refused = (code: number) => Object.assign(new Error('no'), { responseCode: code });
  const smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo: (_address, _session, done) => { done(refuse?.at === 'recipient' ? refused(refuse.code) : null); },
    onData(stream, _session, done) {
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (piece: string) => (text += piece));
      stream.on('end', () => {
        if (refuse?.at === 'text') { done(refused(refuse.code)); return; }
        got.push(text);
        done(null, 'taken');
      });
    },
  });
  servers.push(smtp);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  return { url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, got };
}
const mailerAt = (url: string) => smtpMailer({ url, from: 'answers@desk.example.com', clock: () => 1_000 });
const failure = (work: Promise<unknown>) => work.then(() => null, (e: unknown) => (ParleyError.isInstance(e) ? { kind: e.kind, code: e.code } : e));

describe('letters', () => {
  it('go out from the shop’s name, under an id that a repetition would share, marked as automatic', async () => {
    const { url, got } = await server();
    const sent = await mailerAt(url).send(LETTER, 'key-1', never);
    expect(sent).toEqual({ hostId: '<key-1@desk.example.com>', at: 1_000 });
    expect(got[0]).toMatch(/^From: "?Lantern & Co"? <answers@desk\.example\.com>/m);
    expect(got[0]).toMatch(/^To: ann@example\.com/m);
    expect(got[0]).toMatch(/^Message-ID: <key-1@desk\.example\.com>/m);
    expect(got[0]).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(got[0]).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it('put nothing of what a shopper or an agent wrote into their head', async () => {
    const { url, got } = await server();
    await mailerAt(url).send({ ...LETTER, shop: 'Evil\r\nBcc: all@example.com', subject: 'Hi\r\nBcc: all@example.com' }, 'key-2', never);
    expect(got[0]).not.toMatch(/^Bcc:/m);
  });

  it.each([
    ['recipient', 550, 'rejected'],
    ['recipient', 451, 'retryable'],
    ['text', 554, 'rejected'],
    ['text', 452, 'retryable'],
  ] as const)('that are refused at the %s with %i are %s', async (at, code, kind) => {
    const { url } = await server({ at, code });
    expect(await failure(mailerAt(url).send(LETTER, 'k', never))).toMatchObject({ kind });
  });

  it('wait where nobody listens', async () => {
    expect(await failure(mailerAt('smtp://127.0.0.1:9').send(LETTER, 'k', never))).toMatchObject({ kind: 'retryable' });
  });
});
