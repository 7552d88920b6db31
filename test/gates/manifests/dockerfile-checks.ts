import { existsSync } from 'node:fs';
import path from 'node:path';
import { DockerfileParser, Copy, From, type Instruction } from 'dockerfile-ast';

interface Stage {
  name: string | null;
  /** The image it stands on, with the file's own arguments put in, or the stage. */
  base: string;
  instructions: Instruction[];
}

function stagesOf(text: string): Stage[] {
  const file = DockerfileParser.parse(text);
  const given = new Map(file.getInitialARGs().flatMap((a) => {
    const p = a.getProperty();
    return p === null ? [] : [[p.getName(), p.getValue() ?? '']];
  }));
  const stages: Stage[] = [];
  for (const i of file.getInstructions()) {
    if (i instanceof From) stages.push({ name: i.getBuildStage(), base: (i.getImage() ?? '').replaceAll(/\$\{?(\w+)\}?/g, (_m, name: string) => given.get(name) ?? ''), instructions: [] });
    else stages.at(-1)?.instructions.push(i);
  }
  return stages;
}

const KNOWN = new Set(['ARG', 'FROM', 'LABEL', 'ENV', 'WORKDIR', 'COPY', 'RUN', 'USER', 'EXPOSE', 'HEALTHCHECK', 'STOPSIGNAL', 'CMD']);

/** The values of ENV in the last stage. */
export function imageEnvironment(text: string): Record<string, string> {
  const last = stagesOf(text).at(-1);
  return Object.fromEntries((last?.instructions ?? []).filter((i) => i.getKeyword() === 'ENV').flatMap((i) => [...i.getRawArgumentsContent()?.matchAll(/([A-Z_]+)=(\S+)/g) ?? []].map((m): [string, string] => [m[1] ?? '', m[2] ?? ''])));
}

/**
 * What is wrong with a Dockerfile.
 * @param context folder of the build, and which of its paths `.dockerignore` keeps out
 * @param workspaces folders of all packages that the lock file names
 */
export function dockerfileFindings(text: string, context: { root: string; ignored: (file: string) => boolean }, workspaces: readonly string[]): string[] {
  const stages = stagesOf(text);
  const names = stages.map((s) => s.name);
  const last = stages.at(-1);
  const findings: string[] = [];
  if (stages.length < 2) findings.push('builds and runs in one stage');
  for (const s of stages) {
    if (names.includes(s.base)) continue;
    if (!/:\d+\.\d+\.\d+/.test(s.base)) findings.push(`${s.base} is not an exact version`);
    if (!/-slim/.test(s.base) || /alpine/.test(s.base)) findings.push(`${s.base} is not the slim Debian that the binaries need`);
  }
  for (const i of stages.flatMap((s) => s.instructions)) {
    if (!KNOWN.has(i.getKeyword())) findings.push(`${i.getKeyword()} is not used here`);
    if (i.getKeyword() === 'RUN' && /npm (ci|install)/.test(i.getRawArgumentsContent() ?? '') && !/npm ci\b.*--ignore-scripts/.test(i.getRawArgumentsContent() ?? '')) findings.push('installs without the lock file or with install scripts');
    if (/\b(curl|wget)\b/.test(i.getRawArgumentsContent() ?? '')) findings.push(`${i.getKeyword()} needs a program that the image has not`);
    if (/SECRET|PASSWORD|TOKEN/.test(i.getRawArgumentsContent() ?? '') && ['ENV', 'ARG'].includes(i.getKeyword())) findings.push('a secret would stay in the image');
    if (i instanceof Copy) findings.push(...copyFindings(i, names, context));
  }
  const first = stages[0]?.instructions.filter((i) => i instanceof Copy).flatMap((i) => i.getArguments().slice(0, -1).map((a) => a.getValue())) ?? [];
  for (const w of workspaces) if (!first.includes(`${w}/package.json`)) findings.push(`${w} is in the lock file and its package.json is not copied before the install`);
  if (last === undefined) return [...findings, 'there is no stage'];
  const of = (keyword: string) => last.instructions.filter((i) => i.getKeyword() === keyword).map((i) => i.getRawArgumentsContent() ?? '');
  if (!/^[1-9]\d*:[1-9]\d*$/.test(of('USER').at(-1) ?? '')) findings.push('does not run as a user by number');
  if (last.instructions.some((i) => i instanceof Copy && !i.getFlags().some((f) => f.getName() === 'from'))) findings.push('the image takes files from the build context');
  if (!of('CMD').some((c) => c.startsWith('["node", "'))) findings.push('does not start Node itself, so that signals would not reach it');
  if (!of('HEALTHCHECK').some((h) => h.includes('CMD ["node"'))) findings.push('is not asked whether it is well');
  const env = imageEnvironment(text);
  if (of('EXPOSE').join(' ') !== `${env['PORT']} ${env['OPS_PORT']}`) findings.push('exposes other ports than it listens on');
  return findings;
}

function copyFindings(copy: Copy, stages: readonly (string | null)[], { root, ignored }: { root: string; ignored: (file: string) => boolean }): string[] {
  const from = copy.getFlags().find((f) => f.getName() === 'from')?.getValue() ?? null;
  if (from !== null) return stages.includes(from) ? [] : [`copies from ${from}, which is no stage`];
  return copy.getArguments().slice(0, -1).map((a) => a.getValue()).flatMap((source) => [...(existsSync(path.join(root, source)) ? [] : [`copies ${source}, which does not exist`]), ...(ignored(source) ? [`copies ${source}, which .dockerignore keeps out`] : [])]);
}

/** Reads `.dockerignore`: the last line that matches a path or a folder above it decides, as Docker has it. */
export function ignoring(text: string): (file: string) => boolean {
  const rules = text.split('\n').map((l) => l.trim()).filter((l) => l !== '' && !l.startsWith('#')).map((l) => ({ keeps: l.startsWith('!'), pattern: new RegExp(`^${l.replace(/^!/, '').split('**/').map((part) => part.replaceAll('.', '\\.').replaceAll('*', '[^/]*')).join('(?:.*/)?')}(?:/|$)`) }));
  return (file) => rules.findLast((r) => r.pattern.test(file))?.keeps === false;
}
