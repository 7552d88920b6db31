export { SIGNING_SECRET, SLACK_SCOPES, type SlackDeps, type SlackSettings } from './config.js';
export { createSlackConnector, type SlackConnector } from './connector.js';
export { REDIRECT_PATH } from './install.js';
