import { expect, test } from 'vitest';
import {
  isWaiting,
  type MessageEvent,
  type MessageState,
  messageStates,
  nextState,
} from './message.ts';

test.each<[MessageState, MessageEvent, MessageState | 'refused']>([
  ['queued', 'attempted', 'sending'],
  ['sending', 'attempted', 'refused'],
  ['unknown', 'attempted', 'refused'],
  ['unknown', 'queued', 'refused'],
  ['unknown', 'settled_not_sent', 'queued'],
  ['queued', 'settled_not_sent', 'refused'],
  ['sent', 'settled_not_sent', 'refused'],
  ['sending', 'put_back', 'queued'],
  ['sent', 'put_back', 'refused'],
  ['sending', 'cancelled', 'refused'],
  ['held', 'cancelled', 'cancelled'],
  ['sending', 'withdrawn', 'cancelled'],
  ['sent', 'withdrawn', 'refused'],
  ['sent', 'bounced', 'bounced'],
  ['draft', 'approved', 'refused'],
])('%s, %s: %s', (from, event, to) => {
  const moved = nextState(from, event);
  expect(moved.ok ? moved.value : 'refused').toBe(to);
});

test('what no provider was called for may still be stopped', () => {
  expect(messageStates.filter(isWaiting)).toEqual([
    'draft',
    'checked',
    'approved',
    'queued',
    'held',
  ]);
});
