import { expect, test } from 'vitest';
import { isForGood, readDeliveryStatus, returnedMessageId } from './read-dsn.ts';

/** The shape of RFC 3464, appendix E. */
const report = [
  'Reporting-MTA: dns; mail.north.example',
  'Arrival-Date: Mon, 20 Jul 2026 12:00:00 -0400',
  '',
  'Original-Recipient: rfc822;Ana@North.example',
  'Final-Recipient: RFC822; <ana@north.example>',
  'Action: failed',
  'Status: 5.1.1 (bad destination mailbox)',
  'Diagnostic-Code: smtp; 550 5.1.1 no such',
  '  user here',
  '',
  'Final-Recipient: rfc822; bob@north.example',
  'Action: delayed',
  'Status: 4.4.1',
  '',
  'Final-Recipient: rfc822; full@north.example',
  'Action: failed',
  'Status: 5.2.2',
].join('\r\n');

test('every box of a report is read, with its status and the words of the server', () => {
  expect(readDeliveryStatus(report)).toEqual({
    reporter: 'mail.north.example',
    recipients: [
      {
        address: 'ana@north.example',
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 no such user here',
      },
      { address: 'bob@north.example', action: 'delayed', status: '4.4.1', diagnostic: '' },
      { address: 'full@north.example', action: 'failed', status: '5.2.2', diagnostic: '' },
    ],
  });
});

test('only what failed for good cuts an address off', () => {
  expect(readDeliveryStatus(report).recipients.map(isForGood)).toEqual([true, false, false]);
});

test('what is no report has no recipients', () => {
  for (const text of ['', 'Hello,\n\nI am away.', 'Action: failed\nStatus: 5.1.1', '\n\n\n']) {
    expect(readDeliveryStatus(text).recipients).toEqual([]);
  }
});

test('the returned mail is known by its Message-ID, folded or not', () => {
  expect(returnedMessageId('From: ar@main.example\r\nMessage-ID:\r\n <a.b@main.example>\r\n')).toBe(
    '<a.b@main.example>',
  );
  expect(returnedMessageId('From: x')).toBe('');
});
