/** A voicemail that says who, whom to call back and nothing else. */
import { expect, test } from 'vitest';
import { isLimitedContent } from './limited-content.ts';

const plain = {
  channel: 'voicemail',
  forConsumer: true,
  businessNameIndicatesDebtCollection: false,
};

test.each([
  'This is Robin Smith from ABC, Inc. Please contact me or Jim Johnson at 1-800-555-1212.',
  'Hello, this is Robin Smith from ABC, Inc. Please call me back at 800-555-1212.',
  'Hello, this is Ann Lee from Main Supplies. Please call me back at 212-555-0100. Thank you.',
  'Good morning. This is Ana Ruiz with Vale. Please return my call at (512) 555-1212. Thanks.',
  'Hello, this is Robin Smith from Alder Paper. Please call me at 512-555-0142. Thank you.',
])('"%s" is limited content', (text) => {
  expect(isLimitedContent({ ...plain, text })).toBe(true);
});

test.each([
  'This is Robin Smith from ABC, Inc. about your debt. Please call me at 1-800-555-1212.',
  'This is Robin Smith from ABC, Inc. Please call me at 1-800-555-1212 about your balance.',
  'This is Robin Smith calling from ABC, Inc. Please contact me.',
  'Please contact me at 1-800-555-1212.',
  'This is Robin Smith from ABC, Inc. It is urgent. Please call me at 1-800-555-1212.',
])('"%s" says too much or too little', (text) => {
  expect(isLimitedContent({ ...plain, text })).toBe(false);
});

test('only a voicemail, for the consumer, by a name that tells nothing', () => {
  const text =
    'This is Robin Smith from ABC, Inc. Please contact me or Jim Johnson at 1-800-555-1212.';
  expect(isLimitedContent({ ...plain, text, channel: 'sms' })).toBe(false);
  expect(isLimitedContent({ ...plain, text, forConsumer: false })).toBe(false);
  const telling = { ...plain, text, businessNameIndicatesDebtCollection: true };
  expect(isLimitedContent(telling)).toBe(false);
});
