// The hosts, emulated: what scripts and whole-system tests use. `main.ts` is the process of its own.
export { Ledger, ledgerEntry, type LedgerDraft, type LedgerEntry, type LedgerFilter } from './ledger/ledger.js';
export { createSandbox, type Sandbox, type SandboxOptions } from './server/sandbox.js';
export { SHOPPER_COOKIE, UnknownShop, type SandboxHost, type ShopCustomer, type ShopState } from './server/host.js';
export { deployManifest, loadManifest, ManifestRefused, type AppManifest } from './shopify/app-manifest.js';
export { adminSchema, adminVersions } from './shopify/admin-schema.js';
export { faultSettings, type FaultSettings } from './shopify/faults.js';
export { signProxyQuery, signQuery, signWebhook } from './shopify/signatures.js';
export { signSessionToken, type AppKeys, type SessionClaims } from './shopify/session-token.js';
