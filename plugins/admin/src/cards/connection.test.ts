import { describe, expect, it } from '@jest/globals';
import type { Connection } from '../api/overview.js';
import { findingOf } from './connection.js';

const connection = (change: Partial<Connection>): Connection => ({ state: 'active', problem: null, grantedScopes: [], missingScopes: [], checkedAt: 0, ...change });

describe('the finding on a connection', () => {
  it.each<[Partial<Connection>, string]>([
    [{}, 'healthy'],
    [{ problem: 'The shop cannot be reached at this moment.' }, 'problem'],
    [{ state: 'needs-reauth', problem: 'x' }, 'reauth'],
    [{ state: 'needs-reauth', problem: 'missing-scopes', missingScopes: ['read_orders'] }, 'missing'],
    [{ state: 'uninstalled', missingScopes: ['read_orders'] }, 'uninstalled'],
  ])('%p is %s', (change, finding) => {
    expect(findingOf(connection(change))).toBe(finding);
  });
});
