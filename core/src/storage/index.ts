export type { BackupKeys, Head } from './backup/format.js';
export { type Catalogue, loadBackup, mustFit } from './backup/load.js';
export { type BackupItem, readBackup } from './backup/read.js';
export { writeBackup } from './backup/write.js';
export * from './errors.js';
export { openMongoStore, type MongoCommand, type MongoOptions } from './mongo/open.js';
export * from './port.js';
export { openSqliteStore } from './sqlite/open.js';
