import type { Workspace } from './workspace.js';

/** What one person sees of a workspace. */
export function seenBy(w: Workspace, user: string): object {
  return {
    people: Object.fromEntries([...w.people.values()].map(({ id, displayName, isBot }) => [id, { id, displayName, isBot }])),
    channels: [...w.channels.values()].filter((c) => c.members.has(user)).map(({ id, name, secret, messages }) => ({ id, name, secret, messages })),
    ephemerals: w.ephemerals.filter((e) => e.user === user),
    views: [...w.views.values()].filter((v) => v.user === user),
    home: w.homes.get(user) ?? null,
    installed: w.installed,
    app: [...w.people.values()].find((p) => p.isBot)?.displayName ?? 'App',
  };
}
