import { Agent, get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { listen } from './listen.js';

describe('a listening server', () => {
  it('keeps idle connections longer than a load balancer does, and yet ends at once', async () => {
    let answer = () => {};
    const server = await listen((_, res) => void (answer = () => res.end('ok')), 0, '127.0.0.1', 'HOST and PORT');
    const agent = new Agent({ keepAlive: true });
    const asked = new Promise<IncomingMessage>((resolve, reject) => get({ port: server.port, host: '127.0.0.1', agent }, resolve).on('error', reject));
    while (Object.keys(agent.sockets).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const begun = Date.now();
    // Asked before the end, answered within it: the connection becomes idle only then.
    const closed = server.close(20_000);
    answer();
    const res = await asked;
    res.resume();
    expect(res.headers['keep-alive']).toBe('timeout=75');
    await closed;
    expect(Date.now() - begun).toBeLessThan(10_000);
    agent.destroy();
  });

  it.each([
    ['a port in use', '127.0.0.1', /is in use by another process/],
    ['an address of another machine', '192.0.2.1', /is no address of this machine/],
  ])('refuses %s in words an operator understands', async (_, host, words) => {
    const first = await listen((_req, res) => void res.end(), 0, '127.0.0.1', 'HOST and PORT');
    await expect(listen(() => {}, first.port, host, 'HOST and PORT')).rejects.toThrow(words);
    await first.close(1_000);
  });
});
