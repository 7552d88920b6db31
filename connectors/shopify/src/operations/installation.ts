/** The shop itself and the state of our app in it. */

export const SHOP_FACTS = `#graphql
  query ShopFacts {
    shop { name currencyCode ianaTimezone }
  }
`;

/** Apart from the facts, as it needs a scope of its own that a shop may not have granted. */
export const SHOP_LANGUAGES = `#graphql
  query ShopLanguages {
    shopLocales { locale primary }
  }
`;

export const APP_STATE = `#graphql
  query AppState {
    shop { name }
    currentAppInstallation { accessScopes { handle } }
  }
`;

export const THEME_SETTINGS = `#graphql
  query ThemeSettings {
    themes(first: 1, roles: [MAIN]) {
      nodes {
        id
        files(first: 1, filenames: ["config/settings_data.json"]) {
          nodes {
            filename
            body {
              ... on OnlineStoreThemeFileBodyText { content }
              ... on OnlineStoreThemeFileBodyBase64 { contentBase64 }
            }
          }
        }
      }
    }
  }
`;
