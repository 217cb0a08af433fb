import { expect, test } from 'vitest';
import { headersOf } from './headers.ts';

test('what a job wrote says so, and what asks says how to stop it', () => {
  expect(headersOf('collect', true, 'ar@main.example')).toEqual({
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': '<mailto:ar@main.example?subject=unsubscribe>',
  });
  expect(headersOf('answer', false, 'ar@main.example')).toEqual({});
});
