import path from 'node:path';
import { z } from 'zod';
import type { ClusterObject, Tree } from './files.js';

const KIND = 'Kustomization';
const FILE = 'kustomization.yaml';

/** The fields of a kustomization that these manifests use; any other is a mistake or belongs here. */
const form = z.strictObject({
  apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
  kind: z.literal(KIND),
  metadata: z.object({}).optional(),
  namespace: z.string().optional(),
  nameSuffix: z.string().optional(),
  resources: z.array(z.string()).min(1),
  images: z.array(z.strictObject({ name: z.string(), newName: z.string(), newTag: z.string() })).default([]),
  replicas: z.array(z.strictObject({ name: z.string(), count: z.number().int().min(0) })).default([]),
  labels: z.array(z.strictObject({ pairs: z.record(z.string(), z.string()), includeSelectors: z.boolean().optional(), includeTemplates: z.boolean().optional() })).default([]),
  configMapGenerator: z.array(z.strictObject({ name: z.string(), behavior: z.enum(['create', 'merge']).default('create'), literals: z.array(z.string().regex(/^[A-Z0-9_]+=/)) })).default([]),
  patches: z.array(z.strictObject({ path: z.string() })).default([]),
});
export type Kustomization = z.infer<typeof form>;

/** The kustomizations by folder, the objects they apply, and the patches on them. */
export interface Manifests {
  kustomizations: ReadonlyMap<string, Kustomization>;
  objects: readonly ClusterObject[];
  patches: readonly ClusterObject[];
  /** Settings of the generated configuration, by the folder of the kustomization. */
  settings: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Sorts the files of a tree into what they are. Throws where a kustomization is not one. */
export function manifestsOf(tree: Tree): Manifests {
  const kustomizations = new Map<string, Kustomization>();
  for (const [file, [document]] of tree) {
    if (path.basename(file) !== FILE) continue;
    const { metadata: _, ...rest } = document ?? { metadata: null };
    kustomizations.set(path.dirname(file), form.parse(rest));
  }
  const patchFiles = new Set([...kustomizations].flatMap(([folder, k]) => k.patches.map((p) => path.join(folder, p.path))));
  const others = [...tree].filter(([file]) => path.basename(file) !== FILE);
  const settings = new Map([...kustomizations].map(([folder, k]) => [folder, Object.fromEntries(k.configMapGenerator.flatMap((g) => g.literals).map((l) => [l.slice(0, l.indexOf('=')), l.slice(l.indexOf('=') + 1)]))]));
  return {
    kustomizations,
    objects: others.filter(([file]) => !patchFiles.has(file)).flatMap(([, d]) => d),
    patches: others.filter(([file]) => patchFiles.has(file)).flatMap(([, d]) => d),
    settings,
  };
}

/** Files named that are not there, files there that nobody names, and changes to things that do not exist. */
export function kustomizationFindings(tree: Tree): string[] {
  const { kustomizations, objects, patches } = manifestsOf(tree);
  const findings: string[] = [];
  const named = new Set<string>();
  for (const [folder, k] of kustomizations) {
    for (const entry of [...k.resources, ...k.patches.map((p) => p.path)]) {
      const at = path.join(folder, entry);
      if (tree.has(at)) {
        // What kustomize refuses: a file outside of the folder that names it.
        if (path.relative(folder, at).startsWith('..')) findings.push(`${folder}: ${entry} lies outside of it`);
        if (named.has(at)) findings.push(`${at} is named twice`);
        named.add(at);
      } else if (!kustomizations.has(at)) findings.push(`${folder}: ${entry} does not exist`);
    }
    for (const i of k.images) if (!imagesOf(objects).some((image) => image.split(':')[0] === i.name)) findings.push(`${folder}: no object has the image ${i.name}`);
    for (const r of k.replicas) if (!objects.some((o) => o.kind === 'Deployment' && o.metadata.name === r.name)) findings.push(`${folder}: no Deployment is called ${r.name}`);
    for (const g of k.configMapGenerator) {
      const makers = [...kustomizations.values()].flatMap((o) => o.configMapGenerator).filter((o) => o.name === g.name && o.behavior === 'create').length;
      if (makers !== 1) findings.push(`${folder}: ${g.name} is made ${makers} times`);
    }
    const [tag] = k.images.map((i) => i.newTag);
    const version = k.labels.map((l) => l.pairs['app.kubernetes.io/version']).find((v) => v !== undefined);
    if (tag !== version) findings.push(`${folder}: the image is ${tag}, its version label ${version}`);
  }
  for (const file of tree.keys()) if (path.basename(file) !== FILE && !named.has(file)) findings.push(`${file} is named by no kustomization`);
  for (const p of patches) if (!objects.some((o) => o.apiVersion === p.apiVersion && o.kind === p.kind && o.metadata.name === p.metadata.name)) findings.push(`${p.kind} ${p.metadata.name} is patched and does not exist`);
  return findings;
}

function imagesOf(objects: readonly ClusterObject[]): string[] {
  return [...JSON.stringify(objects).matchAll(/"image":"([^"]+)"/g)].flatMap((m) => m[1] ?? []);
}
