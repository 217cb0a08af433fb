/** Regulation F: seven calls, seven days of rest, hours in every zone, what a person said. */
import { expect, test } from 'vitest';
import { type Told, blockedBy, callsOn, eastern, tried } from '#test/support/contacts.ts';

const regF = ['US-FED-REGF'];

test.each<[says: string, told: Told, ids: readonly string[]]>([
  ['the eighth call in seven days', { at: '16 15:00', history: callsOn(10, 16) }, ['REGF.7IN7']],
  ['the seventh is still allowed', { at: '17 15:00', history: callsOn(10, 16) }, []],
  [
    'calls that reached nothing do not count',
    {
      at: '16 15:00',
      history: callsOn(10, 16).map((each) => ({ ...each, result: 'unreachable' })),
    },
    [],
  ],
  [
    'calls that rang where no message can be left do',
    {
      at: '16 15:00',
      history: callsOn(10, 16).map((each) => ({ ...each, result: 'no_message' })),
    },
    ['REGF.7IN7'],
  ],
  [
    'nor calls about another debt',
    { at: '16 15:00', history: callsOn(10, 16).map((each) => ({ ...each, debtId: 'D2' })) },
    [],
  ],
  [
    'nor calls that were asked for',
    { at: '16 15:00', history: callsOn(10, 16).map((each) => ({ ...each, invited: true })) },
    [],
  ],
  [
    'seven days of rest after a talk, the day of the talk the first',
    { at: '8 11:00', history: [tried('2 11:00', 'call', 'conversation')] },
    ['REGF.AFTERCONV'],
  ],
  [
    'also after a talk that the person began',
    { at: '8 11:00', history: [tried('2 11:00', 'call', 'conversation', { by: 'consumer' })] },
    ['REGF.AFTERCONV'],
  ],
  [
    'on the eighth day it is over',
    { at: '9 09:00', history: [tried('2 11:00', 'call', 'conversation')] },
    [],
  ],
  ['a text at night', { at: '20 21:00', channel: 'sms' }, ['REGF.TIME']],
  ['a minute before nine', { at: '20 20:59', channel: 'email' }, []],
  ['a letter at night', { at: '20 23:00', channel: 'letter' }, []],
  [
    'half past ten here is half past seven there',
    { at: '20 10:30', zones: [eastern, 'America/Los_Angeles'] },
    ['REGF.TIME'],
  ],
  [
    'a letter after a written refusal',
    { channel: 'letter', standing: { ceaseWritten: true } },
    ['REGF.CEASE'],
  ],
  [
    'an e-mail after e-mail was refused',
    { channel: 'email', standing: { optedOut: ['email'] } },
    ['REGF.OPTOUT'],
  ],
  ['a call after e-mail was refused', { standing: { optedOut: ['email'] } }, []],
  ['an attorney speaks for the person', { standing: { attorneyKnown: true } }, ['REGF.ATTY']],
  [
    'at work where the employer forbids it',
    { toWork: true, standing: { employerProhibits: true } },
    ['REGF.WORK'],
  ],
])('%s', (_, told, ids) => {
  expect(blockedBy(regF, told)).toEqual(ids);
});
