import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { gateway } from '../support/gateway.js';
import { hotline, units } from '../support/units.js';

const { url } = await gateway([units, hotline]);
const audits = serverAudits({ url: url.href, fetchFn: fetch });

test('The audits of GraphQL over HTTP are all here', () => assert.equal(audits.length, 61));

for (const audit of audits) {
  test(`GraphQL over HTTP ${audit.id}: ${audit.name}`, async () => {
    const result = await audit.fn();
    assert.equal(result.status, 'ok', 'reason' in result ? result.reason : '');
  });
}
