import { expect, test } from 'vitest';
import { twilioServer, twilioSignature } from '#test/support/twilio-server.ts';
import { arrivalPath, makeTexter } from './twilio.ts';

const text = { to: '+15125550142', body: 'Su factura I-1 vence hoy. ALTO para no recibir más.' };

test('a text goes out once, from our number, with where to report', async () => {
  await using provider = await twilioServer();
  const posted = await makeTexter(provider.settings).send(text);
  expect(posted).toEqual({ state: 'sent', detail: 'queued', ref: `SM${'0'.repeat(31)}1` });
  expect(provider.texts).toEqual([
    {
      To: '+15125550142',
      From: '+15125550100',
      Body: text.body,
      StatusCallback: 'https://desk.example/hooks/twilio/reports',
    },
  ]);
});

test('a messaging service stands in for the number', async () => {
  await using provider = await twilioServer();
  const from = `MG${'a'.repeat(32)}`;
  await makeTexter({ ...provider.settings, from }).send(text);
  expect(provider.texts[0]).toMatchObject({ MessagingServiceSid: from });
});

test('what the provider refuses was certainly not sent, with its own code', async () => {
  await using provider = await twilioServer();
  provider.now('opted out');
  expect(await makeTexter(provider.settings).send(text)).toEqual({
    state: 'not_sent',
    detail: '21610 Attempt to send to unsubscribed recipient',
    ref: null,
  });
});

test('after a line that broke nobody knows, and it tries no second time', async () => {
  await using provider = await twilioServer();
  provider.now('breaks off');
  const texter = makeTexter(provider.settings);
  expect(await texter.send(text)).toMatchObject({ state: 'unknown', ref: null });
  provider.now('is ill');
  expect(await texter.send(text)).toMatchObject({ state: 'unknown' });
  expect(provider.texts).toHaveLength(1);
});

test('a provider that is not there was certainly not reached', async () => {
  await using provider = await twilioServer();
  const texter = makeTexter({ ...provider.settings, baseUrl: 'http://127.0.0.1:9' });
  expect(await texter.send(text)).toMatchObject({ state: 'not_sent' });
});

test('only what the provider signed for this very address is believed', async () => {
  await using provider = await twilioServer();
  const texter = makeTexter(provider.settings);
  const fields = { From: '+15125550142', Body: 'STOP', MessageSid: 'SM1' };
  const url = `https://desk.example${arrivalPath}`;
  const signature = twilioSignature(url, fields);
  expect(texter.signed(arrivalPath, fields, signature)).toBe(true);
  expect(texter.signed('/hooks/twilio/reports', fields, signature)).toBe(false);
  expect(texter.signed(arrivalPath, { ...fields, Body: 'START' }, signature)).toBe(false);
  expect(texter.signed(arrivalPath, fields, twilioSignature(url, fields, 'other'))).toBe(false);
  expect(texter.signed(arrivalPath, fields, '')).toBe(false);
});
