import { describe, expect, test } from 'vitest';
import { standardMatchingPolicy } from '../matching/policy.ts';
import { matchingPolicy, mayDecide, mayPropose, standardDocument } from './policy-document.ts';

test('the standard document is the policy that is shipped', () => {
  expect(matchingPolicy(standardDocument, 0)).toEqual(standardMatchingPolicy);
  expect(matchingPolicy(standardDocument, 3).version).toBe('3');
});

describe('a matching policy', () => {
  test.each`
    postFrom | showFrom | answer
    ${0.985} | ${0.3}   | ${'accepted'}
    ${0.9}   | ${0.9}   | ${'accepted'}
    ${0.89}  | ${0.3}   | ${'cash.policy_unsafe'}
    ${0.95}  | ${0.96}  | ${'cash.policy_unsafe'}
  `('posting from $postFrom, showing from $showFrom is $answer', (row) => {
    const { postFrom, showFrom, answer } = row;
    const outcome = mayPropose({ ...standardDocument, postFrom, showFrom });
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });

  test('is approved by another person, and once', () => {
    expect(mayDecide({ author: 'a', decided: false }, 'b').ok).toBe(true);
    expect(mayDecide({ author: 'a', decided: false }, 'a')).toMatchObject({
      refusal: 'cash.self_approval',
    });
    expect(mayDecide({ author: 'a', decided: true }, 'b')).toMatchObject({
      refusal: 'cash.policy_not_waiting',
    });
  });
});
