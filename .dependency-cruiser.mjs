/** The design's import rules. A package may be imported where its arrow points; everything else fails the build. */
const core = (folder) => `^core/src/${folder}/`;
/** Each core folder may import itself, contracts, and what is listed. */
const MAY = {
  contracts: [],
  storage: [],
  signals: [],
  language: [],
  security: ['storage'],
  masking: ['language', 'security'],
  models: ['masking', 'storage', 'signals'],
  knowledge: ['models', 'masking', 'language', 'storage', 'signals', 'security'],
  policy: ['knowledge', 'models', 'masking', 'language', 'storage', 'signals', 'security'],
  automation: ['policy', 'knowledge', 'models', 'masking', 'language', 'storage', 'signals', 'security'],
  decision: ['automation', 'policy', 'knowledge', 'models', 'masking', 'language', 'storage', 'signals', 'security'],
  agent: ['decision', 'automation', 'policy', 'knowledge', 'models', 'masking', 'language', 'storage', 'signals', 'security'],
  conversation: ['agent', 'decision', 'automation', 'policy', 'knowledge', 'models', 'masking', 'language', 'storage', 'signals', 'security'],
  insight: ['conversation', 'agent', 'decision', 'automation', 'policy', 'knowledge', 'models', 'masking', 'language', 'storage', 'signals', 'security'],
};

const inCore = Object.entries(MAY).map(([folder, may]) => ({
  name: `core-${folder}`,
  severity: 'error',
  comment: `core/src/${folder} may import contracts${may.map((m) => `, ${m}`).join('')}, and nothing else of ours`,
  from: { path: core(folder) },
  to: { path: '^(core|connectors|plugins|scripts|test)/', pathNot: [core(folder), core('contracts'), ...may.map(core)] },
}));

export default {
  forbidden: [
    ...inCore,
    {
      name: 'connectors-import-contracts-and-signatures-only',
      severity: 'error',
      from: { path: '^connectors/([^/]+)/' },
      to: { path: '^(core|connectors|plugins|scripts|test)/', pathNot: ['^connectors/$1/', core('contracts'), core('security/signatures')] },
    },
    { name: 'plugins-use-the-http-api', severity: 'error', from: { path: '^plugins/(?!service/)([^/]+)/' }, to: { path: '^(core|connectors|plugins|scripts|test)/', pathNot: ['^plugins/$1/'] } },
    { name: 'service-composes-core-and-connectors', severity: 'error', from: { path: '^plugins/service/' }, to: { path: '^(plugins|scripts|test)/', pathNot: ['^plugins/service/'] } },
    { name: 'nothing-product-imports-scripts-or-tests', severity: 'error', from: { path: '^(core|connectors|plugins)/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^(scripts|test)/' } },
    { name: 'no-circular', severity: 'error', comment: 'the sandbox’s GraphQL types refer to each other, as the schema they resolve does', from: { pathNot: ['\\.test\\.tsx?$', '^plugins/sandbox/src/shopify/resolve/'] }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-undeclared-packages', severity: 'error', from: { path: '^(core|connectors|plugins)/[^/]*/?', pathNot: '\\.(test|fixture)\\.tsx?$' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
