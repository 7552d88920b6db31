// Renders the theme app extension's embed block as a storefront does. Only what the block uses of Liquid is there.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Liquid } from 'liquidjs';
import { z } from 'zod';
import { Html } from './html.js';

/** Where the extension lies, seen from src/pages and from dist/pages alike. */
export const EXTENSION = fileURLToPath(new URL('../../../shopify-app/extensions/parley-chat/', import.meta.url));

const BlockSchema = z.object({
  target: z.enum(['body', 'head', 'section']),
  settings: z.array(z.object({ type: z.string(), id: z.string(), default: z.union([z.string(), z.number(), z.boolean()]).optional() })),
});
const Texts: z.ZodType<Record<string, unknown>> = z.record(z.string(), z.unknown());

/** One block of an app extension, ready to be rendered. */
export interface EmbedBlock {
  /** `root` is the shop's root with a closing slash (routes.root_url), `assets` where the extension's files are, without one. */
  render(page: { root: string; assets: string; locale: string }): Promise<Html>;
}

/** Reads a block file. Throws when its schema is missing or is no app embed: Shopify would refuse it too. */
export function embedBlock(file: string, extension = EXTENSION): EmbedBlock {
  const source = readFileSync(`${extension}blocks/${file}`, 'utf8');
  const [whole, json] = /\{%-?\s*schema\s*-?%\}([^]*?)\{%-?\s*endschema\s*-?%\}/.exec(source) ?? [];
  if (whole === undefined || json === undefined) throw new Error(`${file} has no {% schema %}`);
  const schema = BlockSchema.parse(JSON.parse(json));
  if (schema.target === 'section') throw new Error(`${file} is an app block, not an app embed: its target is section`);
  const settings = Object.fromEntries(schema.settings.map((s) => [s.id, s.default ?? '']));
  const liquid = new Liquid({ strictFilters: true });
  liquid.registerFilter('asset_url', function (name: unknown) {
    return `${String(this.context.getSync(['sandbox_assets']))}/${encodeURIComponent(String(name))}`;
  });
  liquid.registerFilter('t', function (key: unknown) {
    return translate(extension, String(this.context.getSync(['request', 'locale', 'iso_code'])), String(key));
  });
  const template = liquid.parse(source.replace(whole, ''));
  return {
    render: async ({ root, assets, locale }) => {
      const text: unknown = await liquid.render(template, {
        routes: { root_url: root }, request: { locale: { iso_code: locale } }, block: { settings }, sandbox_assets: assets,
      });
      return new Html(String(text));
    },
  };
}

/** A text of the extension's locale files: in the language asked for, else in the default one. */
function translate(extension: string, locale: string, key: string): string {
  for (const file of [`${locale}.json`, 'en.default.json']) {
    const path = `${extension}locales/${file}`;
    if (!/^[A-Za-z0-9.-]+$/.test(file) || !existsSync(path)) continue;
    let value: unknown = Texts.parse(JSON.parse(readFileSync(path, 'utf8')));
    for (const part of key.split('.')) value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
    if (typeof value === 'string') return value;
  }
  return `translation missing: ${locale}.${key}`;
}
