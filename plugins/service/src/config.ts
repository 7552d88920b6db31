import { z } from 'zod';
import { Rejected } from '@parley/core/contracts';

/** A whole number as people write it; `Number` would also take an empty text, `0x50` and `1e3`. */
const whole = (min: number, max: number) => z.string().regex(/^\d{1,9}$/).transform(Number).pipe(z.number().min(min).max(max));
const webAddress = z.string().refine((u) => URL.canParse(u) && /^https?:$/.test(new URL(u).protocol), { abort: true });
const origin = webAddress.refine((u) => new URL(u).origin === u.replace(/\/$/, '')).transform((u) => new URL(u).origin);
const secretAddress = (scheme: RegExp) => z.string().regex(scheme);
const list = z
  .string()
  .transform((s) => s.split(',').map((x) => x.trim()).filter((x) => x !== ''));

/** What a process of Parley does: take messages in, work them off, work in the background, or all of it. */
export const ROLES = ['all', 'web', 'worker', 'jobs'] as const;
export type Role = (typeof ROLES)[number];

/** Every variable the service reads: what it expects, in words, and its form. */
const VARIABLES = {
  PORT: { expects: 'a port number, 0 to 65535', form: whole(0, 65_535).default(8080) },
  HOST: { expects: 'an address to listen on, for example 0.0.0.0', form: z.string().min(1).default('127.0.0.1') },
  PARLEY_URL: { expects: 'the public origin of this service, for example https://desk.example.com', form: origin.default('http://localhost:8080') },
  PARLEY_ROLE: { expects: 'all, or with MONGODB_URI and REDIS_URL one of web, worker, jobs', form: z.enum(ROLES).default('all') },
  PARLEY_TRACK: { expects: 'stable, or canary for a process of a new release that serves a share of the tenants', form: z.enum(['stable', 'canary']).default('stable') },
  MONGODB_URI: { expects: 'the address of a MongoDB, for example mongodb://db.example.com/parley, together with REDIS_URL; or nothing for the embedded store', form: secretAddress(/^mongodb(\+srv)?:\/\/./).optional() },
  REDIS_URL: { expects: 'the address of a Redis, for example redis://cache.example.com:6379, together with MONGODB_URI; or nothing', form: secretAddress(/^rediss?:\/\/./).optional() },
  REDIS_PREFIX: { expects: 'what every key in Redis begins with, 1 to 60 letters, digits and : . _ -, another for each installation of Parley that shares the Redis', form: z.string().regex(/^[\w:.-]{1,60}$/).default('parley:') },
  OPS_PORT: { expects: 'a port for health, readiness and metrics, 0 to 65535, open to your own network only; or nothing', form: whole(0, 65_535).optional() },
  OTEL_EXPORTER_OTLP_ENDPOINT: { expects: 'the address of an OpenTelemetry collector (OTLP over HTTP), for example http://localhost:4318; or nothing', form: webAddress.optional() },
  OTEL_TRACES_SAMPLER_ARG: { expects: 'the share of turns that are traced, 0 to 1', form: z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/).transform(Number).default(1) },
  PARLEY_DATA: { expects: 'a folder for the embedded database', form: z.string().min(1).default('./.data') },
  PARLEY_SECRETS: {
    expects: 'one or more secrets of at least 32 characters, the newest first, separated by commas',
    form: list.pipe(z.array(z.string().min(32)).min(1)),
  },
  PARLEY_OLD_SECRETS: {
    expects: 'nothing, or former secrets of at least 32 characters, the newest first, separated by commas: they open what they sealed and sign nothing',
    form: list.pipe(z.array(z.string().min(32))).default([]),
  },
  PARLEY_RELEASE: { expects: 'a label of at most 60 characters', form: z.string().max(60).default('dev') },
  PARLEY_OPERATOR_TOKEN: { expects: 'a token of at least 24 characters for the operator’s commands, or nothing to switch them off', form: z.string().min(24).optional() },
  TRUST_PROXY: { expects: 'the number of proxies in front, 0 to 10', form: whole(0, 10).default(0) },
  LOG_LEVEL: { expects: 'one of fatal, error, warn, info, debug, silent', form: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info') },
  SHOPIFY_API_KEY: { expects: 'the client id of the Shopify app', form: z.string().min(1) },
  SHOPIFY_API_SECRETS: { expects: 'the client secrets of the Shopify app, the newest first, separated by commas', form: list.pipe(z.array(z.string().min(1)).min(1)) },
  SHOPIFY_API_ORIGIN: {
    expects: 'nothing for the real Shopify, or an address with {shop} in it that stands in for https://{shop}, for example http://localhost:8090/hosts/{shop}',
    form: z.string().regex(/^https?:\/\/[^\s]*\{shop\}[^\s]*$/).refine((u) => URL.canParse(u.replaceAll('{shop}', 'shop'))).optional(),
  },
  SHOPIFY_APP_BRIDGE_URL: { expects: 'the address of App Bridge', form: webAddress.default('https://cdn.shopify.com/shopifycloud/app-bridge.js') },
  SHOPIFY_EXTENSION_ID: { expects: 'the id of the theme app extension', form: z.string().min(1).default('parley-chat') },
  SLACK_CLIENT_ID: { expects: 'the client id of the Slack app, together with SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRETS; or nothing, and no desk in Slack', form: z.string().min(1).optional() },
  SLACK_CLIENT_SECRET: { expects: 'the client secret of the Slack app', form: z.string().min(1).optional() },
  SLACK_SIGNING_SECRETS: { expects: 'the signing secrets of the Slack app, the newest first, separated by commas', form: list.pipe(z.array(z.string().min(1)).min(1)).optional() },
  SLACK_ORIGIN: { expects: 'nothing for the real Slack, or an address that stands in for it, for example http://localhost:8090/slack', form: webAddress.optional() },
  SMTP_URL: { expects: 'the address of a mail server, for example smtps://user:password@mail.example.com, together with MAIL_FROM; or nothing, and no letters', form: secretAddress(/^smtps?:\/\/./).optional() },
  MAIL_FROM: { expects: 'the address letters come from, for example answers@desk.example.com', form: z.email().optional() },
  WEBCHAT_MESSAGES_PER_MINUTE: { expects: 'how many messages a minute one shopper may send, 1 to 1000000', form: whole(1, 1_000_000).default(30) },
  WEBCHAT_PICTURES_MB_PER_DAY: { expects: 'how many megabytes of pictures one shop’s shoppers may send a day, 1 to 1000000', form: whole(1, 1_000_000).default(2_000) },
  WEBCHAT_SESSIONS_PER_MINUTE: { expects: 'how many chat sessions a minute one address may open, 1 to 1000000', form: whole(1, 1_000_000).default(30) },
} as const;

type Forms = { [K in keyof typeof VARIABLES]: z.output<(typeof VARIABLES)[K]['form']> };
export type ServiceConfig = Readonly<Forms>;

/**
 * Reads the configuration once, at start. Throws `Rejected` naming every variable that is wrong and what it expects;
 * values are never shown, they may be secrets.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const form = z.object(Object.fromEntries(Object.entries(VARIABLES).map(([name, v]) => [name, v.form])));
  const given = Object.fromEntries(Object.keys(VARIABLES).flatMap((name) => (env[name] === undefined || env[name].trim() === '' ? [] : [[name, env[name]]])));
  const read = form.safeParse(given);
  if (read.success) {
    const config = read.data as Forms;
    refuseHalves(config);
    return config;
  }
  const wrong = [...new Set(read.error.issues.map((i) => String(i.path[0])))].map((name) => {
    const state = given[name] === undefined ? 'is missing' : 'has a wrong value';
    return `  ${name} ${state}: it expects ${(VARIABLES as Readonly<Record<string, { expects: string }>>)[name]?.expects ?? 'another value'}`;
  });
  throw new Rejected(`The configuration is not usable:\n${wrong.join('\n')}`, { code: 'config.invalid' });
}

/** What is right by itself and wrong together. */
function refuseHalves(config: ServiceConfig): void {
  const { MONGODB_URI: mongo, REDIS_URL: redis, PARLEY_ROLE: role } = config;
  const unusable = (why: string) => new Rejected(`The configuration is not usable:\n  ${why}`, { code: 'config.invalid' });
  if ((mongo === undefined) !== (redis === undefined)) throw unusable(`${mongo === undefined ? 'MONGODB_URI' : 'REDIS_URL'} is missing: several processes need both a MongoDB and a Redis; one process alone needs neither`);
  const slack = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRETS'] as const;
  const absent = slack.filter((name) => config[name] === undefined);
  if (absent.length > 0 && absent.length < slack.length) throw unusable(`${absent.join(' and ')} ${absent.length === 1 ? 'is' : 'are'} missing: a desk in Slack needs all of ${slack.join(', ')}`);
  if ((config.SMTP_URL === undefined) !== (config.MAIL_FROM === undefined)) throw unusable(`${config.SMTP_URL === undefined ? 'SMTP_URL' : 'MAIL_FROM'} is missing: letters need a mail server and an address they come from`);
  if (role !== 'all' && mongo === undefined) throw unusable(`PARLEY_ROLE is ${role}: only with MONGODB_URI and REDIS_URL can the work be shared out; leave it away to run everything in one process`);
}
