import { expect, test } from 'vitest';
import type { Reason } from './decide-contact.ts';
import { mayOverride } from './overriding.ts';

const reason = (pack: string | null): Reason => ({
  id: 'X',
  version: 1,
  stage: 'policy',
  pack,
  citation: 'policy',
});

test.each([
  [[], false],
  [['POLICY-B2B'], true],
  [['POLICY-B2B', 'POLICY-CONSUMER'], true],
  [['POLICY-B2B', 'US-MA-940CMR7'], false],
  [['POLICY-FACTS'], false],
  [['US.STAY'], false],
  [[null], false],
])('what %j blocks may be set aside: %s', (packs, may) => {
  expect(mayOverride(packs.map(reason))).toBe(may);
});
