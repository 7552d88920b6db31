export * from './errors.js';
export { openMongoStore, type MongoCommand, type MongoOptions } from './mongo/open.js';
export * from './port.js';
export { openSqliteStore } from './sqlite/open.js';
