// What a shop has written: pages, policies with their translations, and the published theme with its settings.
import { z } from 'zod';
import type { ShopPage, ShopPolicy } from '../../shop/shop-file.js';
import { pageArguments, connect } from '../connection.js';
import { numericId } from '../shop-model.js';
import { gid, instant, plainText, type GraphContext, type GraphObject, type Listing } from './context.js';

const localeArgument = z.object({ locale: z.string() });

/** How pages are listed. A shop with pages in two languages has two sets of them, as many merchants keep it. */
export function pageListing(): Listing<ShopPage> {
  return {
    field: 'pages',
    defaultSort: 'ID',
    id: (p) => p.id,
    toNode: pageNode,
    sorts: { ID: (p) => BigInt(p.id), TITLE: (p) => p.title, UPDATED_AT: (p) => Date.parse(p.updatedAt), PUBLISHED_AT: (p) => Date.parse(p.updatedAt) },
    index: {
      fields: {
        id: { kind: 'id', values: (p) => [p.id] },
        handle: { kind: 'keyword', values: (p) => [p.handle] },
        title: { kind: 'text', values: (p) => [p.title] },
        updated_at: { kind: 'time', values: (p) => [p.updatedAt] },
        published_status: { kind: 'keyword', values: () => ['published', 'visible', 'online_store_channel'] },
      },
      defaults: (p) => [p.title, plainText(p.body)],
    },
  };
}

/** One page. */
export function pageNode(p: ShopPage): GraphObject {
  return {
    __typename: 'Page',
    id: gid('Page', p.id),
    handle: p.handle,
    title: p.title,
    body: p.body,
    bodySummary: plainText(p.body).slice(0, 150),
    isPublished: true,
    publishedAt: instant(p.updatedAt),
    updatedAt: instant(p.updatedAt),
    templateSuffix: null,
    translations: [],
  };
}

/**
 * The shop's policies: one per type, as the host keeps them, in the shop's own language where the file has it. The
 * other languages are the policy's `translations(locale:)`.
 */
export function policyNodes(context: GraphContext): GraphObject[] {
  const { policies, shop } = context.shop.file;
  const types = [...new Set(policies.map((p) => p.type))];
  return types.flatMap((type) => {
    const versions = policies.filter((p) => p.type === type);
    const main = versions.find((p) => p.locale === shop.locale) ?? versions[0];
    return main === undefined ? [] : [policyNode(context, main, versions)];
  });
}

function policyNode(context: GraphContext, main: ShopPolicy, versions: readonly ShopPolicy[]): GraphObject {
  return {
    __typename: 'ShopPolicy',
    id: gid('ShopPolicy', numericId(`${context.shop.domain}:${main.type}`)),
    type: main.type,
    createdAt: instant(context.shop.openedAt),
    updatedAt: instant(context.shop.openedAt),
    title: main.title,
    body: main.body,
    url: `${context.shop.file.shop.publicUrl.replace(/\/$/, '')}/policies/${main.type.toLowerCase().replace(/_/g, '-')}`,
    translations: (args: unknown) => {
      const { locale } = localeArgument.parse(args);
      return versions
        .filter((p) => p !== main && p.locale === locale)
        .flatMap((p) => (['title', 'body'] as const).map((key) => ({ __typename: 'Translation', key, locale, value: p[key], outdated: false, market: null })));
    },
  };
}

const themeArguments = pageArguments.extend({ roles: z.array(z.string()).nullish(), names: z.array(z.string()).nullish() });
const fileArguments = z.object({ filenames: z.array(z.string()).nullish(), first: z.number().int().nullish(), after: z.string().nullish() });

/** The name of the app embed block in `config/settings_data.json`. */
const EMBED_BLOCK = 'chat';

/** `themes`: the sandbox has one, and it is published. */
export function listThemes(context: GraphContext, rawArgs: unknown): unknown {
  const args = themeArguments.parse(rawArgs);
  const theme = themeNode(context);
  const fits = (args.roles == null || args.roles.includes('MAIN')) && (args.names == null || args.names.includes('Sandbox'));
  return connect(fits ? [theme] : [], { value: () => 0, id: () => themeId(context) }, args, 'themes', (node) => node);
}

export const themeId = (context: GraphContext): string => numericId(`theme:${context.shop.domain}`);

/** The published theme. Its one file is the settings, with the app's embed block once that has ever been switched. */
export function themeNode(context: GraphContext): GraphObject {
  return {
    __typename: 'OnlineStoreTheme',
    id: gid('OnlineStoreTheme', themeId(context)),
    name: 'Sandbox',
    role: 'MAIN',
    prefix: `/t/1`,
    processing: false,
    processingFailed: false,
    themeStoreId: null,
    files: (args: unknown) => {
      const { filenames, first, after } = fileArguments.parse(args);
      const names = filenames ?? ['config/settings_data.json'];
      const known = names.includes('config/settings_data.json') || names.includes('config/*') || names.includes('*');
      const text = settingsData(context);
      const file = { filename: 'config/settings_data.json', contentType: 'application/json', size: String(Buffer.byteLength(text)), checksumMd5: null, body: { __typename: 'OnlineStoreThemeFileBodyText', content: text } };
      const page = connect(known ? [file] : [], { value: () => 0, id: () => '1' }, { first: first ?? 50, after }, 'files', (node) => node);
      return { ...page, userErrors: [] };
    },
  };
}

/** Settings as the theme editor writes them: a comment on top, then JSON whose app embeds are blocks of `current`. */
function settingsData(context: GraphContext): string {
  const type = `shopify://apps/${context.app.handle}/blocks/${EMBED_BLOCK}/${context.app.apiKey}`;
  const blocks = context.shop.install === null ? {} : { [numericId(`embed:${context.shop.domain}`)]: { type, disabled: !context.shop.embed, settings: {} } };
  const notice = '/*\n * ------------------------------------------------------------\n * IMPORTANT: The contents of this file are auto-generated.\n * ------------------------------------------------------------\n */\n';
  return `${notice}${JSON.stringify({ current: { settings_version: '1.0.0', blocks }, presets: { Default: {} } }, null, 2)}`;
}
