import { describe, expect, test } from 'vitest';
import { mostAnHour, whySilent } from './silent.ts';

const from = (
  headers: Record<string, string>,
  address = 'kim@buyer.example',
  subject = 'Re: x',
) => ({
  headers: new Map(Object.entries(headers)),
  address,
  subject,
  ours: ['ar@acme.example'],
  lately: 0,
});

describe('a mail that no machine answers', () => {
  test.each([
    [from({ 'content-type': 'multipart/report; report-type=delivery-status' }), 'bounce'],
    [from({}, 'mailer-daemon@mx.example'), 'bounce'],
    [from({}, 'ar@acme.example'), 'own'],
    [from({ 'x-loop': 'dunlin' }), 'loop'],
    [{ ...from({}), lately: mostAnHour }, 'loop'],
    [from({ 'auto-submitted': 'auto-replied' }), 'auto_reply'],
    [from({}, 'kim@buyer.example', 'Automatic reply: Invoice'), 'auto_reply'],
    [from({}, 'kim@buyer.example', 'Respuesta automática: Factura'), 'auto_reply'],
    [from({ 'auto-submitted': 'auto-generated' }), 'automatic'],
    [from({}, 'no-reply@bank.example'), 'automatic'],
    [from({ precedence: 'bulk' }), 'list'],
    [from({ 'list-id': '<x.example>' }), 'list'],
    [from({ 'auto-submitted': 'no' }), undefined],
    [from({ 'x-auto-response-suppress': 'All' }), undefined],
  ])('%#: is so because of %s', (sender, why) => {
    expect(whySilent(sender)).toBe(why);
  });
});
