/** Products as a shopper is told of them. Prices are in the shop's own currency, which comes along. */

export const PRODUCT_SEARCH = `#graphql
  query ProductSearch($query: String!, $first: Int!, $variants: Int!) {
    shop { currencyCode }
    products(first: $first, query: $query, sortKey: RELEVANCE) {
      nodes {
        id
        title
        description(truncateAt: 5000)
        vendor
        productType
        tags
        status
        onlineStoreUrl
        featuredMedia { preview { image { url } } }
        variants(first: $variants) {
          nodes { id title sku price availableForSale }
        }
      }
    }
  }
`;
