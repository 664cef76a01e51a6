import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kind } from 'graphql';
import { ExactNumber, parseExact, writeExact } from '../../src/region/api/exact-json.js';
import { runsOf } from '../../src/region/api/rows.js';
import { DateScalar, DateTime, Decimal, decimalOf } from '../../src/region/common/scalars.js';
import { wordList, words } from '../../src/region/common/words.js';

test('A number keeps all its digits on the way in, however many', () => {
  const read = parseExact(
    '{"a":123456789012345678901,"b":0.97,"c":"12345678901234567890","d":[-0.1234567890123456789],"e":"say \\"12345678901234567890\\""}',
  );

  assert.deepEqual(read, {
    a: '123456789012345678901',
    b: 0.97,
    c: '12345678901234567890',
    d: ['-0.1234567890123456789'],
    e: 'say "12345678901234567890"',
  });
});

test('A number keeps all its digits on the way out, and no text becomes one', () => {
  assert.equal(
    writeExact({ amount: new ExactNumber('123456789012345678901.50'), note: '{"a":1}', none: null }),
    '{"amount":123456789012345678901.50,"note":"{\\"a\\":1}","none":null}',
  );
});

test('A Decimal is text without an exponent and refuses what is none', () => {
  assert.equal(decimalOf(0.0000001), '0.0000001');
  assert.equal(decimalOf(180_000_000_000_000), '180000000000000');
  assert.equal(decimalOf(null), null);
  assert.equal(Decimal.parseValue('1500000000'), '1500000000');
  assert.equal(Decimal.parseValue(0.97), '0.97');
  assert.equal(Decimal.parseLiteral({ kind: Kind.INT, value: '12345678901234567890' }), '12345678901234567890');
  for (const wrong of ['1e9', '1,5', '', 'NaN', true, Number.NaN, null]) assert.throws(() => Decimal.parseValue(wrong), /Decimal expects/);
});

test('A Date is a day there is; a DateTime is a moment with its offset', () => {
  assert.equal(DateScalar.parseValue('2025-07-01'), '2025-07-01');
  for (const wrong of ['2025-13-01', '2025-7-1', '2025-07-01T00:00:00Z', 20250701]) assert.throws(() => DateScalar.parseValue(wrong));
  assert.equal(DateTime.parseValue('2026-11-22T08:30:00+07:00'), '2026-11-22T08:30:00+07:00');
  for (const wrong of ['2026-11-22', '2026-11-22T08:30:00', '2026-11-22T25:00:00Z']) assert.throws(() => DateTime.parseValue(wrong));
});

test('Words of the API and values of enums lead back to each other', () => {
  for (const word of ['notComputable', 'onePercent', 'met', 'eachProvince', 'reusedFrom'])
    assert.equal(words.toApi(words.toGraph(word)), word);
  assert.equal(words.toGraph('notComputable'), 'NOT_COMPUTABLE');
  assert.equal(wordList({ '45/2026': 'DECREE_45_2026' }).toApi('DECREE_45_2026'), '45/2026');
});

test('Keys are cut into runs that fit a request line, without losing or repeating one', () => {
  const keys = Array.from({ length: 1_200 }, (_, i) => `79@2025-07-01/DA-2026-${i}`);
  const runs = runsOf(keys);

  assert.deepEqual(runs.flat(), keys);
  assert.ok(runs.every((run) => run.length <= 500 && run.join(',').length <= 6_000));
});
