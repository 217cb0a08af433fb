/** A voicemail that says who, whom to call back and nothing else. */
import { expect, test } from 'vitest';
import { excessOf } from './limited-content.ts';

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
  'Hello, this is Robin Smith calling from ABC, Inc. It is Monday, November 16 at 3:15 pm. ' +
    'Please call me back or any of our representatives at 1-800-555-1212. ' +
    'Good times are between 9 am and 5 pm.',
  'Hi, this is Robin Smith calling from ABC Inc. You can reach me or one of our representatives ' +
    'at 1-800-555-1212 today until 6:00 p.m. eastern or any weekday from 8 a.m. to 6 p.m.',
  'Buenos días, le habla Ana Ruiz de Papeles Sur. Por favor, llámeme al 512-555-0142. Gracias.',
  'Buenos días, le habla Ana Ruiz de Vale.\nLe agradeceré que me llame al (512) 555-1212. Gracias.',
  'Hola, soy José Peña de ABC, Inc. Comuníquese conmigo o con Juan Díaz al 1-800-555-1212.',
  'Buenas tardes. Mi nombre es Ana Ruiz, le llamo de Vale. Devuélvame la llamada al 800-555-1212.',
  'Hola, para Luis Gómez. Es viernes 27 de noviembre. Le llama Ana Ruiz de Vale. ' +
    'Llámenos cuando guste al 800-555-1212. Muchas gracias.',
])('"%s" is limited content', (text) => {
  expect(excessOf({ ...plain, text })).toBeUndefined();
});

test.each([
  [
    'This is Robin Smith from ABC, Inc. about your debt. Please call me at 1-800-555-1212.',
    'extra_content',
  ],
  [
    'This is Robin Smith from ABC, Inc. Please call me at 1-800-555-1212 about your balance.',
    'extra_content',
  ],
  ['This is Robin Smith calling from ABC, Inc. Please contact me.', 'missing_field'],
  ['Please contact me at 1-800-555-1212.', 'missing_field'],
  [
    'This is Robin Smith from ABC, Inc. It is urgent. Please call me at 1-800-555-1212.',
    'extra_content',
  ],
  [
    'Le habla Ana Ruiz de ABC, Inc. Por favor, llámeme al 800-555-1212 por su deuda.',
    'extra_content',
  ],
  [
    'This is Robin Smith from ABC about your debt. Please call me at 1-800-555-1212.',
    'extra_content',
  ],
  [
    'This is Robin Smith from ABC. Please call me or pay your debt at 1-800-555-1212.',
    'extra_content',
  ],
  ['Le habla Ana Ruiz de ABC por su factura vencida. Llámeme al 800-555-1212.', 'extra_content'],
  [
    'Le habla Ana Ruiz de ABC, Inc. por su factura vencida. Llámeme al 800-555-1212.',
    'extra_content',
  ],
  [
    'Le habla Ana Ruiz de ABC, Inc. Es urgente. Por favor, llámeme al 800-555-1212.',
    'extra_content',
  ],
  ['Le habla Ana Ruiz de ABC, Inc. Por favor, llámeme.', 'missing_field'],
  ['Por favor, llámeme al 800-555-1212.', 'missing_field'],
  ['Le habla Ana Ruiz de ABC, Inc. El número es 800-555-1212.', 'missing_field'],
  ['Le habla Ana Ruiz de ABC, Inc. Please call me at 800-555-1212.', 'missing_field'],
])('"%s": %s', (text, excess) => {
  expect(excessOf({ ...plain, text })).toBe(excess);
});

test('only a voicemail, for the consumer, by a name that tells nothing', () => {
  const text =
    'This is Robin Smith from ABC, Inc. Please contact me or Jim Johnson at 1-800-555-1212.';
  expect(excessOf({ ...plain, text, channel: 'sms' })).toBe('not_voicemail');
  expect(excessOf({ ...plain, text, forConsumer: false })).toBe('not_for_consumer');
  const telling = { ...plain, text, businessNameIndicatesDebtCollection: true };
  expect(excessOf(telling)).toBe('business_name');
});
