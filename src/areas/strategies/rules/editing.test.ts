import { expect, test } from 'vitest';
import { demoStrategy, smallStrategy } from '#test/support/strategy-files.ts';
import { formOf, withField, withStep } from './editing.ts';

test('the form shows what the text says, and what is left out by its default', () => {
  expect(formOf(smallStrategy)).toEqual({
    key: 'small',
    nameEn: 'Small',
    nameEs: 'Pequeña',
    order: '10',
    betweenNotices: '7',
    level: 'account',
    netCredits: true,
    minimum: [{ currency: 'USD', amount: '50.00' }],
    steps: [
      { key: 'l1', days: '5', do: 'email', template: 'reminder', to: 'billing', approval: 'never' },
      { key: 'l2', days: '20', do: 'call', template: '', to: 'billing', approval: 'never' },
    ],
  });
  const [, , , , fifth] = formOf(demoStrategy('b2b-standard'))?.steps ?? [];
  expect(fifth).toMatchObject({ key: 'second-letter', approval: 'above' });
});

test('a change of the form changes that line and keeps every comment', () => {
  const before = demoStrategy('b2b-standard');
  const after = withField(before, ['steps', 4, 'days'], '35');
  const lines = (text: string): string[] => text.split('\n');
  const moved = lines(after).filter((line, index) => line !== lines(before)[index]);
  expect(moved).toEqual(['    days: 35']);
});

test('a step is added behind the last; a text that does not read stays', () => {
  const added = formOf(withStep(smallStrategy, 'step-3'));
  expect(added?.steps.at(-1)).toMatchObject({ key: 'step-3', days: '30', do: 'call' });
  expect(withStep('steps: [', 'x')).toBe('steps: [');
  expect(formOf('steps: [')).toBeUndefined();
});
