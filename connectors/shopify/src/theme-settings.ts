import { z } from 'zod';
import { parseHostJson } from '@parley/core/contracts';

const Block = z.object({ type: z.string(), disabled: z.boolean().nullish() });
const Theme = z.object({ blocks: z.record(z.string(), z.unknown()).nullish() });
const Settings = z.object({
  /** The settings in force, or the name of the preset that is. */
  current: z.union([z.string(), Theme]),
  presets: z.record(z.string(), Theme).nullish(),
});

/** The theme editor writes a note in front that JSON does not know. */
const NOTE = /^\s*\/\*[\s\S]*?\*\//;

/**
 * Whether our app embed is on, from a theme's `config/settings_data.json`; null where the text cannot be read. The editor
 * lists an embed there as a block of type `shopify://apps/<app>/blocks/<file>/<extension>` once it was ever switched on,
 * and marks it `disabled` when it is off again.
 */
export function embedState(text: string, extensionId: string, blockHandle: string): 'on' | 'off' | null {
  const json = parseHostJson(Buffer.from(text.replace(NOTE, ''), 'utf8'), 100);
  const settings = Settings.safeParse(json.ok ? json.value : null);
  if (!settings.success) return null;
  const { current, presets } = settings.data;
  const theme = typeof current === 'string' ? presets?.[current] : current;
  for (const value of Object.values(theme?.blocks ?? {})) {
    const block = Block.safeParse(value);
    if (block.success && isOurs(block.data.type, extensionId, blockHandle) && block.data.disabled !== true) return 'on';
  }
  return 'off';
}

function isOurs(type: string, extensionId: string, blockHandle: string): boolean {
  return type.startsWith('shopify://apps/') && type.toLowerCase().endsWith(`/blocks/${blockHandle}/${extensionId}`.toLowerCase());
}
