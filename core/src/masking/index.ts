export { findIdentifiers, type IdentifierKind } from './identifiers.js';
export { mask, maskForLog, unmask, type Masked, type Slot } from './mask.js';
