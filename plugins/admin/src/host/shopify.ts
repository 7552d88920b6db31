import { Failure } from '../api/failure.js';

/** The part of App Bridge's global that this page uses. https://shopify.dev/docs/api/app-home/apis/authentication-and-data/id-token-api */
interface AppBridge {
  idToken(): Promise<string>;
}

function isAppBridge(value: unknown): value is AppBridge {
  return typeof value === 'object' && value !== null && 'idToken' in value && typeof value.idToken === 'function';
}

/** Asks App Bridge for a session token. App Bridge exists only inside the host's admin; elsewhere this fails with kind `host`. */
export function shopifySessionToken(scope: object): () => Promise<string> {
  return async () => {
    const bridge: unknown = Reflect.get(scope, 'shopify');
    if (!isAppBridge(bridge)) throw new Failure('host', 'App Bridge is not loaded');
    let token: unknown;
    try {
      token = await bridge.idToken();
    } catch (e) {
      throw new Failure('host', 'App Bridge gave no session token', { cause: e });
    }
    if (typeof token !== 'string' || token === '') throw new Failure('host', 'App Bridge gave an empty session token');
    return token;
  };
}
