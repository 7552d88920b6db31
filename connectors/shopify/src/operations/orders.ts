/**
 * Orders. A search answers with little, since its cost is multiplied by the number of hits; what is kept of a hit is
 * read in a second step with all its parts.
 */

export const ORDER_SEARCH = `#graphql
  query OrderSearch($query: String!, $first: Int!) {
    orders(first: $first, query: $query, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
        name
        customer { id }
        fulfillments(first: 10) { trackingInfo(first: 10) { number } }
      }
    }
  }
`;

/** The newest orders that left the shop, wholly or in part. */
export const SHIPPED_ORDERS = `#graphql
  query ShippedOrders($first: Int!, $after: String) {
    orders(first: $first, after: $after, query: "fulfillment_status:shipped OR fulfillment_status:partial", sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
        name
        customer { id }
        fulfillments(first: 10) { trackingInfo(first: 10) { number } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const ORDER_DETAIL = `#graphql
  query OrderDetail($id: ID!) {
    order(id: $id) {
      id
      name
      createdAt
      cancelledAt
      email
      phone
      customer { id }
      displayFinancialStatus
      displayFulfillmentStatus
      statusPageUrl
      totalPriceSet { presentmentMoney { amount currencyCode } }
      totalRefundedSet { presentmentMoney { amount currencyCode } }
      lineItems(first: 25) {
        nodes {
          id
          title
          variantTitle
          sku
          quantity
          product { id }
          image { url }
          discountedUnitPriceSet { presentmentMoney { amount currencyCode } }
        }
        pageInfo { hasNextPage endCursor }
      }
      fulfillments(first: 6) {
        id
        status
        displayStatus
        createdAt
        inTransitAt
        estimatedDeliveryAt
        deliveredAt
        trackingInfo(first: 10) { company number url }
        fulfillmentLineItems(first: 20) { nodes { lineItem { id } } }
        events(first: 10, sortKey: HAPPENED_AT, reverse: true) {
          nodes { status happenedAt city province country message }
        }
      }
    }
  }
`;

export const ORDER_LINES = `#graphql
  query OrderLines($id: ID!, $after: String!) {
    order(id: $id) {
      lineItems(first: 100, after: $after) {
        nodes {
          id
          title
          variantTitle
          sku
          quantity
          product { id }
          image { url }
          discountedUnitPriceSet { presentmentMoney { amount currencyCode } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;
