import { expect, test } from 'vitest';
import { readTelephony } from './settings.ts';

const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'secret',
  TWILIO_FROM: '+15125550142',
  DUNLIN_PUBLIC_URL: 'https://desk.example/',
};

test('without settings a call is dialed by tel: and no text is sent', () => {
  expect(readTelephony({})).toEqual({
    settings: { dialLink: 'tel:{number}', callerNumber: undefined, texts: undefined },
    problems: [],
  });
});

test('a whole account is set up, with our own address without its last slash', () => {
  const { settings, problems } = readTelephony({
    ...twilio,
    TWILIO_BASE_URL: 'http://127.0.0.1:9',
  });
  expect(problems).toEqual([]);
  expect(settings.texts).toEqual({
    accountSid: twilio.TWILIO_ACCOUNT_SID,
    authToken: 'secret',
    from: '+15125550142',
    baseUrl: 'http://127.0.0.1:9',
    publicUrl: 'https://desk.example',
  });
});

test('half an account is a problem that names what is missing and no secret', () => {
  const { TWILIO_FROM: _, ...half } = twilio;
  const { settings, problems } = readTelephony(half);
  expect(settings.texts).toBeUndefined();
  expect(problems).toEqual(['TWILIO_FROM: missing for texts']);
});

test.each([
  ['DUNLIN_DIAL_LINK', 'javascript:dial({number})'],
  ['DUNLIN_DIAL_LINK', 'tel:911'],
  ['DUNLIN_CALLER_NUMBER', 'call Ana'],
  ['TWILIO_FROM', '5125550142'],
])('%s of %s is refused with what to write', (name, text) => {
  expect(readTelephony({ ...twilio, [name]: text }).problems[0]).toMatch(
    new RegExp(`^${name}: write `, 'u'),
  );
});
