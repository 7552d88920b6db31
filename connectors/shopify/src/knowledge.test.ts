import { describe, expect, it } from '@jest/globals';
import { Doc, type DocRef } from '@parley/core/contracts';
import { data, faults, hostThat, installation, type Answer, type Host, type Seen } from '../fixtures/host.js';

const AT = '2026-11-01T00:00:00Z';
const INSTANT = Date.parse(AT);
const page = (id: number, over: object = {}): object => ({ id: `gid://shopify/Page/${id}`, isPublished: true, updatedAt: AT, ...over });
const product = (id: number, over: object = {}): object => ({ id: `gid://shopify/Product/${id}`, status: 'ACTIVE', updatedAt: AT, ...over });
const end = { hasNextPage: false, endCursor: null };

function lists(seen: Seen): Answer {
  switch (seen.operation) {
    case 'PolicyList':
      return data({ shop: { shopPolicies: [{ type: 'REFUND_POLICY', updatedAt: AT }, { type: 'odd type', updatedAt: AT }] } });
    case 'PageList':
      return data({ pages: { nodes: [page(1), page(2, { isPublished: false })], pageInfo: end } });
    default:
      return seen.variables['after'] === null
        ? data({ products: { nodes: [product(1)], pageInfo: { hasNextPage: true, endCursor: 'p:1' } } })
        : data({ products: { nodes: [product(2), product(3, { status: 'DRAFT' })], pageInfo: end } });
  }
}

async function all(host: Host): Promise<{ ids: string[]; cursors: (string | null)[] }> {
  const ids: string[] = [];
  const cursors: (string | null)[] = [];
  for (let cursor: string | null = null; ; ) {
    const step: { items: DocRef[]; cursor: string | null } = await host.connector.knowledge.list(installation(), cursor);
    ids.push(...step.items.map((item) => item.id));
    cursors.push(step.cursor);
    cursor = step.cursor;
    if (cursor === null) return { ids, cursors };
  }
}

describe('the list of documents', () => {
  it('goes through policies, published pages and products on sale', async () => {
    const host = hostThat(lists);
    expect(await all(host)).toEqual({
      ids: ['policy:REFUND_POLICY', 'page:gid://shopify/Page/1', 'product:gid://shopify/Product/1', 'product:gid://shopify/Product/2'],
      cursors: ['pages:', 'products:', 'products:p:1', null],
    });
    expect(host.seen.map((seen) => seen.variables['after'])).toEqual([undefined, null, null, 'p:1']);
    expect(await host.connector.knowledge.list(installation(), null)).toMatchObject({ items: [{ updatedAt: INSTANT }] });
  });

  it('leaves out a section whose scope is missing, and says so', async () => {
    const host = hostThat((seen) => (seen.operation === 'PageList' ? faults('ACCESS_DENIED') : lists(seen)));
    expect((await all(host)).ids).toEqual(['policy:REFUND_POLICY', 'product:gid://shopify/Product/1', 'product:gid://shopify/Product/2']);
    expect(host.logged.some((line) => line.includes('shopify.access-denied') && line.includes('pages'))).toBe(true);
  });

  it('does not take other trouble for a missing scope', async () => {
    await expect(all(hostThat(() => faults('SHOP_INACTIVE')))).rejects.toMatchObject({ kind: 'rejected', code: 'shopify.shop-inactive' });
    await expect(hostThat(lists).connector.knowledge.list(installation(), 'orders:')).rejects.toMatchObject({ kind: 'rejected', code: 'shopify.cursor' });
  });
});

describe('documents', () => {
  const reads = (seen: Seen): Answer => {
    switch (seen.operation) {
      case 'PolicyRead':
        return data({ shop: { shopPolicies: [{ type: 'REFUND_POLICY', title: 'Refunds', body: '<p>30 days</p>', url: 'https://d.example.com/policies/refund-policy', updatedAt: AT }, { type: 'PRIVACY_POLICY', title: 'Privacy', body: '  ', url: null, updatedAt: AT }] } });
      case 'PageRead':
        return data({ shop: { primaryDomain: { url: 'https://d.example.com/' } }, nodes: [page(1, { title: '关于', body: '<p>你好</p>', handle: 'about us' }), null, {}, page(2, { isPublished: false, title: 'x', body: 'x' })] });
      default:
        return data({
          nodes: [
            product(1, {
              title: 'Rain <jacket>', descriptionHtml: '<p>Dry</p>', vendor: 'Nord & Co', productType: 'Coats', tags: ['rain', 'new'], onlineStoreUrl: 'https://d.example.com/products/rain',
              options: [{ name: 'Size', values: ['M', 'L'] }, { name: 'Title', values: ['Default Title'] }],
              variants: { nodes: [{ sku: 'RJ-200', barcode: '4006381333931' }, { sku: 'RJ-200', barcode: null }] },
            }),
            product(2, { title: 'Old', status: 'ARCHIVED', descriptionHtml: 'x' }),
            null,
          ],
        });
    }
  };
  const ref = (id: string): DocRef => ({ id, updatedAt: null });

  it('are read by their ids; what is gone, empty or hidden is left out', async () => {
    const host = hostThat(reads);
    const docs = await host.connector.knowledge.read(installation(), ['policy:REFUND_POLICY', 'policy:PRIVACY_POLICY', 'page:gid://shopify/Page/1', 'page:gid://shopify/Page/2', 'product:gid://shopify/Product/1', 'product:gid://shopify/Product/2', 'faq:1'].map(ref));
    for (const doc of docs) Doc.parse(doc);
    expect(docs).toEqual([
      { id: 'policy:REFUND_POLICY', kind: 'policy', title: 'Refunds', body: '<p>30 days</p>', format: 'html', language: null, url: 'https://d.example.com/policies/refund-policy', updatedAt: INSTANT },
      { id: 'page:gid://shopify/Page/1', kind: 'page', title: '关于', body: '<p>你好</p>', format: 'html', language: null, url: 'https://d.example.com/pages/about%20us', updatedAt: INSTANT },
      {
        id: 'product:gid://shopify/Product/1', kind: 'product', title: 'Rain <jacket>', format: 'html', language: null, url: 'https://d.example.com/products/rain', updatedAt: INSTANT,
        body: '<p>Dry</p><ul><li>Vendor: Nord &#38; Co</li><li>Type: Coats</li><li>Size: M, L</li><li>Tags: rain, new</li><li>SKU: RJ-200, 4006381333931</li></ul>',
      },
    ]);
  });

  it('hold the shop’s translations too, each under its own title', async () => {
    const zh = [{ key: 'title', value: '退货 & 退款' }, { key: 'body', value: '<p>三十天</p>' }];
    const policy = { type: 'REFUND_POLICY', title: 'Refunds', body: '<p>30 days</p>', url: null, updatedAt: AT, zhCn: zh, zhTw: [], en: [{ key: 'body', value: '<p>30 days</p>' }] };
    const host = hostThat((seen) =>
      seen.operation === 'PolicyRead' ? data({ shop: { shopPolicies: [policy] } }) : data({ shop: { primaryDomain: null }, nodes: [page(1, { title: 'x', body: '<p>x</p>', zhTw: [{ key: 'body_html', value: '<p>你好</p>' }] })] }),
    );
    const docs = await host.connector.knowledge.read(installation(), ['policy:REFUND_POLICY', 'page:gid://shopify/Page/1'].map(ref));
    expect(docs.map((doc) => doc.body)).toEqual(['<p>30 days</p>\n<section lang="zh-CN"><h1>退货 &#38; 退款</h1><p>三十天</p></section>', '<p>x</p>\n<section lang="zh-TW"><p>你好</p></section>']);
  });

  it('are found by the record that changed', () => {
    const { knowledge } = hostThat(reads).connector;
    expect([knowledge.docOf('product', '5'), knowledge.docOf('policy', 'REFUND_POLICY'), knowledge.docOf('order', '5')]).toEqual(['product:gid://shopify/Product/5', 'policy:REFUND_POLICY', null]);
  });

  it('are asked for in batches, and not at all without ids', async () => {
    const host = hostThat(reads);
    expect(await host.connector.knowledge.read(installation(), [])).toEqual([]);
    expect(host.seen).toEqual([]);
    await host.connector.knowledge.read(installation(), Array.from({ length: 45 }, (_, n) => ref(`product:gid://shopify/Product/${n + 1}`)));
    expect(host.seen.map((seen) => (Array.isArray(seen.variables['ids']) ? seen.variables['ids'].length : 0))).toEqual([20, 20, 5]);
  });
});
