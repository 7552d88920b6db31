import { z } from 'zod';
import type { ClusterObject } from './files.js';

const labels = z.record(z.string(), z.string());
const selector = z.object({ matchLabels: labels.default({}) });
const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.union([z.string(), z.number()]) }), timeoutSeconds: z.number() });
const envEntry = z.object({
  name: z.string(),
  value: z.string().optional(),
  valueFrom: z.object({ secretKeyRef: z.object({ name: z.string(), key: z.string(), optional: z.boolean().default(false) }).optional(), fieldRef: z.object({ fieldPath: z.string() }).optional() }).optional(),
});
const security = z.looseObject({ runAsNonRoot: z.boolean().optional(), runAsUser: z.number().optional(), seccompProfile: z.object({ type: z.string() }).optional() });

/** What the checks look at in a Deployment; the cluster's schema sees to the rest. */
const form = z.object({
  metadata: z.object({ name: z.string(), labels }),
  spec: z.object({
    selector,
    template: z.object({
      metadata: z.object({ labels, annotations: labels }),
      spec: z.object({
        serviceAccountName: z.string(),
        automountServiceAccountToken: z.boolean(),
        terminationGracePeriodSeconds: z.number(),
        securityContext: security,
        topologySpreadConstraints: z.array(z.object({ labelSelector: selector })),
        volumes: z.array(z.looseObject({ name: z.string() })),
        containers: z
          .array(
            z.object({
              name: z.string(),
              image: z.string(),
              ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
              envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })),
              env: z.array(envEntry),
              startupProbe: probe,
              livenessProbe: probe,
              readinessProbe: probe,
              lifecycle: z.object({ preStop: z.object({ sleep: z.object({ seconds: z.number() }) }) }).optional(),
              securityContext: z.looseObject({ allowPrivilegeEscalation: z.boolean().optional(), readOnlyRootFilesystem: z.boolean().optional(), capabilities: z.object({ drop: z.array(z.string()) }).optional() }),
              resources: z.object({ requests: labels, limits: labels }),
              volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
            }),
          )
          .length(1),
      }),
    }),
  }),
});

/** A Deployment with its one container, as far as the checks look at it. */
export type Workload = z.infer<typeof form> & { container: z.infer<typeof form>['spec']['template']['spec']['containers'][number] };

/** The Deployments among the objects. Throws where one lacks what every one of ours must say. */
export function workloadsOf(objects: readonly ClusterObject[]): Workload[] {
  return objects
    .filter((o) => o.kind === 'Deployment')
    .map((o) => {
      const read = form.parse(o);
      const [container] = read.spec.template.spec.containers;
      if (container === undefined) throw new Error(`${read.metadata.name} has no container`);
      return { ...read, container };
    });
}

/** Whether a selector by labels picks a pod with these. */
export function picks(wanted: Readonly<Record<string, string>>, has: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([k, v]) => has[k] === v);
}

/** What the container is told, with a stand-in for each secret. */
export function environmentOf({ container, spec }: Workload, settings: Readonly<Record<string, string>>, secrets: Readonly<Record<string, string>>): Record<string, string> {
  const own = container.env.map((e): [string, string | undefined] => {
    const field = e.valueFrom?.fieldRef?.fieldPath.match(/^metadata\.labels\['(.+)'\]$/)?.[1];
    return [e.name, e.value ?? (field === undefined ? secrets[e.valueFrom?.secretKeyRef?.key ?? ''] : spec.template.metadata.labels[field])];
  });
  return { ...settings, ...Object.fromEntries(own.map(([name, value]) => [name, value ?? ''])) };
}
