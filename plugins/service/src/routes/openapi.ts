import type { Express } from 'express';
import { z } from 'zod';
import { Message } from '@parley/core/contracts';
import { ROLES, type ServiceConfig } from '../config.js';
import { ConversationsQuery } from './admin-conversations.js';
import { HandoffSettings } from '@parley/core/conversation';
import { DeskAnswer } from './admin-desk.js';
import { SettingsPatch } from './admin-overview.js';
import { ActEntry, ActsQuery, PrivacyEntry } from './admin-records.js';
import { CanaryRequest, RedriveRequest, TurnsQuery } from './operator.js';

const ErrorBody = z.object({ error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }) });
const Session = z.object({ token: z.string(), thread: z.string(), expiresAt: z.number(), shop: z.object({ name: z.string() }), language: z.enum(['zh', 'en']), answering: z.boolean(), endpoint: z.string() });
const SessionRequest = z.object({ site: z.string(), token: z.string().optional(), locale: z.string().optional() });
const MessageRequest = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/), text: z.string().max(20_000).optional(), images: z.array(z.string()).max(4).optional(), locale: z.string().optional() });
const Entry = z.object({ n: z.number(), id: z.string(), at: z.number(), from: z.enum(['shopper', 'bot', 'agent', 'system']), by: z.string().optional(), message: Message, replyTo: z.array(z.string()) });

interface Operation {
  summary: string;
  security?: 'shopper' | 'staff' | 'operator';
  query?: z.ZodObject;
  body?: z.ZodType;
  status: number;
  answer?: z.ZodType;
  contentType?: string;
}

const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/health': { get: { summary: 'Whether the process lives.', status: 200, answer: z.object({ status: z.literal('ok'), role: z.enum(ROLES), release: z.string(), upSeconds: z.number() }) } },
  '/ready': { get: { summary: 'Whether messages can be taken and kept now.', status: 200, answer: z.object({ ready: z.boolean(), degraded: z.array(z.enum(['signals'])) }) } },
  '/webchat/session': { post: { summary: 'Opens or renews an anonymous chat session of a site.', body: SessionRequest, status: 200, answer: Session } },
  '/webchat/messages': { post: { summary: 'Sends a shopper’s message. The same id is the same message.', security: 'shopper', body: MessageRequest, status: 202, answer: z.object({ id: z.string(), state: z.enum(['stored', 'duplicate', 'parked']) }) } },
  '/webchat/images': { post: { summary: 'Keeps a picture; the body is the picture itself.', security: 'shopper', status: 201, answer: z.object({ blob: z.string(), mime: z.string(), bytes: z.number() }) } },
  '/webchat/images/{blob}': { get: { summary: 'A picture of this shopper.', security: 'shopper', status: 200, contentType: 'image/*' } },
  '/webchat/events': { get: { summary: 'Answers as server-sent events, from after `n` on.', security: 'shopper', query: z.object({ after: z.number().int().optional() }), status: 200, contentType: 'text/event-stream' } },
  '/webchat/history': { get: { summary: 'Both sides of the thread.', security: 'shopper', query: z.object({ limit: z.number().int().optional() }), status: 200, answer: z.object({ entries: z.array(Entry) }) } },
  '/api/admin/overview': { get: { summary: 'Everything the first admin page shows.', security: 'staff', status: 200, answer: z.record(z.string(), z.unknown()) } },
  '/api/admin/conversations': { get: { summary: 'The latest conversations.', security: 'staff', query: ConversationsQuery, status: 200, answer: z.object({ conversations: z.array(z.record(z.string(), z.unknown())), next: z.number().nullable() }) } },
  '/api/admin/conversations/{id}': { get: { summary: 'One conversation with the reasons for every answer.', security: 'staff', status: 200, answer: z.object({ conversation: z.record(z.string(), z.unknown()), entries: z.array(z.record(z.string(), z.unknown())) }) } },
  '/api/admin/settings': { patch: { summary: 'Changes the chat’s settings.', security: 'staff', body: SettingsPatch, status: 200, answer: z.record(z.string(), z.unknown()) } },
  '/api/admin/knowledge/refresh': { post: { summary: 'Reads the shop’s pages anew.', security: 'staff', status: 202, answer: z.object({ started: z.boolean() }) } },
  '/api/admin/deliveries/redrive': { post: { summary: 'Sends again what could not be delivered.', security: 'staff', status: 200, answer: z.object({ redriven: z.number() }) } },
  '/api/admin/privacy': { get: { summary: 'What was exported and erased on privacy requests, newest first.', security: 'staff', status: 200, answer: z.object({ entries: z.array(PrivacyEntry) }) } },
  '/api/admin/handoff': {
    get: { summary: 'The desks that are connected, and the rules for handing over.', security: 'staff', status: 200, answer: DeskAnswer },
    put: { summary: 'Sets the rules for handing over: teams, hours, times, routes.', security: 'staff', body: HandoffSettings, status: 200, answer: DeskAnswer },
  },
  '/api/admin/slack/link': { post: { summary: 'A single-use link by which a Slack workspace is connected; 404 where this service is no app of Slack’s.', security: 'staff', status: 201, answer: z.object({ url: z.string() }) } },
  '/api/admin/acts': { get: { summary: 'Who read, changed, sent again or took out what, newest first.', security: 'staff', query: ActsQuery, status: 200, answer: z.object({ acts: z.array(ActEntry), next: z.number().nullable() }) } },
  '/api/admin/exports/{id}': { get: { summary: 'The data put together for a shopper’s request.', security: 'staff', status: 200, contentType: 'application/json' } },
  '/api/operator/metrics': { get: { summary: 'What this process counts and times, for Prometheus.', security: 'operator', status: 200, contentType: 'text/plain' } },
  '/api/operator/counts': { get: { summary: 'What came in and what was refused since this process began, by name.', security: 'operator', status: 200, answer: z.object({ counts: z.record(z.string(), z.number()) }) } },
  '/api/operator/canary': {
    get: { summary: 'Which share of the tenants the canary release serves.', security: 'operator', status: 200, answer: CanaryRequest },
    put: { summary: 'Gives the canary release a share of the tenants, and some by name.', security: 'operator', body: CanaryRequest, status: 200, answer: CanaryRequest },
  },
  '/api/operator/acts': { get: { summary: 'What was done to the service as a whole, newest first.', security: 'operator', query: ActsQuery, status: 200, answer: z.object({ acts: z.array(ActEntry) }) } },
  '/api/operator/turns': { get: { summary: 'The opened records of a chat thread’s turns.', security: 'operator', query: TurnsQuery, status: 200, answer: z.object({ turns: z.array(z.record(z.string(), z.unknown())) }) } },
  '/api/operator/redrive': { post: { summary: 'Sends dead (or uncertain) deliveries again, for one tenant or all.', security: 'operator', body: RedriveRequest, status: 200, answer: z.object({ redriven: z.number() }) } },
  '/api/operator/backup': { get: { summary: 'Everything the embedded store holds as of now, sealed, a record a line (`npm run backup`); 404 on a shared database.', security: 'operator', status: 200, contentType: 'application/x-ndjson' } },
};

/** This service's own HTTP API as OpenAPI 3.1, written from the same schemas that check it. Hosts' webhooks are the hosts' to describe. */
export function openApi(config: Pick<ServiceConfig, 'PARLEY_URL'>): object {
  const paths = Object.fromEntries(Object.entries(OPERATIONS).map(([path, methods]) => [path, Object.fromEntries(Object.entries(methods).map(([method, o]) => [method, operation(path, o)]))]));
  return {
    openapi: '3.1.0',
    info: { title: 'Parley service', version: '0.1.0' },
    servers: [{ url: config.PARLEY_URL }],
    paths,
    components: {
      securitySchemes: {
        shopper: { type: 'http', scheme: 'bearer', description: 'The token of a chat session.' },
        staff: { type: 'http', scheme: 'bearer', description: 'A session token of the host’s admin.' },
        operator: { type: 'http', scheme: 'bearer', description: 'PARLEY_OPERATOR_TOKEN.' },
      },
    },
  };
}

function operation(path: string, o: Operation): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => ({ name: m[1], in: 'path', required: true, schema: { type: 'string' } }));
  const inQuery = Object.entries(o.query?.shape ?? {}).map(([name, schema]) => ({ name, in: 'query', required: false, schema: jsonSchema(schema as z.ZodType) }));
  return {
    summary: o.summary,
    ...(o.security === undefined ? {} : { security: [{ [o.security]: [] }] }),
    ...(inPath.length + inQuery.length === 0 ? {} : { parameters: [...inPath, ...inQuery] }),
    ...(o.body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(o.body) } } } }),
    responses: {
      [o.status]: { description: 'Done.', ...(o.answer === undefined ? (o.contentType === undefined ? {} : { content: { [o.contentType]: {} } }) : { content: { 'application/json': { schema: jsonSchema(o.answer) } } }) },
      'default': { description: 'Refused, with a code.', content: { 'application/json': { schema: jsonSchema(ErrorBody) } } },
    },
  };
}

function jsonSchema(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

export function mountOpenApi(app: Express, config: ServiceConfig): void {
  const document = openApi(config);
  app.get('/openapi.json', (_req, res) => res.json(document));
}
