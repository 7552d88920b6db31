import { parseHostJson } from '@parley/core/contracts';

/** What a request of Slack's carries, read from its raw bytes: JSON for events, a form for everything people press and type. */
export type SlackBody = { ok: true; body: Record<string, unknown> } | { ok: false; code: 'slack.not-json' | 'slack.not-a-form' };

/** Payloads are flat enough; more is no payload of Slack's. */
const DEPTH = 40;

export function readBody(raw: Uint8Array, contentType: string): SlackBody {
  if (contentType.startsWith('application/json')) return jsonOf(raw);
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return { ok: false, code: 'slack.not-a-form' };
  const form = new URLSearchParams(Buffer.from(raw).toString('utf8'));
  const payload = form.get('payload');
  return payload === null ? { ok: true, body: Object.fromEntries(form) } : jsonOf(Buffer.from(payload, 'utf8'));
}

function jsonOf(raw: Uint8Array): SlackBody {
  const json = parseHostJson(raw, DEPTH);
  if (!json.ok || typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) return { ok: false, code: 'slack.not-json' };
  return { ok: true, body: json.value as Record<string, unknown> };
}
