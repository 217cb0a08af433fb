import { expect, test } from 'vitest';
import { decisionText, readDecision } from './decision.ts';

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
