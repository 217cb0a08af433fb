import { expect, test } from 'vitest';
import { composeId } from '#kernel/ids.ts';
import { lapsedRequest } from './lapsed.ts';

test('names the request of a passed clock that watched one', () => {
  const requestId = composeId(1, 0, 0, 1);
  const key = `approval/${requestId}/expiry`;
  expect(lapsedRequest({ kind: 'approval_expiry', key })).toBe(requestId);
  expect(lapsedRequest({ kind: 'dispute_answer', key })).toBeUndefined();
  expect(lapsedRequest({ kind: 'approval_expiry' })).toBeUndefined();
});
