import fc from 'fast-check';

/** An answer no host should give, and every host gives some day. */
export interface StrangeAnswer {
  status: number;
  make: () => Response;
}

const body = fc.oneof(
  fc.constantFrom('', 'null', '[]', '{}', '{"id":', '<html><body>Bad gateway</body></html>', '{"error":"text"}', '{"error":{"code":7}}', '{"data":null}', '{"errors":[{}]}', '{"errors":"text"}', '{"data":{},"extensions":{"cost":"x"}}', '\u0000'),
  fc.json({ maxDepth: 4 }),
  fc.string({ maxLength: 200 }),
);
const status = fc.oneof(fc.constantFrom(200, 201, 202, 301, 302, 400, 401, 403, 404, 408, 409, 413, 418, 422, 425, 429, 500, 502, 503, 504), fc.integer({ min: 200, max: 599 }).filter((n) => ![204, 205, 304].includes(n)));
const retryAfter = fc.constantFrom(null, '1', '0', '-5', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT', '99999999999999999999');

/** Any status with any body and any wish to wait. */
export const anyAnswer: fc.Arbitrary<StrangeAnswer> = fc.record({ status, body, retryAfter }).map(({ status: s, body: b, retryAfter: r }) => ({
  status: s,
  make: () => new Response(b, { status: s, headers: { 'content-type': 'application/json', ...(r === null ? {} : { 'retry-after': r }) } }),
}));
