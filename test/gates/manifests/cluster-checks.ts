import { z } from 'zod';
import { readConfig } from '@parley/service';
import type { ClusterObject } from './files.js';
import { environmentOf, picks, workloadsOf, type Workload } from './workload.js';

const labels = z.record(z.string(), z.string());
const service = z.object({ metadata: z.object({ name: z.string() }), spec: z.object({ selector: labels, ports: z.array(z.object({ name: z.string(), targetPort: z.union([z.string(), z.number()]) })) }) });
const ingress = z.object({ spec: z.object({ rules: z.array(z.object({ host: z.string(), http: z.object({ paths: z.array(z.object({ backend: z.object({ service: z.object({ name: z.string(), port: z.object({ name: z.string() }) }) }) })) }) })), tls: z.array(z.object({ hosts: z.array(z.string()) })) }) });
const budget = z.object({ metadata: z.object({ name: z.string() }), spec: z.object({ selector: z.object({ matchLabels: labels }) }) });
const scaler = z.object({ metadata: z.object({ name: z.string() }), spec: z.object({ scaleTargetRef: z.object({ kind: z.string(), name: z.string() }) }) });
const ports = z.array(z.object({ port: z.number() }));
const network = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    podSelector: z.object({ matchLabels: labels.default({}) }),
    policyTypes: z.array(z.string()),
    ingress: z.array(z.object({ from: z.array(z.unknown()), ports })).default([]),
    egress: z.array(z.object({ ports })).default([]),
  }),
});

const read = <T extends z.ZodType>(objects: readonly ClusterObject[], kind: string, form: T): z.output<T>[] => objects.filter((o) => o.kind === kind).map((o) => form.parse(o));
const podLabels = (w: Workload) => w.spec.template.metadata.labels;

/** Selectors that pick nothing, not their own, or another's pods; and references to objects that are not there. */
export function selectorFindings(objects: readonly ClusterObject[]): string[] {
  const workloads = workloadsOf(objects);
  const findings: string[] = [];
  for (const w of workloads) {
    const { name } = w.metadata;
    if (!picks(w.spec.selector.matchLabels, podLabels(w))) findings.push(`Deployment ${name} does not pick its own pods`);
    for (const other of workloads) if (other !== w && picks(w.spec.selector.matchLabels, podLabels(other))) findings.push(`Deployment ${name} picks the pods of ${other.metadata.name}`);
    for (const t of w.spec.template.spec.topologySpreadConstraints) if (!picks(t.labelSelector.matchLabels, podLabels(w))) findings.push(`Deployment ${name} spreads other pods than its own`);
    if (!objects.some((o) => o.kind === 'ServiceAccount' && o.metadata.name === w.spec.template.spec.serviceAccountName)) findings.push(`Deployment ${name} names a ServiceAccount that is not there`);
    if (!read(objects, 'PodDisruptionBudget', budget).some((b) => picks(b.spec.selector.matchLabels, podLabels(w)))) findings.push(`no PodDisruptionBudget protects ${name}`);
  }
  const pickers: [string, Readonly<Record<string, string>>][] = [
    ...read(objects, 'Service', service).map((s): [string, Readonly<Record<string, string>>] => [`Service ${s.metadata.name}`, s.spec.selector]),
    ...read(objects, 'PodDisruptionBudget', budget).map((b): [string, Readonly<Record<string, string>>] => [`PodDisruptionBudget ${b.metadata.name}`, b.spec.selector.matchLabels]),
    ...read(objects, 'NetworkPolicy', network).map((n): [string, Readonly<Record<string, string>>] => [`NetworkPolicy ${n.metadata.name}`, n.spec.podSelector.matchLabels]),
  ];
  for (const [what, selector] of pickers) if (!workloads.some((w) => picks(selector, podLabels(w)))) findings.push(`${what} picks no pod`);
  for (const h of read(objects, 'HorizontalPodAutoscaler', scaler)) if (!objects.some((o) => o.kind === h.spec.scaleTargetRef.kind && o.metadata.name === h.spec.scaleTargetRef.name)) findings.push(`HorizontalPodAutoscaler ${h.metadata.name} scales nothing`);
  return findings;
}

/** Ports that do not lead from the outside to where the service listens, or that are open to more than they should be. */
export function portFindings(objects: readonly ClusterObject[]): string[] {
  const workloads = workloadsOf(objects);
  const services = read(objects, 'Service', service);
  const policies = read(objects, 'NetworkPolicy', network);
  const findings: string[] = [];
  for (const w of workloads) {
    const { name } = w.metadata;
    const { container } = w;
    const told = (variable: string) => container.env.find((e) => e.name === variable)?.value;
    const open = new Map(container.ports.map((p) => [p.name, String(p.containerPort)]));
    if (open.get('http') !== told('PORT')) findings.push(`${name}: the port http is ${open.get('http')}, PORT is ${told('PORT')}`);
    if (open.get('ops') !== told('OPS_PORT')) findings.push(`${name}: the port ops is ${open.get('ops')}, OPS_PORT is ${told('OPS_PORT')}`);
    if (w.spec.template.metadata.annotations['prometheus.io/port'] !== told('OPS_PORT')) findings.push(`${name}: Prometheus is sent to another port than OPS_PORT`);
    for (const [kind, probe] of Object.entries({ startup: container.startupProbe, liveness: container.livenessProbe, readiness: container.readinessProbe })) {
      if (!open.has(String(probe.httpGet.port))) findings.push(`${name}: the ${kind} probe asks a port that is not there`);
      const wanted = kind === 'readiness' ? '/ready' : '/health';
      if (probe.httpGet.path !== wanted) findings.push(`${name}: the ${kind} probe asks ${probe.httpGet.path}, not ${wanted}`);
    }
    const reached = policies.filter((p) => picks(p.spec.podSelector.matchLabels, podLabels(w))).flatMap((p) => p.spec.ingress.flatMap((i) => i.ports.map((x) => String(x.port))));
    for (const [port, number] of open) if (!reached.includes(number)) findings.push(`${name}: no NetworkPolicy lets anyone reach ${port}`);
    for (const number of reached) if (![...open.values()].includes(number)) findings.push(`${name}: a NetworkPolicy opens ${number}, where nothing listens`);
  }
  for (const s of services) {
    for (const w of workloads.filter((x) => picks(s.spec.selector, podLabels(x)))) {
      for (const p of s.spec.ports) {
        if (p.targetPort === 'ops' || p.targetPort === 9090) findings.push(`Service ${s.metadata.name} gives the operations' port away`);
        if (!w.container.ports.some((c) => c.name === p.targetPort)) findings.push(`Service ${s.metadata.name} leads to the port ${p.targetPort}, which ${w.metadata.name} has not`);
      }
    }
  }
  for (const i of read(objects, 'Ingress', ingress)) {
    for (const rule of i.spec.rules) {
      if (!i.spec.tls.some((t) => t.hosts.includes(rule.host))) findings.push(`Ingress: ${rule.host} has no TLS`);
      for (const { backend } of rule.http.paths) if (!services.some((s) => s.metadata.name === backend.service.name && s.spec.ports.some((p) => p.name === backend.service.port.name))) findings.push(`Ingress: ${backend.service.name}:${backend.service.port.name} is no Service`);
    }
  }
  if (!policies.some((p) => Object.keys(p.spec.podSelector.matchLabels).length === 0 && p.spec.policyTypes.length === 2 && p.spec.ingress.length === 0 && p.spec.egress.length === 0)) findings.push('no NetworkPolicy denies what is not named');
  for (const p of policies) if (p.spec.ingress.some((i) => i.from.length === 0)) findings.push(`NetworkPolicy ${p.metadata.name} lets in anyone`);
  return findings;
}

/** Secrets as an operator may give them: right in form. */
export const SAMPLE_SECRETS: Readonly<Record<string, string>> = {
  MONGODB_URI: 'mongodb://db.example.com/parley',
  REDIS_URL: 'redis://cache.example.com:6379',
  PARLEY_SECRETS: 'x'.repeat(40),
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRETS: 'secret',
  PARLEY_OPERATOR_TOKEN: 'y'.repeat(24),
};

/** What the service itself says about an environment: variables it refuses, and variables it does not know. */
export function environmentFindings(who: string, env: Readonly<Record<string, string>>): string[] {
  try {
    const config = readConfig(env);
    return Object.entries(env).flatMap(([name, value]) => (value === '' || name in config ? [] : [`${who}: the service knows no ${name}`]));
  } catch (e) {
    return [`${who}: ${e instanceof Error ? e.message : String(e)}`];
  }
}

/** The environment of every Deployment, put to the service; and secrets that the example does not name. */
export function settingFindings(objects: readonly ClusterObject[], settings: Readonly<Record<string, string>>, example: Readonly<Record<string, string>>): string[] {
  const workloads = workloadsOf(objects);
  const findings = workloads.flatMap((w) => environmentFindings(w.metadata.name, environmentOf(w, settings, SAMPLE_SECRETS)));
  const used = new Set<string>();
  for (const w of workloads) {
    for (const e of w.container.env) {
      const ref = e.valueFrom?.secretKeyRef;
      if (ref === undefined) continue;
      used.add(ref.key);
      if (ref.name !== 'parley-secrets') findings.push(`${w.metadata.name}: ${e.name} comes from another Secret`);
      if (ref.key !== e.name) findings.push(`${w.metadata.name}: ${e.name} is given ${ref.key}`);
      if (!(ref.key in example)) findings.push(`${w.metadata.name}: the example of the Secret has no ${ref.key}`);
    }
    const role = w.container.env.find((e) => e.name === 'PARLEY_ROLE')?.value;
    if (role !== podLabels(w)['app.kubernetes.io/component']) findings.push(`${w.metadata.name}: its role is ${role}, its label says otherwise`);
  }
  for (const key of Object.keys(example)) if (!used.has(key)) findings.push(`the example of the Secret has ${key}, which nobody uses`);
  return findings;
}

/** Where a pod asks for more than the cluster's profile "restricted" allows, can write to its root, or may be cut off while it drains. */
export function hardeningFindings(objects: readonly ClusterObject[]): string[] {
  return workloadsOf(objects).flatMap((w) => {
    const { spec } = w.spec.template;
    const { container } = w;
    const own = container.securityContext;
    const drain = 10 + (container.lifecycle?.preStop.sleep.seconds ?? 0);
    const rules: [boolean, string][] = [
      [spec.securityContext.runAsNonRoot === true && (spec.securityContext.runAsUser ?? 0) > 0, 'may run as root'],
      [spec.securityContext.seccompProfile?.type === 'RuntimeDefault', 'has no seccomp profile'],
      [own.allowPrivilegeEscalation === false, 'may gain privileges'],
      [own.readOnlyRootFilesystem === true, 'may write to its root'],
      [own.capabilities?.drop.includes('ALL') === true, 'keeps capabilities'],
      [!spec.automountServiceAccountToken, 'carries a token of the cluster'],
      [spec.volumes.every((v) => 'emptyDir' in v), 'mounts more than scratch space'],
      [container.volumeMounts.some((m) => m.mountPath === '/tmp' && spec.volumes.some((v) => v.name === m.name)), 'has no /tmp'],
      ['memory' in container.resources.limits && 'cpu' in container.resources.requests && 'memory' in container.resources.requests, 'does not say what it needs'],
      [spec.terminationGracePeriodSeconds >= drain + 5, 'is killed while it drains'],
      // The service itself waits 2 s for the store before it says that it is not ready.
      [container.readinessProbe.timeoutSeconds > 2, 'is asked for readiness with less patience than it needs'],
      [!/:latest$|^[^:]+$/.test(container.image), 'runs an image without a version'],
    ];
    return rules.flatMap(([kept, why]) => (kept ? [] : [`${w.metadata.name} ${why}`]));
  });
}
