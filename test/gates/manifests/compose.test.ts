import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { composeFindings, composeSchemaFindings, interpolated, variablesOf } from './compose-checks.js';
import { changed, documentsOf, envFile, MANIFESTS, readTree } from './files.js';
import { manifestsOf } from './kustomization.js';
import { secretFindings } from './secrets.js';
import { workloadsOf } from './workload.js';

const text = readFileSync(path.join(MANIFESTS, 'compose.yaml'), 'utf8');
const example = envFile(path.join(MANIFESTS, 'compose.env.example'));
const SECRET = /SECRETS?$|PASSWORD$|TOKEN$|API_KEY$/;
/** The example, filled in. */
const filled = { ...Object.fromEntries(Object.entries(example).map(([name, value]) => [name, value === '' ? 'a1'.repeat(20) : value])), PARLEY_URL: 'https://desk.example.com' };
const [raw] = documentsOf('compose.yaml', text);
const [document] = documentsOf('compose.yaml', interpolated(text, filled));
const clusterImages = [...new Set(workloadsOf(manifestsOf(readTree(path.join(MANIFESTS, 'kubernetes'))).objects).map((w) => w.container.image))];

describe('the compose file', () => {
  it('holds to the schema of the Compose specification', () => {
    expect(composeSchemaFindings(raw)).toEqual([]);
    expect(composeSchemaFindings(document)).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['additional properties: pid_limit', '/services/web/pid_limit', 5],
    ['/services/web/stop_grace_period must match format "duration"', '/services/web/stop_grace_period', '20 seconds'],
    ['/services/web/read_only must be boolean', '/services/web/read_only', 'yes'],
    ['/services/web/depends_on/redis/condition must be equal to one of the allowed values', '/services/web/depends_on/redis/condition', 'ready'],
  ])('is found out by the schema: %s', (finding, pointer, to) => {
    expect(composeSchemaFindings(changed(document, pointer, to)).join('\n')).toContain(finding);
  });

  it('starts all roles and both engines, closed to everyone else', () => {
    expect(composeFindings(document, clusterImages)).toEqual([]);
    expect(Object.keys(z.object({ services: z.record(z.string(), z.unknown()) }).parse(document).services)).toEqual(['web', 'worker', 'jobs', 'mongo', 'mongo-setup', 'redis']);
  });

  it.each<[RegExp, string, unknown]>([
    [/^web does not run as a user/m, '/services/web/user', 'node'],
    [/^mongo may write to its root/m, '/services/mongo/read_only', null],
    [/^web has no init process/m, '/services/web/init', false],
    [/^redis keeps capabilities/m, '/services/redis/cap_drop', null],
    [/^jobs may gain privileges/m, '/services/jobs/security_opt', []],
    [/^worker may take all memory/m, '/services/worker/mem_limit', null],
    [/^redis runs an image without a version/m, '/services/redis/image', 'redis:latest'],
    [/^redis is not asked whether it is well/m, '/services/redis/healthcheck', null],
    [/^web waits for the health of redis/m, '/services/redis/healthcheck', null],
    [/^web opens 8080:8080 to others/m, '/services/web/ports', ['8080:8080']],
    [/^mongo opens 127\.0\.0\.1:27017:27017 to others/m, '/services/mongo/ports', ['127.0.0.1:27017:27017']],
    [/^redis is on the network back, which is not there/m, '/services/redis/networks', ['back']],
    [/^mongo is on a network that leads outside/m, '/services/mongo/networks/-', 'outside'],
    [/^mongo mounts \.\/data/m, '/services/mongo/volumes', ['./data:/data/db']],
    [/^jobs waits for cache, which is not there/m, '/services/jobs/depends_on', { cache: { condition: 'service_started' } }],
    [/^web runs parley:0\.0\.9, the cluster does not/m, '/services/web/image', 'parley:0.0.9'],
    [/^web says another release than its image/m, '/services/web/environment/PARLEY_RELEASE', '0.0.9'],
    [/^jobs is asked on a port that is not OPS_PORT/m, '/services/jobs/environment/OPS_PORT', '9091'],
    [/^web: .*SHOPIFY_API_KEY is missing/ms, '/services/web/environment/SHOPIFY_API_KEY', null],
    [/^worker: the service knows no MONGO_URI/m, '/services/worker/environment/MONGO_URI', 'x'],
    [/^the roles are jobs,web,web/m, '/services/worker/environment/PARLEY_ROLE', 'web'],
    [/^MongoDB is no replica set/m, '/services/mongo/entrypoint', ['mongod']],
    [/^Redis may throw keys out/m, '/services/redis/entrypoint', ['redis-server']],
  ])('would be found out: %s', (finding, pointer, to) => {
    expect(composeFindings(changed(document, pointer, to), clusterImages).join('\n')).toMatch(finding);
  });

  it('asks for exactly what the example of its env file names, and has a default for no secret', () => {
    const { required, optional } = variablesOf(text);
    expect([...required, ...optional].sort()).toEqual(Object.keys(example).sort());
    // Empty: no operator's commands, and no former secrets. Neither is a password that everybody knows.
    expect(optional.filter((n) => SECRET.test(n)).sort()).toEqual(['PARLEY_OLD_SECRETS', 'PARLEY_OPERATOR_TOKEN']);
    expect(text).toContain('${PARLEY_OLD_SECRETS:-}');
    expect(text).toContain('${PARLEY_OPERATOR_TOKEN:-}');
    expect(Object.entries(example).filter(([name, value]) => SECRET.test(name) && value !== '')).toEqual([]);
    for (const name of required) expect(() => interpolated(text, { ...filled, [name]: '' })).toThrow(`${name} is missing`);
    expect(variablesOf('${A:?x} ${B:-y} $${C} ${D}')).toEqual({ required: ['A', 'D'], optional: ['B'] });
  });

  it('holds no secret, nor does its example', () => {
    for (const file of ['compose.yaml', 'compose.env.example']) expect(secretFindings(file, readFileSync(path.join(MANIFESTS, file), 'utf8'))).toEqual([]);
    expect(secretFindings('compose.yaml', text.replace('${MONGO_PARLEY_PASSWORD:?see compose.env.example}', 'parley'))).toEqual(expect.arrayContaining([expect.stringMatching(/looks like a password in an address$/)]));
    expect(secretFindings('compose.yaml', text.replace('${MONGO_ROOT_PASSWORD:?see compose.env.example}', 'root')).join()).toMatch(/looks like a secret with a value/);
  });
});
