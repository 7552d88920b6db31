export { findIdentifiers, type IdentifierKind } from './identifiers.js';
export { mask, maskForLog, Slot, unmask, type Masked } from './mask.js';
