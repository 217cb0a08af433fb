/** Where a message gets the sentence that says how to stop it, and where it has one. */
import { expect, test } from 'vitest';
import { ended, endingFor } from './lawful-ending.ts';

const written = { language: 'en', text: 'Please pay.', html: '<p>Please pay.</p>' } as const;
const stop = 'To stop these messages, reply STOP.';

test.each`
  channel     | packs                           | ending
  ${'email'}  | ${['US-DC-28-3814', 'US.STAY']} | ${stop}
  ${'sms'}    | ${['US-NYC-5-77', 'US.STAY']}   | ${stop}
  ${'email'}  | ${['US-FED-REGF', 'US.STAY']}   | ${stop}
  ${'email'}  | ${['POLICY-B2B', 'US.STAY']}    | ${undefined}
  ${'email'}  | ${['US-MA-940CMR7', 'US-TCPA']} | ${undefined}
  ${'letter'} | ${['US-DC-28-3814', 'US.STAY']} | ${undefined}
`('$channel under $packs: $ending', ({ channel, packs, ending }) => {
  expect(endingFor(channel, written, packs)).toBe(ending);
});

test('what says so already, in its language, is left alone', () => {
  const packs = ['US-DC-28-3814'];
  expect(endingFor('email', { ...written, text: 'Reply STOP to stop.' }, packs)).toBeUndefined();
  const spanish = { language: 'es', text: 'Le rogamos el pago.', html: '' } as const;
  expect(endingFor('email', spanish, packs)).toBe(
    'Para dejar de recibir estos mensajes, responda ALTO.',
  );
});

test('it stands below the text and in the HTML, where there is one', () => {
  expect(ended(written, 'Stop & go.')).toEqual({
    language: 'en',
    text: 'Please pay.\n\nStop & go.',
    html: '<p>Please pay.</p><p>Stop &amp; go.</p>',
  });
  expect(ended({ ...written, html: '' }, stop).html).toBe('');
});
