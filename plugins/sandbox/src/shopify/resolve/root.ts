// The query root: which questions the sandbox answers. What is missing here is refused as not emulated.
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { demandAccess } from './access.js';
import { filter, gid, idOf, list, notEmulated, parseGid, type GraphContext, type GraphObject } from './context.js';
import { connect, pageArguments } from '../connection.js';
import { customerByIdentifier, customerListing, customerNode } from './customers.js';
import { listThemes, pageListing, pageNode, policyNodes, themeId, themeNode } from './content.js';
import { fulfillmentNode, lineNode, listOrders, orderIndex, orderNode } from './orders.js';
import { productListing, productNode, variantListing, variantNode } from './products.js';

const idArgument = z.object({ id: z.string() });
const idsArgument = z.object({ ids: z.array(z.string()).max(250) });
const countArguments = z.object({ query: z.string().nullish(), limit: z.number().int().nullish() });
const orderIdentifier = z.object({ identifier: z.object({ id: z.string().nullish(), customId: z.unknown().optional() }) });
const productIdentifier = z.object({ identifier: z.object({ id: z.string().nullish(), handle: z.string().nullish(), customId: z.unknown().optional() }) });
const publishedArgument = z.object({ published: z.boolean().nullish() });

type Path = readonly (string | number)[];

const LOCALE_NAMES = new Intl.DisplayNames('en', { type: 'language' });
const orNull = <T>(item: T | undefined, toNode: (item: T) => GraphObject): GraphObject | null => (item === undefined ? null : toNode(item));

/** The root object for one request. */
export function rootOf(context: GraphContext): GraphObject {
  const { shop } = context;
  const { products, customers, pages } = shop.file;
  const variants = () => products.flatMap((product) => product.variants.map((variant) => ({ product, variant })));
  const byId = <T>(rawArgs: unknown, type: string, find: (id: string) => T | undefined, toNode: (item: T) => GraphObject): GraphObject | null => {
    const id = idOf(type, idArgument.parse(rawArgs).id);
    if (id === null) throw new GraphQLError(`Invalid id: ${idArgument.parse(rawArgs).id}`, { extensions: { code: 'RESOURCE_NOT_FOUND' } });
    return orNull(find(id), toNode);
  };
  const order = (id: string): ReturnType<typeof visible>[number] | undefined => visible().find((o) => o.id === id);
  const visible = () => shop.visibleOrders(context.scopes);
  const count = (total: number, rawArgs: unknown): GraphObject => {
    const limit = countArguments.parse(rawArgs).limit ?? 10_000;
    return total > limit ? { count: limit, precision: 'AT_LEAST' } : { count: total, precision: 'EXACT' };
  };
  const node = (text: string): GraphObject | null => nodeById(context, text);

  return {
    shop: () => shopNode(context),
    currentAppInstallation: () => installationNode(context),
    appInstallation: (args: unknown) => {
      const id = z.object({ id: z.string().nullish() }).parse(args).id;
      return id == null || idOf('AppInstallation', id) === shop.install?.id ? installationNode(context) : null;
    },
    app: () => appNode(context),
    orders: (args: unknown, _: unknown, path: Path) => listOrders(context, args, path, 'PROCESSED_AT'),
    ordersCount: (args: unknown, _: unknown, path: Path) => count(filter(context, visible(), 'orders', orderIndex, countArguments.parse(args).query ?? '', path).length, args),
    order: (args: unknown) => byId(args, 'Order', order, (o) => orderNode(context, o)),
    orderByIdentifier: (args: unknown) => {
      const { id, customId } = orderIdentifier.parse(args).identifier;
      if (id == null || customId != null) throw notEmulated(context, 'orderByIdentifier by customId');
      return byId({ id }, 'Order', order, (o) => orderNode(context, o));
    },
    customer: (args: unknown) => byId(args, 'Customer', (id) => customers.find((c) => c.id === id), (c) => customerNode(context, c)),
    customerByIdentifier: (args: unknown) => customerByIdentifier(context, args),
    customers: (args: unknown, _: unknown, path: Path) => list(context, customers, customerListing(context), args, path),
    product: (args: unknown) => byId(args, 'Product', (id) => products.find((p) => p.id === id), (p) => productNode(context, p)),
    productByIdentifier: (args: unknown) => {
      const { id, handle, customId } = productIdentifier.parse(args).identifier;
      if (customId != null) throw notEmulated(context, 'productByIdentifier by customId');
      return orNull(products.find((p) => (id != null && p.id === idOf('Product', id)) || (handle != null && p.handle === handle)), (p) => productNode(context, p));
    },
    productByHandle: (args: unknown) => orNull(products.find((p) => p.handle === z.object({ handle: z.string() }).parse(args).handle), (p) => productNode(context, p)),
    products: (args: unknown, _: unknown, path: Path) => list(context, products, productListing(context), args, path),
    productsCount: (args: unknown, _: unknown, path: Path) =>
      count(filter(context, products, 'products', productListing(context).index, countArguments.parse(args).query ?? '', path).length, args),
    productVariant: (args: unknown) => byId(args, 'ProductVariant', (id) => variants().find(({ variant }) => variant.id === id), ({ product, variant }) => variantNode(context, product, variant)),
    productVariants: (args: unknown, _: unknown, path: Path) => list(context, variants(), variantListing(context), args, path),
    page: (args: unknown) => byId(args, 'Page', (id) => pages.find((p) => p.id === id), pageNode),
    pages: (args: unknown, _: unknown, path: Path) => list(context, pages, pageListing(), args, path),
    pagesCount: (args: unknown) => count(pages.length, args),
    articles: (args: unknown) => connect([], { value: () => 0, id: () => '1' }, pageArguments.parse(args), 'articles', () => ({})),
    fulfillment: (args: unknown) => nodeOfType(context, args, 'Fulfillment'),
    theme: (args: unknown) => byId(args, 'OnlineStoreTheme', (id) => (id === themeId(context) ? context : undefined), themeNode),
    themes: (args: unknown) => listThemes(context, args),
    shopLocales: (args: unknown) => {
      const { locale, locales } = shop.file.shop;
      const rows = [...new Set([locale, ...locales])].map((code) => ({ locale: code, name: LOCALE_NAMES.of(code) ?? code, primary: code === locale, published: true }));
      return publishedArgument.parse(args).published === true ? rows.filter((row) => row.published) : rows;
    },
    node: (args: unknown) => node(idArgument.parse(args).id),
    nodes: (args: unknown) => idsArgument.parse(args).ids.map(node),
  };
}

function nodeOfType(context: GraphContext, rawArgs: unknown, type: string): GraphObject | null {
  const { id } = idArgument.parse(rawArgs);
  return parseGid(id).type === type ? nodeById(context, id) : null;
}

/** `node(id:)` over every type the sandbox has. The type's own scope is demanded here: the field's type is only Node. */
function nodeById(context: GraphContext, text: string): GraphObject | null {
  const { type, id } = parseGid(text);
  const { file } = context.shop;
  demandAccess(context, type, 'node');
  const orders = context.shop.visibleOrders(context.scopes);
  switch (type) {
    case 'Order':
      return orNull(orders.find((o) => o.id === id), (o) => orderNode(context, o));
    case 'LineItem':
      return orders.flatMap((o) => o.lineItems.filter((l) => l.id === id).map((l) => lineNode(context, o, l)))[0] ?? null;
    case 'Fulfillment':
      return orders.flatMap((o) => o.fulfillments.filter((f) => f.id === id).map((f) => fulfillmentNode(context, o, f)))[0] ?? null;
    case 'Customer':
      return orNull(file.customers.find((c) => c.id === id), (c) => customerNode(context, c));
    case 'Product':
      return orNull(file.products.find((p) => p.id === id), (p) => productNode(context, p));
    case 'ProductVariant':
      return file.products.flatMap((p) => p.variants.filter((v) => v.id === id).map((v) => variantNode(context, p, v)))[0] ?? null;
    case 'Page':
      return orNull(file.pages.find((p) => p.id === id), pageNode);
    case 'ShopPolicy':
      return policyNodes(context).find((p) => p['id'] === text) ?? null;
    case 'OnlineStoreTheme':
      return id === themeId(context) ? themeNode(context) : null;
    case 'Shop':
      return id === context.shop.id ? shopNode(context) : null;
    default:
      if (context.admin.schema.getType(type) === undefined) return null;
      throw notEmulated(context, `node of type ${type}`);
  }
}

function shopNode(context: GraphContext): GraphObject {
  const { shop } = context.shop.file;
  const domain = { __typename: 'Domain', id: gid('Domain', context.shop.id), host: new URL(shop.publicUrl).host, url: shop.publicUrl.replace(/\/$/, ''), sslEnabled: shop.publicUrl.startsWith('https:') };
  return {
    __typename: 'Shop',
    id: gid('Shop', context.shop.id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.domain,
    url: `https://${shop.domain}`,
    primaryDomain: domain,
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency],
    ianaTimezone: shop.timezone,
    timezoneOffset: timezoneOffset(shop.timezone, context.now),
    plan: { displayName: 'Basic', publicDisplayName: 'Basic', partnerDevelopment: true, shopifyPlus: false },
    orderNumberFormatPrefix: '#',
    orderNumberFormatSuffix: '',
    shopPolicies: () => policyNodes(context),
  };
}

function appNode(context: GraphContext): GraphObject {
  return {
    __typename: 'App',
    id: gid('App', context.app.id),
    apiKey: context.app.apiKey,
    title: context.app.name,
    handle: context.app.handle,
    embedded: true,
    requestedAccessScopes: context.app.requested.map(scopeNode),
  };
}

function installationNode(context: GraphContext): GraphObject {
  return {
    __typename: 'AppInstallation',
    id: gid('AppInstallation', context.shop.install?.id ?? '0'),
    accessScopes: context.scopes.map(scopeNode),
    activeSubscriptions: [],
    app: () => appNode(context),
    launchUrl: `https://${context.shop.domain}/admin/apps/${context.app.handle}`,
    uninstallUrl: null,
  };
}

const scopeNode = (handle: string): GraphObject => ({ handle, description: handle.replace(/_/g, ' ') });

/** `+08:00` as Shopify writes an offset: `+0800`. */
function timezoneOffset(zone: string, at: Date): string {
  const part = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at).find((p) => p.type === 'timeZoneName');
  const offset = (part?.value ?? 'GMT').slice(3);
  return offset === '' ? '+0000' : offset.replace(':', '');
}
