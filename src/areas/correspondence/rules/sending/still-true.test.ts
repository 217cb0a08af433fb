import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { money } from '#kernel/money.ts';
import type { MessagePurpose } from '../messages/message.ts';
import { noLongerTrue } from './still-true.ts';

const written = instant('2026-07-20T12:00:00Z');

test.each<[MessagePurpose, [string, string][], string, string | undefined]>([
  ['collect', [['500', '500']], '2026-07-20T12:01:00Z', undefined],
  ['collect', [['500', '0']], '2026-07-20T12:01:00Z', 'paid_since'],
  ['collect', [['500', '499']], '2026-07-20T12:01:00Z', 'partly_paid_since'],
  [
    'collect',
    [
      ['500', '500'],
      ['100', '0'],
    ],
    '2026-07-20T12:01:00Z',
    'partly_paid_since',
  ],
  ['notice', [['500', '0']], '2026-07-20T12:01:00Z', 'paid_since'],
  ['answer', [['500', '0']], '2026-09-20T12:01:00Z', undefined],
  ['collect', [], '2026-07-27T12:00:00Z', undefined],
  ['collect', [], '2026-07-27T12:00:01Z', 'stale'],
])('%s about %j at %s: %s', (purpose, amounts, at, why) => {
  const items = amounts.map(([before, now]) => ({
    before: money(BigInt(before), 'USD'),
    now: money(BigInt(now), 'USD'),
  }));
  expect(noLongerTrue(purpose, items, written, instant(at))).toBe(why);
});
