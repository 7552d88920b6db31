export { createWebchatConnector, type WebchatConnector, type WebchatDeps } from './connector.js';
export { TOKEN_SECRET } from './messages.js';
export { daily, type Rate, type WebchatRates } from './rates.js';
export { type MintRequest, type Session } from './sessions.js';
