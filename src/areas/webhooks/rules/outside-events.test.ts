import { expect, test } from 'vitest';
import { isOutsideEvent, outsideEvents } from './outside-events.ts';

test('only news of the list is told outside', () => {
  expect(outsideEvents.every(isOutsideEvent)).toBe(true);
  expect(isOutsideEvent('team.password_changed')).toBe(false);
});
