import { describe, expect, test } from 'vitest';
import { saysForged } from './sender-proof.ts';

const results = (...values: string[]) =>
  saysForged(values.map((value) => ({ key: 'Authentication-Results', value })));

describe('a sender who is forged', () => {
  test.each([
    'mx.acme.example; dmarc=fail (p=REJECT sp=REJECT dis=NONE) header.from=buyer.example',
    'mx.acme.example 1; spf=pass smtp.mailfrom=evil.example; dkim=none; DMARC=Fail action=none',
    'spf=fail (sender IP is 192.0.2.9) smtp.mailfrom=buyer.example; dkim=none; dmarc=none;' +
      ' compauth=fail reason=001',
    'mx.acme.example; spf=fail smtp.mailfrom=buyer.example; dkim=fail; dmarc=none',
    'mx.acme.example; spf=hardfail smtp.mailfrom=buyer.example',
    'mx.acme.example; spf=pass reason="a; dmarc=pass"; dmarc=fail',
    'mx.acme.example (a (nested; dmarc=pass) note); dmarc = fail',
  ])('%s', (value) => {
    expect(results(value)).toBe(true);
  });
});

describe('a sender who may be who he says', () => {
  test.each([
    'mx.google.example; dkim=pass header.i=@buyer.example; spf=pass; dmarc=pass (p=REJECT)',
    // Forwarded: the servers are others, the signature is theirs.
    'mx.acme.example; spf=fail smtp.mailfrom=buyer.example; dkim=pass header.d=buyer.example',
    'mx.acme.example; spf=fail; dkim=fail; dkim=pass header.d=buyer.example; dmarc=none',
    'mx.acme.example; spf=softfail smtp.mailfrom=buyer.example; dkim=none; dmarc=none',
    'spf=fail (sender IP is 192.0.2.9); dkim=none; dmarc=bestguesspass; compauth=pass reason=109',
    'mx.acme.example; dmarc=temperror; spf=temperror',
    'mx.acme.example; none',
    'mx.acme.example; dkim=pass header.b="dmarc=fail"',
    '',
  ])('%s', (value) => {
    expect(results(value)).toBe(false);
  });
});

test('only the server on top is believed, in several lines of its own', () => {
  const pass = 'mx.acme.example; dmarc=pass';
  const fail = 'mx.acme.example; dmarc=fail';
  expect(results(pass, 'mx.elsewhere.example; dmarc=fail')).toBe(false);
  expect(results(fail, 'mx.elsewhere.example; dmarc=pass')).toBe(true);
  expect(results('mx.acme.example; spf=pass', fail)).toBe(true);
  // Its last word on a method stands on top.
  expect(results(pass, fail)).toBe(false);
  expect(results()).toBe(false);
});

test('two senders are one too many', () => {
  const from = (value: string) => ({ key: 'From', value });
  expect(saysForged([from('kim@buyer.example')])).toBe(false);
  expect(saysForged([from('kim@buyer.example'), from('ann@evil.example')])).toBe(true);
});

test('a line of any length and depth comes to an end', () => {
  expect(results(`${'('.repeat(100_000)}dmarc=fail`)).toBe(false);
  expect(results('\\')).toBe(false);
});
