import { describe, expect, it } from '@jest/globals';
import { hashOf, routeOf } from './route.js';

describe('the route', () => {
  it.each(['', '#', '#/', '#/elsewhere', '#/conversations/', '#/conversations/%E0%A4%A'])('%p leads home', (hash) => {
    expect(routeOf(hash)).toEqual({ view: 'home' });
  });

  it('keeps any id through the address', () => {
    for (const id of ['c1', 'a/b?c#d', '会话 1', '%']) expect(routeOf(hashOf({ view: 'conversation', id }))).toEqual({ view: 'conversation', id });
  });
});
