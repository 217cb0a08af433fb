import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { published } from '#test/support/policies.ts';
import { smallStrategy } from '#test/support/strategy-files.ts';
import { othersOf, readStrategy } from '../rules/read-strategy.ts';
import { anythingKnown } from '../rules/reading/document.ts';
import { knownHere } from './known.ts';
import { proposeStrategy, testedOf } from './propose-strategy.ts';
import { strategiesInForce } from './strategies-in-force.ts';
import { weighStrategy } from './weigh-strategy.ts';

const large = `key: large
name: { en: Large, es: Grande }
extends: small
segment: { order: 5, where: [{ field: segment, is: large }] }
steps: [{ key: l2, days: 25 }]
examples:
  - name: large ones are given more time
    given:
      items: [{ due: 2026-04-01, amount: "600.00", currency: USD }]
      done: [{ step: l1, on: 2026-04-06 }]
    on: 2026-04-26
    expect: { step: l2 }
`;

function own(text: string): unknown {
  const read = readStrategy(text, othersOf([]), anythingKnown);
  return read.ok ? read.own : null;
}

describe('proposing a strategy', () => {
  test('a file with a problem is refused with its first line, and no version is made', async () => {
    await using desk = await deskOn('2026-07-20');
    const wrong = smallStrategy.replace('days: 5', 'days: x').replace('order: 10', 'order: y');
    const refused = await desk.act((context) => proposeStrategy(context, wrong));
    expect(answerOf(refused)).toBe(
      'strategies.does_not_read 2 4 10 segment.order strategy.not_a_whole_number',
    );
  });

  test('a parent is proposed with the examples of those that inherit from it', async () => {
    await using desk = await deskOn('2026-07-01');
    const judged = own(smallStrategy);
    await published(desk, 'small', smallStrategy, { judged, from: '2026-07-01' });
    const { others } = await strategiesInForce(desk.db, day('2026-07-01'));
    const read = readStrategy(large, others, anythingKnown);
    const child = { judged: read.ok ? read.own : null, follows: 'small', from: '2026-07-01' };
    await published(desk, 'large', large, child);

    const gone = smallStrategy.replace('key: l1', 'key: first').replace('step: l1', 'step: first');
    const weighed = await weighStrategy(desk.db, gone, day('2026-07-01'));
    if (!weighed.ok) throw new Error('the parent itself is in order');
    expect(weighed.heirs).toMatchObject([
      { key: 'large', problems: [{ code: 'strategy.no_such_step' }] },
    ]);
    expect(testedOf(weighed)).toMatchObject({ passed: 1, failed: 1 });
    const made = await desk.done((context) => proposeStrategy(context, gone));
    expect(made).toEqual({ key: 'small', version: 2, passed: 1, failed: 1 });
  });

  test('it names only what the desk has, and an order that is free', async () => {
    await using desk = await deskOn('2026-07-01');
    const judged = own(smallStrategy);
    await published(desk, 'small', smallStrategy, { judged, from: '2026-07-01' });
    const known = await knownHere(desk.db, await strategiesInForce(desk.db, day('2026-07-01')));
    expect(known).toMatchObject({
      companies: new Set(['MAIN']),
      strategies: new Set(['small']),
      orders: new Map([[10, 'small']]),
    });
    const other = smallStrategy.replace('key: small', 'key: other');
    const refused = await desk.act((context) => proposeStrategy(context, other));
    expect(answerOf(refused)).toContain('strategy.order_taken');
  });
});
