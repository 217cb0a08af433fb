import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { owed } from '#test/support/account-facts.ts';
import { ladder } from '#test/support/strategies.ts';
import { decideAccount } from './decide-account.ts';
import { daysLateOn, decisionText, readDecision } from './decision.ts';

test('a decision for nothing says why and nothing else', () => {
  const why = [
    { code: 'waiting', facts: { step: 'l2', on: '2026-05-08' } },
    { code: 'nothing_due', facts: {} },
  ] as const;
  expect(decisionText({ kind: 'none', why })).toBe(
    '{"none":[["waiting",{"step":"l2","on":"2026-05-08"}],["nothing_due"]]}',
  );
});

test('a decision is read as it was written', () => {
  expect(readDecision('{"none":[["nothing_due"]]}')).toEqual({
    kind: 'none',
    why: [['nothing_due']],
  });
  expect(readDecision('{"step":"l1","asks":[]}')).toMatchObject({
    kind: 'step',
    step: { step: 'l1', asks: [] },
  });
});

test('a decision that stands says the same on every day, and how late it is by the day', () => {
  const facts = owed([{ due: '2026-04-01', open: '600' }]);
  const first = decideAccount(ladder, facts, day('2026-04-06'));
  const later = decideAccount(ladder, facts, day('2026-04-09'));
  expect(decisionText(first)).toBe(decisionText(later));
  expect(daysLateOn({ dueOn: day('2026-04-01') }, day('2026-04-09'))).toBe(8);
  expect(daysLateOn({ dueOn: null }, day('2026-04-09'))).toBe(0);
});

test('what was left out of the text is there again when it is read', () => {
  const text = '{"step":"l1","asks":[{"currency":"USD","net":"6.00"}],"items":[["a","600"]]}';
  expect(readDecision(text)).toMatchObject({
    step: {
      template: null,
      also: [],
      why: [],
      asks: [{ net: '6.00', interest: '0.00', fees: '0.00' }],
      items: [['a', 'l1', '600']],
    },
  });
  const own = '{"step":"l2","asks":[],"items":[["a","l1","600"]]}';
  expect(readDecision(own)).toMatchObject({ step: { items: [['a', 'l1', '600']] } });
});
