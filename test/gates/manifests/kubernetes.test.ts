import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hardeningFindings, portFindings, selectorFindings, settingFindings } from './cluster-checks.js';
import { schemaFindings } from './cluster-schema.js';
import { changed, documentsOf, envFile, filesBelow, MANIFESTS, readTree, type ClusterObject, type Tree } from './files.js';
import { kustomizationFindings, manifestsOf } from './kustomization.js';
import { secretFindings } from './secrets.js';
import { environmentOf, workloadsOf } from './workload.js';

const FOLDER = path.join(MANIFESTS, 'kubernetes');
const tree = readTree(FOLDER);
const { objects, patches, settings, kustomizations } = manifestsOf(tree);
const base = settings.get('base') ?? {};
const example = envFile(path.join(FOLDER, 'secrets.env.example'));

/** The objects with one of them changed, or gone where no place in it is named. */
function spoilt(who: string, pointer: string | null, to: unknown, all: readonly ClusterObject[] = objects): ClusterObject[] {
  const at = all.findIndex((o) => `${o.kind} ${o.metadata.name}` === who);
  if (at < 0) throw new Error(`there is no ${who}`);
  return all.flatMap((o, i) => (i !== at ? [o] : pointer === null ? [] : [changed(o, pointer, to)]));
}
/** The files with one document changed. */
function spoiltFile(file: string, pointer: string, to: unknown): Tree {
  return new Map([...tree].map(([f, documents]) => [f, f === file ? documents.map((d, i) => (i === 0 ? changed(d, pointer, to) : d)) : documents]));
}
/** Where a variable stands in the environment of a Deployment's container. */
function envOf(deployment: string, name: string): string {
  const at = workloadsOf(objects).find((w) => w.metadata.name === deployment)?.container.env.findIndex((e) => e.name === name) ?? -1;
  if (at < 0) throw new Error(`${deployment} has no ${name}`);
  return `${CONTAINER}/env/${at}`;
}
const POD = '/spec/template/spec';
const CONTAINER = `${POD}/containers/0`;
const COMPONENT = 'app.kubernetes.io~1component';
const [WEB, WORKER, JOBS] = ['Deployment parley-web', 'Deployment parley-worker', 'Deployment parley-jobs'];

describe('the objects of the cluster', () => {
  it('are there, one Deployment for each role', () => {
    expect(workloadsOf(objects).map((w) => w.metadata.name).sort()).toEqual(['parley-jobs', 'parley-web', 'parley-worker']);
    expect(patches.length).toBeGreaterThan(0);
  });

  it('hold to the schema of Kubernetes, patches too', () => {
    expect(schemaFindings(objects, patches)).toEqual([]);
  }, 60_000);

  it('are found out by the schema where they break it', () => {
    const broken: [RegExp, string, string, unknown][] = [
      [/Deployment parley-web: .*quantity/, WEB, `${CONTAINER}/resources/requests/memory`, '12x'],
      [/Deployment parley-web: .*required property selector/, WEB, '/spec/selector', null],
      [/Deployment parley-web: .*allowed values/, WEB, `${CONTAINER}/imagePullPolicy`, 'Sometimes'],
      [/Deployment parley-web: .*readinesProbe/, WEB, `${CONTAINER}/readinesProbe`, {}],
      [/PodDisruptionBudget parley-web: .*maxUnavailible/, 'PodDisruptionBudget parley-web', '/spec/maxUnavailible', 1],
      [/Service parley-web: no Service of v2 is known here/, 'Service parley-web', '/apiVersion', 'v2'],
      [/HorizontalPodAutoscaler parley-worker: .*metrics.*required property type|HorizontalPodAutoscaler parley-worker: .*type/, 'HorizontalPodAutoscaler parley-worker', '/spec/metrics/0/type', null],
    ];
    for (const [finding, who, pointer, to] of broken) expect(schemaFindings(spoilt(who, pointer, to).filter((o) => !objects.includes(o))).join('\n')).toMatch(finding);
    const patch = spoilt('HorizontalPodAutoscaler parley-web', '/spec/maxReplica', 3, patches);
    expect(schemaFindings([], patch).join('\n')).toMatch(/HorizontalPodAutoscaler parley-web: .*maxReplica/);
  }, 120_000);

  it('find each other', () => {
    expect(selectorFindings(objects)).toEqual([]);
  });

  it.each<[string, string, string | null, unknown]>([
    ['Deployment parley-web does not pick its own pods', WEB, `/spec/template/metadata/labels/${COMPONENT}`, 'front'],
    ['Deployment parley-web picks the pods of parley-worker', WEB, `/spec/selector/matchLabels/${COMPONENT}`, null],
    ['Deployment parley-web spreads other pods than its own', WEB, `${POD}/topologySpreadConstraints/0/labelSelector/matchLabels`, { app: 'x' }],
    ['Deployment parley-jobs names a ServiceAccount that is not there', JOBS, `${POD}/serviceAccountName`, 'default'],
    ['no PodDisruptionBudget protects parley-jobs', 'PodDisruptionBudget parley-jobs', null, null],
    ['Service parley-web picks no pod', 'Service parley-web', '/spec/selector', { app: 'web' }],
    ['NetworkPolicy parley-requests picks no pod', 'NetworkPolicy parley-requests', '/spec/podSelector/matchLabels', { app: 'web' }],
    ['HorizontalPodAutoscaler parley-worker scales nothing', 'HorizontalPodAutoscaler parley-worker', '/spec/scaleTargetRef/name', 'worker'],
  ])('do not find each other: %s', (finding, who, pointer, to) => {
    expect(selectorFindings(spoilt(who, pointer, to))).toContain(finding);
  });

  it('lead every port to where the service listens, and no further', () => {
    expect(portFindings(objects)).toEqual([]);
  });

  it.each<[string, string, string | null, unknown]>([
    ['parley-web: the port http is 8081, PORT is 8080', WEB, `${CONTAINER}/ports/0/containerPort`, 8081],
    ['parley-worker: the port ops is 9091, OPS_PORT is 9090', WORKER, `${CONTAINER}/ports/0/containerPort`, 9091],
    ['parley-jobs: Prometheus is sent to another port than OPS_PORT', JOBS, '/spec/template/metadata/annotations/prometheus.io~1port', '8080'],
    ['parley-worker: the readiness probe asks a port that is not there', WORKER, `${CONTAINER}/readinessProbe/httpGet/port`, 'http'],
    ['parley-web: the liveness probe asks /ready, not /health', WEB, `${CONTAINER}/livenessProbe/httpGet/path`, '/ready'],
    ['parley-web: no NetworkPolicy lets anyone reach http', 'NetworkPolicy parley-requests', '/spec/ingress/0/ports/0/port', 80],
    ['parley-worker: a NetworkPolicy opens 8080, where nothing listens', 'NetworkPolicy parley-requests', `/spec/podSelector/matchLabels/${COMPONENT}`, null],
    ["Service parley-web gives the operations' port away", 'Service parley-web', '/spec/ports/0/targetPort', 'ops'],
    ['Service parley-web leads to the port web, which parley-web has not', 'Service parley-web', '/spec/ports/0/targetPort', 'web'],
    ['Ingress: parley-web:https is no Service', 'Ingress parley-web', '/spec/rules/0/http/paths/0/backend/service/port/name', 'https'],
    ['Ingress: desk.example.com has no TLS', 'Ingress parley-web', '/spec/tls', []],
    ['no NetworkPolicy denies what is not named', 'NetworkPolicy parley-deny', '/spec/policyTypes', ['Ingress']],
    ['no NetworkPolicy denies what is not named', 'NetworkPolicy parley-deny', null, null],
    ['NetworkPolicy parley-requests lets in anyone', 'NetworkPolicy parley-requests', '/spec/ingress/0/from', []],
  ])('do not: %s', (finding, who, pointer, to) => {
    expect(portFindings(spoilt(who, pointer, to))).toContain(finding);
  });

  it('tell every role what the service needs to know, in words it knows', () => {
    expect(settingFindings(objects, base, example)).toEqual([]);
    for (const [folder, more] of settings) if (folder !== 'base') expect([folder, settingFindings(objects, { ...base, ...more }, example)]).toEqual([folder, []]);
    const [web] = workloadsOf(objects).filter((w) => w.metadata.name === 'parley-web');
    expect(environmentOf(web!, base, {})).toMatchObject({ PARLEY_ROLE: 'web', HOST: '0.0.0.0', PARLEY_RELEASE: '0.1.0', MONGODB_URI: '' });
  });

  it.each<[RegExp, string, string, unknown]>([
    [/parley-web: the service knows no PARLEY_ROLL/, WEB, `${CONTAINER}/env/-`, { name: 'PARLEY_ROLL', value: 'web' }],
    [/parley-web: .*PARLEY_SECRETS is missing/s, WEB, envOf('parley-web', 'PARLEY_SECRETS'), null],
    [/parley-worker: .*REDIS_URL is missing/s, WORKER, envOf('parley-worker', 'REDIS_URL'), null],
    [/parley-jobs: .*PARLEY_ROLE has a wrong value/s, JOBS, `${envOf('parley-jobs', 'PARLEY_ROLE')}/value`, 'sweeper'],
    [/parley-jobs: its role is worker, its label says otherwise/, JOBS, `${envOf('parley-jobs', 'PARLEY_ROLE')}/value`, 'worker'],
    [/parley-web: MONGODB_URI is given MONGO/, WEB, `${envOf('parley-web', 'MONGODB_URI')}/valueFrom/secretKeyRef/key`, 'MONGO'],
    [/parley-web: REDIS_URL comes from another Secret/, WEB, `${envOf('parley-web', 'REDIS_URL')}/valueFrom/secretKeyRef/name`, 'redis'],
  ])('do not: %s', (finding, who, pointer, to) => {
    expect(settingFindings(spoilt(who, pointer, to), base, example).join('\n')).toMatch(finding);
  });

  it('find fault with settings and with the example of the Secret', () => {
    expect(settingFindings(objects, { ...base, LOG_LEVEL: 'loud' }, example).join('\n')).toMatch(/LOG_LEVEL has a wrong value/);
    expect(settingFindings(objects, { ...base, LOG_LEVL: 'info' }, example)).toContain('parley-web: the service knows no LOG_LEVL');
    expect(settingFindings(objects, base, { ...example, SMTP_PASSWORD: '' })).toContain('the example of the Secret has SMTP_PASSWORD, which nobody uses');
  });

  it('run with as little as they can', () => {
    expect(hardeningFindings(objects)).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['parley-web may run as root', `${POD}/securityContext/runAsUser`, 0],
    ['parley-web may run as root', `${POD}/securityContext/runAsNonRoot`, null],
    ['parley-web has no seccomp profile', `${POD}/securityContext/seccompProfile`, null],
    ['parley-web may gain privileges', `${CONTAINER}/securityContext/allowPrivilegeEscalation`, null],
    ['parley-web may write to its root', `${CONTAINER}/securityContext/readOnlyRootFilesystem`, false],
    ['parley-web keeps capabilities', `${CONTAINER}/securityContext/capabilities/drop`, ['NET_RAW']],
    ['parley-web carries a token of the cluster', `${POD}/automountServiceAccountToken`, true],
    ['parley-web mounts more than scratch space', `${POD}/volumes/-`, { name: 'host', hostPath: { path: '/' } }],
    ['parley-web has no /tmp', `${CONTAINER}/volumeMounts/0/mountPath`, '/var/tmp'],
    ['parley-web does not say what it needs', `${CONTAINER}/resources/limits/memory`, null],
    ['parley-web is killed while it drains', `${POD}/terminationGracePeriodSeconds`, 20],
    ['parley-web is asked for readiness with less patience than it needs', `${CONTAINER}/readinessProbe/timeoutSeconds`, 1],
    ['parley-web runs an image without a version', `${CONTAINER}/image`, 'parley:latest'],
    ['parley-web runs an image without a version', `${CONTAINER}/image`, 'parley'],
  ])('do not: %s', (finding, pointer, to) => {
    expect(hardeningFindings(spoilt(WEB, pointer, to))).toContain(finding);
  });

  it('run one image', () => {
    expect([...new Set(workloadsOf(objects).map((w) => w.container.image))]).toHaveLength(1);
    expect([...new Set([...kustomizations.values()].flatMap((k) => k.images.map((i) => `${i.name} ${i.newName}`)))]).toHaveLength(1);
  });
});

describe('the kustomizations', () => {
  it('name every file, and only files that are there', () => {
    expect(kustomizationFindings(tree)).toEqual([]);
  });

  it.each<[string, Tree]>([
    ['base: service-account.yaml does not exist', new Map([...tree].filter(([f]) => f !== 'base/service-account.yaml'))],
    ['base/more.yaml is named by no kustomization', new Map([...tree, ['base/more.yaml', []]])],
    ['base: ../more.yaml lies outside of it', new Map([...spoiltFile('base/kustomization.yaml', '/resources/-', '../more.yaml'), ['more.yaml', []]])],
    ['base/network.yaml is named twice', spoiltFile('base/kustomization.yaml', '/resources/-', 'network.yaml')],
    ['overlays/canary/worker: no Deployment is called parley-workers', spoiltFile('overlays/canary/worker/kustomization.yaml', '/replicas/0/name', 'parley-workers')],
    ['overlays/production: no object has the image parly', spoiltFile('overlays/production/kustomization.yaml', '/images/0/name', 'parly')],
    ['overlays/production: the image is 9.9.9, its version label 0.1.0', spoiltFile('overlays/production/kustomization.yaml', '/images/0/newTag', '9.9.9')],
    ['overlays/production: parley-settings is made 0 times', spoiltFile('overlays/production/kustomization.yaml', '/configMapGenerator/0/name', 'parley-settings')],
    ['Ingress parley is patched and does not exist', spoiltFile('overlays/production/ingress.yaml', '/metadata/name', 'parley')],
  ])('do not: %s', (finding, all) => {
    expect(kustomizationFindings(all)).toContain(finding);
  });

  it('say only what kustomize understands', () => {
    expect(() => manifestsOf(spoiltFile('base/kustomization.yaml', '/resource', []))).toThrow(/resource/);
  });
});

describe('the files of the cluster', () => {
  it('are YAML without doubled keys', () => {
    expect(() => documentsOf('a.yaml', 'a: 1\na: 2\n')).toThrow('a.yaml: Map keys must be unique');
    expect(() => documentsOf('a.yaml', 'a: [1\n')).toThrow('a.yaml');
  });

  it('hold no secret', () => {
    expect(objects.filter((o) => o.kind === 'Secret')).toEqual([]);
    expect(Object.entries(example).filter(([, value]) => value !== '')).toEqual([]);
    expect(filesBelow(FOLDER).flatMap((f) => secretFindings(f, readFileSync(path.join(FOLDER, f), 'utf8')))).toEqual([]);
  });

  it.each([
    ['mongodb://parley:hunter2@db/parley', 'a password in an address'],
    ['# rediss://:hunter2@cache:6379', 'a password in an address'],
    ['PARLEY_SECRETS=abcdefghijklmnopqrstuvwxyz0123456789', 'a secret with a value'],
    ['  SHOPIFY_API_KEY: "8c4f"', 'a secret with a value'],
    ['token: xoxb-1234567890-abcdef', 'a token of a vendor'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
  ])('would be found out with %s', (line, what) => {
    expect(secretFindings('f', line)).toContain(`f:1 looks like ${what}`);
  });
});
