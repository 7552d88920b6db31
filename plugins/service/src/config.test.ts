import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

const SECRET = 'x'.repeat(32);
const GOOD = { PARLEY_SECRETS: SECRET, SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRETS: 'secret' };

/** What the refusal says, or null where there is none. */
function refusal(env: Record<string, string | undefined>): string | null {
  try {
    readConfig({ ...GOOD, ...env });
    return null;
  } catch (e) {
    return e instanceof Error ? e.message : String(e);
  }
}

describe('the configuration', () => {
  it('is whole with the three variables that have no default', () => {
    expect(readConfig(GOOD)).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', PARLEY_URL: 'http://localhost:8080', PARLEY_DATA: './.data', PARLEY_SECRETS: [SECRET], TRUST_PROXY: 0, LOG_LEVEL: 'info', SHOPIFY_API_SECRETS: ['secret'] });
  });

  it('takes lists newest first and cuts the path off an origin', () => {
    const read = readConfig({ ...GOOD, PARLEY_SECRETS: ` ${'n'.repeat(32)} , ${SECRET},`, SHOPIFY_API_SECRETS: 'new, old', PARLEY_URL: 'https://desk.example.com/' });
    expect(read.PARLEY_SECRETS).toEqual(['n'.repeat(32), SECRET]);
    expect(read.SHOPIFY_API_SECRETS).toEqual(['new', 'old']);
    expect(read.PARLEY_URL).toBe('https://desk.example.com');
  });

  it.each(['PARLEY_SECRETS', 'SHOPIFY_API_KEY', 'SHOPIFY_API_SECRETS'])('names %s when it is missing or empty', (name) => {
    for (const value of [undefined, '', '   ']) expect(refusal({ [name]: value })).toMatch(new RegExp(`${name} is missing: it expects \\S`));
  });

  it.each([
    ['PORT', ['http', '-1', '65536', '80.5', '0x50', '1e3']],
    ['PARLEY_URL', ['chat.shop.test', 'ftp://chat.shop.test', 'https://chat.shop.test/path', 'https://chat.shop.test?x=1', 'https://user:pass@chat.shop.test']],
    ['PARLEY_SECRETS', ['short', `${SECRET},short`, ',,,']],
    ['PARLEY_OLD_SECRETS', ['short', `${SECRET},short`]],
    ['PARLEY_RELEASE', ['r'.repeat(61)]],
    ['PARLEY_OPERATOR_TOKEN', ['too-short']],
    ['TRUST_PROXY', ['true', '-1', '11', '1.5']],
    ['LOG_LEVEL', ['verbose', 'INFO', 'trace']],
    ['SHOPIFY_API_SECRETS', [' , ,']],
    ['SHOPIFY_API_ORIGIN', ['http://127.0.0.1:9999', '{shop}', 'http://localhost 8090/{shop}', 'http://local host/{shop}', 'http://:99999/{shop}']],
    ['SHOPIFY_APP_BRIDGE_URL', ['app-bridge.js', 'javascript:alert(1)']],
    ['PARLEY_ROLE', ['everything', 'WEB', 'web,worker']],
    ['PARLEY_TRACK', ['beta']],
    ['MONGODB_URI', ['mongo.shop.test', 'http://mongo.shop.test', 'mongo://x.test']],
    ['REDIS_URL', ['redis.shop.test:6379', 'http://redis.shop.test', 'redis://']],
    ['REDIS_PREFIX', ['with space', 'p'.repeat(61)]],
    ['OPS_PORT', ['ops', '65536']],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', ['traces.shop.test:4318', 'ftp://traces.shop.test']],
    ['OTEL_TRACES_SAMPLER_ARG', ['half', '1.5', '-0.1']],
    ['WEBCHAT_MESSAGES_PER_MINUTE', ['0', 'many', '1000001', '2.5']],
    ['WEBCHAT_SESSIONS_PER_MINUTE', ['0', 'many', '1000001']],
  ])('names %s and what it expects for every wrong value, and never shows the value', (name, values) => {
    for (const value of values) {
      const message = refusal({ [name]: value });
      expect(`${value} -> ${message}`).toMatch(new RegExp(`${name} has a wrong value: it expects \\S`));
      if (value.trim().length > 8) expect(message).not.toContain(value.trim());
    }
  });

  it('takes MongoDB and Redis together or not at all, and roles only with both', () => {
    const both = { MONGODB_URI: 'mongodb://user:hidden-password@db.example.com/parley', REDIS_URL: 'redis://:hidden-password@cache.example.com' };
    for (const PARLEY_ROLE of ['all', 'web', 'worker', 'jobs']) expect(refusal({ ...both, PARLEY_ROLE })).toBeNull();
    const { MONGODB_URI, REDIS_URL } = both;
    for (const [env, missing] of [[{ MONGODB_URI }, 'REDIS_URL'], [{ REDIS_URL }, 'MONGODB_URI']] as const) {
      expect(refusal(env)).toContain(`${missing} is missing`);
      expect(refusal(env)).not.toContain('hidden-password');
    }
    expect(refusal({ PARLEY_ROLE: 'worker' })).toMatch(/PARLEY_ROLE is worker: only with MONGODB_URI and REDIS_URL/);
  });

  it('names all mistakes at once', () => {
    const message = refusal({ PORT: 'http', LOG_LEVEL: 'loud', SHOPIFY_API_KEY: undefined }) ?? '';
    expect(message.split('\n').slice(1).map((l) => l.trim().split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'SHOPIFY_API_KEY']);
  });
});
