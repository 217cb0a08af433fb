/** Holds that are no stay, and the firm's own hours and counts for its consumers. */
import { expect, test } from 'vitest';
import { type Told, blockedBy, callsOn, tried } from '#test/support/contacts.ts';

test.each<[says: string, told: Told, ids: readonly string[]]>([
  [
    'a lawsuit stops a notice too',
    { purpose: 'notice', standing: { litigation: true } },
    ['HOLD.LITIGATION'],
  ],
  ['but not the answer to a question', { purpose: 'answer', standing: { litigation: true } }, []],
  ['service stops asking', { standing: { servicemember: true } }, ['HOLD.SERVICEMEMBER']],
  ['but not a statement', { purpose: 'notice', standing: { servicemember: true } }, []],
  ['hardship stops asking', { channel: 'letter', standing: { hardship: true } }, ['HOLD.HARDSHIP']],
  ['a consumer is not called at seven', { at: '20 07:59' }, ['CONSUMER.TIME']],
  [
    'seven calls in seven days are enough',
    { history: callsOn(14, 20), at: '20 15:00' },
    ['CONSUMER.7IN7'],
  ],
  [
    'nobody calls again within a week of a talk',
    { history: [tried('16 10:00', 'call', 'conversation')] },
    ['CONSUMER.AFTERCONV'],
  ],
  [
    'but for a call back that was asked for',
    { purpose: 'answer', history: [tried('16 10:00', 'call', 'conversation')] },
    [],
  ],
])('%s', (_, told, ids) => {
  expect(blockedBy(['POLICY-CONSUMER'], told)).toEqual(ids);
});
