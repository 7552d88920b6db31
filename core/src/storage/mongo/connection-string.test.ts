import { describe, expect, it } from '@jest/globals';
import { hostsOf, namesDatabase, optionsNamed, withoutSecrets } from './connection-string.js';

describe('a connection string', () => {
  it.each<[string, boolean]>([
    ['mongodb://host', false],
    ['mongodb://host/', false],
    ['mongodb://host/?w=1', false],
    ['mongodb://user:p%2Fw@host1:1,host2:2/shop', true],
    ['mongodb+srv://user:pw@host/shop?w=majority', true],
  ])('%s names a database: %s', (uri, names) => expect(namesDatabase(uri)).toBe(names));

  it('tells the options it sets and its hosts', () => {
    expect([...optionsNamed('mongodb://host/db?maxPoolSize=5&RetryWrites=false')]).toEqual(['maxpoolsize', 'retrywrites']);
    expect([...optionsNamed('mongodb://host/db')]).toEqual([]);
    expect(hostsOf('mongodb://user:p%40w@host1:1,host2:2/shop')).toBe('host1:1,host2:2');
    expect(hostsOf('mongodb+srv://cluster.example.com')).toBe('cluster.example.com');
  });

  it.each<[string, string]>([
    ['mongodb://user:p%40ss%2Fword@host/db', 'bad: p%40ss%2Fword or p@ss/word or user:p%40ss%2Fword'],
    ['mongodb://user:p@ss/word@host/db', 'near p@ss/word and word@host'],
    ['mongodb://host/db?authMechanismProperties=AWS_SESSION_TOKEN:p%40ssword', 'token AWS_SESSION_TOKEN:p@ssword'],
    ['mongodb://host/db?tlsCertificateKeyFilePassword=p%40ssword', 'key p@ssword or p%40ssword'],
    ['mongodb://user:p@ss', 'Invalid URL mongodb://user:p@ss'],
  ])('%s leaves no secret in a message', (uri, message) => {
    const clean = withoutSecrets(uri, message);
    expect(clean).toContain('***');
    expect(clean).not.toMatch(/p@ss|p%40ss|word/);
  });
});
