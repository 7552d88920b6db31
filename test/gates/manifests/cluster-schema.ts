import path from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import ts from 'typescript';
import { ROOT, type ClusterObject } from './files.js';

/**
 * What is wrong with an object by the cluster's own schema: missing and misspelt fields, types, enumerations, quantities.
 * The schema is Kubernetes' OpenAPI as `kubernetes-models` carries it, in two forms that complete each other: its compiled validators
 * check values but let unknown fields pass; its types, put to the TypeScript compiler, refuse unknown fields.
 */
export function schemaFindings(objects: readonly ClusterObject[], patches: readonly ClusterObject[] = []): string[] {
  return [...objects.flatMap(valueFindings), ...fieldFindings(objects, patches)];
}

interface Model {
  validate(): void;
}

/** What these manifests may hold, by version and kind. */
const KINDS: Readonly<Record<string, new (data: never) => Model>> = {
  'v1 Namespace': Namespace,
  'v1 Service': Service,
  'v1 ServiceAccount': ServiceAccount,
  'apps/v1 Deployment': Deployment,
  'autoscaling/v2 HorizontalPodAutoscaler': HorizontalPodAutoscaler,
  'networking.k8s.io/v1 Ingress': Ingress,
  'networking.k8s.io/v1 NetworkPolicy': NetworkPolicy,
  'policy/v1 PodDisruptionBudget': PodDisruptionBudget,
};

function valueFindings(object: ClusterObject): string[] {
  const { apiVersion, kind } = object;
  const model = KINDS[`${apiVersion} ${kind}`];
  if (model === undefined) return [`${nameOf(object)}: no ${kind} of ${apiVersion} is known here`];
  try {
    new model(object as never).validate();
    return [];
  } catch (e) {
    return [`${nameOf(object)}: ${e instanceof Error ? e.message : String(e)}`];
  }
}

/** Patches may leave out what an object needs, and nothing else. */
function fieldFindings(objects: readonly ClusterObject[], patches: readonly ClusterObject[]): string[] {
  const all = [...objects.map((object) => ({ object, type: (t: string) => t })), ...patches.map((object) => ({ object, type: (t: string) => `Part<${t}>` }))];
  const file = path.join(ROOT, 'test/gates/manifests/objects-under-test.ts');
  const text = [
    'type Part<T> = T extends (infer U)[] ? Part<U>[] : T extends object ? { [K in keyof T]?: Part<T[K]> } : T;',
    ...all.map(({ object: o }, i) => `import type { I${o.kind} as Kind${i} } from 'kubernetes-models/${o.apiVersion}/${o.kind}';`),
    ...all.map(({ object, type }, i) => `export const object${i}: ${type(`Kind${i}`)} = ${JSON.stringify(object)};`),
  ];
  const first = text.length - all.length;
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || exists(name);
  host.getSourceFile = (name, version) => (name === file ? ts.createSourceFile(name, text.join('\n'), version) : read(name, version));
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((d) => {
    const line = d.start === undefined || source === undefined ? 0 : source.getLineAndCharacterOfPosition(d.start).line;
    const at = all[line >= first ? line - first : line - 1];
    return `${at === undefined ? 'objects' : nameOf(at.object)}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`;
  });
}

function nameOf(object: ClusterObject): string {
  return `${object.kind} ${object.metadata.name}`;
}
