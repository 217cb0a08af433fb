import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { messageIdOf, ourIdIn } from './message-id.ts';

test('an answer finds its message by the Message-ID', () => {
  const messageId = id('01a00000-0000-7000-8000-000000000002');
  const text = messageIdOf(messageId, 'ar@main.example');
  expect(text).toBe('01a00000-0000-7000-8000-000000000002@main.example');
  expect(ourIdIn(`<${text}>`)).toBe(messageId);
  expect(ourIdIn('<abc@main.example>')).toBeUndefined();
});
