import { expect, test } from 'vitest';
import { jobReason } from './job-reason.ts';

test.each`
  reason                   | written
  ${'judged by the money'} | ${{ code: 'judged', who: '' }}
  ${'offered to Ms Orr'}   | ${{ code: 'offered', who: 'Ms Orr' }}
  ${'signed by Ms Orr'}    | ${{ code: 'signed', who: 'Ms Orr' }}
  ${'signed by her son'}   | ${undefined}
  ${'Agreed by fax'}       | ${undefined}
`('the reason "$reason" is known as $written', ({ reason, written }) => {
  expect(jobReason(reason, ['Ms Orr'])).toEqual(written);
});
