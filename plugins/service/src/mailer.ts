import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { Rejected, Retryable, type Clock, type Mailer, type ParleyError } from '@parley/core/contracts';

/** A mail server answers within this, or is away. */
const PATIENCE_MS = 20_000;
const Failure = z.object({ code: z.string().optional(), responseCode: z.number().optional(), command: z.string().optional(), message: z.string().default('') });

/** Letters over the operator's own mail server. @param from the address they come from, with or without a name: it takes the shop's */
export function smtpMailer({ url, from, clock }: { url: string; from: string; clock: Clock }): Mailer {
  const transport = createTransport({ url, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS });
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  const domain = address.split('@')[1] ?? 'localhost';

  return {
    async send({ to, shop, subject, text }, key) {
      const messageId = `<${key}@${domain}>`;
      try {
        await transport.sendMail({
          from: { name: shop, address }, to: { name: '', address: to }, subject, text, messageId, disableFileAccess: true, disableUrlAccess: true,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (e) {
        throw asError(e);
      }
      return { hostId: messageId, at: clock() };
    },
  };
}

/** RFC 5321: 4yz may be tried again, 5yz not. What was cut off after the text was begun may have gone out. */
function asError(e: unknown): ParleyError {
  const { code = '', responseCode = 0, command = '', message } = Failure.safeParse(e).data ?? { message: String(e) };
  const facts = { code: `mail.${(code === '' ? 'failed' : code).toLowerCase()}`, cause: e };
  if (code === 'EAUTH') return new Rejected('the mail server does not let us in: check SMTP_URL', facts);
  if (responseCode >= 500) return new Rejected(`the mail server refuses the letter: ${responseCode}`, facts);
  return new Retryable(`the letter could not be sent: ${responseCode > 0 ? String(responseCode) : code || message.slice(0, 100)}`, { ...facts, mayHaveHappened: command === 'DATA' && responseCode === 0 });
}
