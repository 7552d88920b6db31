import { facetFile, type NewFacet } from './facets.js';

/** Everything a new connector begins with: paths below the project, and what is in them. */
export function filesOf(id: string, facets: readonly NewFacet[]): Record<string, string> {
  const home = `connectors/${id}`;
  return {
    [`${home}/package.json`]: packageOf(id),
    [`${home}/tsconfig.json`]: TSCONFIG,
    [`${home}/src/config.ts`]: `/** The connector's id, under which its installations are kept. */\nexport const CONNECTOR = '${id}';\n`,
    [`${home}/src/not-written.ts`]: NOT_WRITTEN,
    [`${home}/src/index.ts`]: `export { create${pascal(id)}Connector } from './connector.js';\n`,
    [`${home}/src/connector.ts`]: connectorOf(id, facets),
    ...Object.fromEntries(facets.map((facet) => [`${home}/src/${facet}.ts`, facetOf(id, facet)])),
    [`test/contract/connector/${id}.test.ts`]: suiteOf(id, facets),
  };
}

/** Lines that the project's own files need, so that everything is built and shipped with it. */
export function tsconfigWith(tsconfig: string, id: string): string {
  const line = `    { "path": "connectors/${id}" },\n`;
  return tsconfig.includes(line) ? tsconfig : tsconfig.replace(/(?=^ {4}\{ "path": "plugins\/)/m, line);
}

function pascal(id: string): string {
  return id.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

function camel(id: string): string {
  const name = pascal(id);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function packageOf(id: string): string {
  return `${JSON.stringify(
    {
      name: `@parley/connector-${id}`,
      version: '0.1.0',
      private: true,
      description: `Speaks to ${pascal(id)}.`,
      license: 'UNLICENSED',
      type: 'module',
      engines: { node: '>=20.19' },
      exports: { '.': { source: './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } },
      files: ['dist'],
      scripts: { build: 'tsc -b' },
      dependencies: { '@parley/core': '0.1.0' },
    },
    null,
    2,
  )}\n`;
}

const TSCONFIG = `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "rootDir": "src", "outDir": "dist" },
  "include": ["src"],
  "exclude": ["src/**/*.test.ts", "src/**/*.fixture.ts"],
  "references": [{ "path": "../../core" }]
}
`;

const NOT_WRITTEN = `import { Bug } from '@parley/core/contracts';
import { CONNECTOR } from './config.js';

/** For what nobody has written yet: it fails in the open, and never pretends. Gone when the last use of it is. */
export function notWritten(what: string): Promise<never> {
  return Promise.reject(new Bug(\`\${CONNECTOR}: \${what} is not written yet\`, { code: \`\${CONNECTOR}.not-written\`, connector: CONNECTOR }));
}
`;

function facetOf(id: string, facet: NewFacet): string {
  const { types, values, text } = facetFile(facet, camel(id));
  const names = [...values, ...types.map((t) => `type ${t}`)];
  const onlyTypes = values.length === 0;
  return [
    onlyTypes ? `import type { ${types.join(', ')} } from '@parley/core/contracts';` : `import { ${names.join(', ')} } from '@parley/core/contracts';`,
    ...(text.includes('CONNECTOR') ? [`import { CONNECTOR } from './config.js';`] : []),
    ...(text.includes('notWritten') ? [`import { notWritten } from './not-written.js';`] : []),
    '',
    text,
  ].join('\n');
}

function connectorOf(id: string, facets: readonly NewFacet[]): string {
  const name = camel(id);
  return `import type { Connector } from '@parley/core/contracts';
import { CONNECTOR } from './config.js';
${facets.map((f) => `import { ${name}${pascal(f)} } from './${f}.js';`).join('\n')}

/** ${pascal(id)}: what it has, it can do. */
export function create${pascal(id)}Connector(): Connector {
  return { id: CONNECTOR, ${facets.map((f) => `${f}: ${name}${pascal(f)}()`).join(', ')} };
}
`;
}

/** The suite with a bench whose requests are rightly signed by a scheme that the host has to be looked up for: it fails until the connector speaks to one. */
function suiteOf(id: string, facets: readonly NewFacet[]): string {
  const has = (facet: NewFacet) => facets.includes(facet);
  const lines = [
    ...(has('inbound') ? [INBOUND_BENCH] : []),
    ...(has('channel') ? ["    channel: { to: { hostThread: 'thread-1', identity: 'shopper-1' }, shown: () => Promise.resolve([]), refusals: [] },"] : []),
    ...(has('commerce') ? ["    commerce: { orders: [{ by: 'name', name: '#1001' }], products: [], answering: () => connector },"] : []),
    ...(has('desk') ? ["    desk: { hostThread: 'thread-1', team: 'team-1', seen: () => Promise.resolve([]), accept: () => Promise.resolve(), refusedOpening: (desk, i, b) => desk.open(i, 'nowhere', b, 'k', AbortSignal.timeout(1_000)), maxNote: 500, sizeOf: (note) => note.length },"] : []),
  ];
  return `${has('inbound') ? `import { createHmac } from 'node:crypto';\nimport type { RawRequest } from '@parley/core/contracts';\n` : ''}import { create${pascal(id)}Connector } from '../../../connectors/${id}/src/index.js';
import type { ConnectorBench } from './descriptor.js';
import { describeConnector } from './suite.js';

const NOW = Date.parse('2026-01-05T10:00:00Z');
${has('inbound') ? signedFor(id) : ''}
/** One fresh connector with the host's side of it: replace this by an emulation of the host that shares nothing with the connector. docs/new-connector.md says how. */
function make(): Promise<ConnectorBench> {
  const connector = create${pascal(id)}Connector();
  return Promise.resolve({
    connector,
    now: NOW,
    installation: {
      id: 'in-1', tenant: 'tn-1', connector: '${id}', account: 'account-1', state: 'active', scopes: [], credentials: { values: { token: 'token-1' }, expiresAt: null, refreshExpiresAt: null },
      settings: { shopName: 'Lantern & Co', defaultLanguage: 'en', currency: 'USD', timeZone: 'UTC', origins: [], commerce: [], paused: false },
    },
    events: () => Promise.resolve([]),
${lines.join('\n')}
    close: () => Promise.resolve(),
  });
}

describeConnector({ name: '${id}', make }, [${facets.map((f) => `'${f}'`).join(', ')}]);
`;
}

function signedFor(id: string): string {
  return `const SECRET = 'the host’s signing secret';

/** A request as the host makes it: put in its own headers and its own way of signing. */
function signed(body: Uint8Array, { secret = SECRET, at = NOW } = {}): RawRequest {
  const signature = createHmac('sha256', secret).update(\`\${at}.\`).update(body).digest('hex');
  return { method: 'POST', path: '/${id}/events', query: '', headers: { 'content-type': 'application/json', 'x-timestamp': String(at), 'x-signature': signature }, params: {}, body, remote: '203.0.113.7' };
}
const said = (id: string) => Buffer.from(JSON.stringify({ id, account: 'account-1', from: 'shopper-1', text: 'Where is my order?' }));

`;
}

const INBOUND_BENCH = `    inbound: {
      secrets: [SECRET],
      samples: [{ name: 'a shopper’s words', request: signed(said('m-1')), events: 1 }],
      repeated: signed(said('m-1'), { at: NOW + 1_000 }),
      unsigned: { ...signed(said('m-1')), headers: { 'content-type': 'application/json' } },
      forged: signed(said('m-1'), { secret: 'somebody else' }),
      stale: signed(said('m-1'), { at: NOW - 86_400_000 }),
      future: signed(said('m-1'), { at: NOW + 86_400_000 }),
      signed: (body) => signed(body),
      foreign: [{ ...signed(said('m-1')), query: 'account=account-2' }],
      bigId: null,
    },`;
