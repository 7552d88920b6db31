// Keeps what happened in the workspaces over a restart, so that tokens given out stay good and threads stay where they are.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CALM, newWorkspace, type Workspace } from './workspace.js';

const SAVE_MS = 1_000;

const packed = (_key: string, value: unknown): unknown => (value instanceof Map ? { $map: [...value.entries()] } : value instanceof Set ? { $set: [...value.values()] } : value);
const unpacked = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value && Array.isArray(value.$map)) return new Map(value.$map as [unknown, unknown][]);
  return '$set' in value && Array.isArray(value.$set) ? new Set(value.$set as unknown[]) : value;
};

/** Reads the workspaces of a file into `workspaces`, and writes them there as they change. Without a file it does nothing. */
export function keepWorkspaces(file: string | null, workspaces: Map<string, Workspace>): { stop(): void } {
  if (file === null) return { stop: () => undefined };
  let written = '';
  try {
    written = readFileSync(file, 'utf8');
    // What other releases kept lacks what came later: that begins empty.
    for (const kept of JSON.parse(written, unpacked) as Workspace[]) workspaces.set(kept.id, { ...newWorkspace(kept.id, kept.name), ...kept, faults: { ...CALM } });
  } catch (e) {
    if (!(e instanceof Error && 'code' in e && e.code === 'ENOENT')) throw e;
  }
  const save = (): void => {
    const now = JSON.stringify([...workspaces.values()], packed);
    if (now === written) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, now);
    renameSync(`${file}.new`, file);
    written = now;
  };
  const timer = setInterval(save, SAVE_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      save();
    },
  };
}
