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
  'Buenos días, le habla Ana Ruiz de Papeles Sur. Por favor, llámeme al 512-555-0142. Gracias.',
  'Buenos días, le habla Ana Ruiz de Vale.\nLe agradeceré que me llame al (512) 555-1212. Gracias.',
  'Hola, soy José Peña de ABC, Inc. Comuníquese conmigo o con Juan Díaz al 1-800-555-1212.',
  'Buenas tardes. Mi nombre es Ana Ruiz, le llamo de Vale. Devuélvame la llamada al 800-555-1212.',
  'Hola, para Luis Gómez. Es viernes 27 de noviembre. Le llama Ana Ruiz de Vale. ' +
    'Llámenos cuando guste al 800-555-1212. Muchas gracias.',
])('"%s" is limited content', (text) => {
  expect(isLimitedContent({ ...plain, text })).toBe(true);
});

test.each([
  'This is Robin Smith from ABC, Inc. about your debt. Please call me at 1-800-555-1212.',
  'This is Robin Smith from ABC, Inc. Please call me at 1-800-555-1212 about your balance.',
  'This is Robin Smith calling from ABC, Inc. Please contact me.',
  'Please contact me at 1-800-555-1212.',
  'This is Robin Smith from ABC, Inc. It is urgent. Please call me at 1-800-555-1212.',
  'Le habla Ana Ruiz de ABC, Inc. Por favor, llámeme al 800-555-1212 por su deuda.',
  'This is Robin Smith from ABC about your debt. Please call me at 1-800-555-1212.',
  'This is Robin Smith from ABC. Please call me or pay your debt at 1-800-555-1212.',
  'Le habla Ana Ruiz de ABC por su factura vencida. Llámeme al 800-555-1212.',
  'Le habla Ana Ruiz de ABC, Inc. por su factura vencida. Llámeme al 800-555-1212.',
  'Le habla Ana Ruiz de ABC, Inc. Es urgente. Por favor, llámeme al 800-555-1212.',
  'Le habla Ana Ruiz de ABC, Inc. Por favor, llámeme.',
  'Por favor, llámeme al 800-555-1212.',
  'Le habla Ana Ruiz de ABC, Inc. El número es 800-555-1212.',
  'Le habla Ana Ruiz de ABC, Inc. Please call me at 800-555-1212.',
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
