import { expect, test } from 'vitest';
import { messageIds, saysReply, topicOf } from './inbound-mail.ts';

test.each([
  ['<a@b> <c@d>', ['a@b', 'c@d']],
  ['a@b', ['a@b']],
  ['no id at all', []],
  ['<broken', []],
])('%s holds the ids %j', (header, ids) => {
  expect(messageIds(header)).toEqual(ids);
});

test.each([
  ['Re: RE: Invoice 7', 'invoice 7'],
  ['RV: [EXT] Factura 7', 'factura 7'],
  ['AW: WG', 'wg'],
  ['Regarding the invoice', 'regarding the invoice'],
])('the thread of “%s” is about “%s”', (subject, topic) => {
  expect(topicOf(subject)).toBe(topic);
});

test('only a mark of reply says that something is answered', () => {
  expect(saysReply('Re: Invoice')).toBe(true);
  expect(saysReply('FW: Invoice')).toBe(false);
  expect(saysReply('Recibo')).toBe(false);
});
