export * from './identities.js';
export * from './vault.js';
