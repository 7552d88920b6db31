export * from './errors.js';
export * from './port.js';
export { openSqliteStore } from './sqlite/open.js';
