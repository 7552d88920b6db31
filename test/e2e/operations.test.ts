import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, startTestService, type TestService } from '../harness/service.js';

let service: TestService;
let ops: string;
beforeAll(async () => {
  service = await startTestService({ env: { OPS_PORT: '0' } });
  ops = `http://127.0.0.1:${service.opsPort ?? 0}`;
});
afterAll(() => service.stop());

describe('the operations listener', () => {
  it('tells of health, readiness and metrics', async () => {
    expect(await (await fetch(`${ops}/health`)).json()).toMatchObject({ status: 'ok', role: 'all', counts: {} });
    expect(await (await fetch(`${ops}/ready`)).json()).toEqual({ ready: true, degraded: [] });
    const metrics = await fetch(`${ops}/metrics`);
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await metrics.text();
    expect(text).toMatch(/^parley_mailbox_waiting\{role="all",release="dev"\} 0$/m);
    expect(text).toMatch(/^parley_backlog_measured\{.*\} 1$/m);
    expect(text).toMatch(/^process_cpu_seconds_total/m);
  });

  it('counts what went through the public address, by route and not by path', async () => {
    const refused = await fetch(`${service.url}/webchat/messages`, { method: 'POST', body: '{}' });
    expect(refused.status).toBe(401);
    const text = await (await fetch(`${ops}/metrics`)).text();
    expect(text).toMatch(/^parley_http_requests_total\{method="POST",route="\/webchat\/messages",status="401",.*\} 1$/m);
    expect(text).toMatch(/^parley_counted_total\{what="refused\/webchat\.[a-z-]+",.*\} 1$/m);
  });

  it('has nothing of the public address', async () => {
    for (const path of ['/webchat/messages', '/api/admin/overview', '/api/operator/redrive', '/openapi.json', '/parley.js']) expect((await fetch(`${ops}${path}`)).status).toBe(404);
  });
});

describe('the public address', () => {
  it('keeps metrics behind the operator’s token', async () => {
    expect((await fetch(`${service.url}/metrics`)).status).toBe(404);
    expect((await fetch(`${service.url}/api/operator/metrics`)).status).toBe(401);
    const text = await (await fetch(`${service.url}/api/operator/metrics`, { headers: { Authorization: `Bearer ${OPERATOR}` } })).text();
    expect(text).toContain('parley_mailbox_lag_seconds');
  });
});

describe('what came in and what was refused', () => {
  it('is counted for the operator alone', async () => {
    expect((await fetch(`${service.url}/webchat/messages`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await fetch(`${service.url}/api/operator/counts`)).status).toBe(401);
    const told = await fetch(`${service.url}/api/operator/counts`, { headers: { Authorization: `Bearer ${OPERATOR}` } });
    expect(await told.json()).toEqual({ counts: expect.objectContaining({ 'refused/webchat.no-token': expect.any(Number) }) });
    expect(await (await fetch(`${ops}/health`)).json()).toMatchObject({ counts: { 'refused/webchat.no-token': expect.any(Number) } });
  });
});

describe('a store that does not answer', () => {
  it('makes the process unready, and the metrics still come', async () => {
    const other = await startTestService({ env: { OPS_PORT: '0' } });
    const at = `http://127.0.0.1:${other.opsPort ?? 0}`;
    try {
      await other.composition.store.close();
      const ready = await fetch(`${at}/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.json()).toEqual({ ready: false, why: 'the store does not answer' });
      expect((await fetch(`${at}/health`)).status).toBe(200);
      expect(await (await fetch(`${at}/metrics`)).text()).toMatch(/^parley_backlog_measured\{.*\} 0$/m);
    } finally {
      await other.stop();
    }
  });
});
