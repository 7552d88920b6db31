/**
 * What answers rest on: policies, pages and product texts, with their published translations into the languages Parley
 * answers in. Lists carry only what tells whether a document changed.
 */

export const POLICY_LIST = `#graphql
  query PolicyList {
    shop { shopPolicies { type updatedAt } }
  }
`;

export const POLICY_READ = `#graphql
  query PolicyRead {
    shop {
      shopPolicies {
        type
        title
        body
        url
        updatedAt
        zhCn: translations(locale: "zh-CN") { key value }
        zhTw: translations(locale: "zh-TW") { key value }
        en: translations(locale: "en") { key value }
      }
    }
  }
`;

export const PAGE_LIST = `#graphql
  query PageList($first: Int!, $after: String) {
    pages(first: $first, after: $after, sortKey: ID) {
      nodes { id isPublished updatedAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const PAGE_READ = `#graphql
  query PageRead($ids: [ID!]!) {
    shop { primaryDomain { url } }
    nodes(ids: $ids) {
      ... on Page {
        id
        title
        body
        handle
        isPublished
        updatedAt
        zhCn: translations(locale: "zh-CN") { key value }
        zhTw: translations(locale: "zh-TW") { key value }
        en: translations(locale: "en") { key value }
      }
    }
  }
`;

export const PRODUCT_LIST = `#graphql
  query ProductList($first: Int!, $after: String) {
    products(first: $first, after: $after, sortKey: ID, query: "status:active") {
      nodes { id status updatedAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const PRODUCT_READ = `#graphql
  query ProductRead($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Product {
        id
        title
        descriptionHtml
        vendor
        productType
        tags
        status
        onlineStoreUrl
        updatedAt
        options(first: 5) { name values }
        variants(first: 20) { nodes { sku barcode } }
        zhCn: translations(locale: "zh-CN") { key value }
        zhTw: translations(locale: "zh-TW") { key value }
        en: translations(locale: "en") { key value }
      }
    }
  }
`;
