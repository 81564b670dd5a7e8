import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatCell, formatCount, formatError, formatPercent, formatRun, formatValue, shortenName} from '../src/model/format';

test('values keep three to four digits', () => {
  assert.equal(formatValue(0.51234), '0.5123');
  assert.equal(formatValue(-0.5), '\u22120.500');
  assert.equal(formatValue(0), '0');
});

test('a cell keeps counts whole and small values small', () => {
  assert.deepEqual([12345, 0.00001234, 0.51234, 0, NaN, null, 'a'].map(formatCell), ['12,345', '1.23e\u22125', '0.5123', '0', '\u2013', '\u2013', 'a']);
});

test('tiny values are powers of ten', () => {
  assert.equal(formatValue(1.902e-16), '1.90e\u221216');
  assert.equal(formatError(0.00001234), ' \u00b1 1.2e\u22125');
});

test('what was not measured says so', () => {
  assert.equal(formatValue(NaN), 'not measured');
  assert.equal(formatPercent(NaN), 'not measured');
  assert.equal(formatError(NaN), '');
});

test('a long name loses its middle', () => {
  assert.equal(shortenName('block5_conv3', 12), 'block5_conv3');
  assert.equal(shortenName('encoder/block_11/attention/output', 12), 'encod\u2026output');
  assert.equal(shortenName('abcd', -1), 'a\u2026d');
});

test('counts agree with their noun', () => {
  assert.equal(formatCount(1, 'probe step'), '1 probe step');
  assert.equal(formatCount(1024, 'feature'), '1,024 features');
});

test('runs lose the folder that all of them have', () => {
  assert.equal(formatRun('a/phases'), 'a');
  assert.equal(formatRun('phases'), 'phases');
});
