/** California and Maryland keep the federal hours; neither imports a count of calls. */
import { expect, test } from 'vitest';
import { type Told, blockedBy, callsOn } from '#test/support/contacts.ts';

test.each<[pack: string, told: Told, ids: readonly string[]]>([
  ['US-CA-ROSENTHAL', { at: '20 21:00' }, ['CA.TIME']],
  ['US-CA-ROSENTHAL', { at: '20 20:59' }, []],
  ['US-CA-ROSENTHAL', { at: '20 10:00', zones: ['America/Los_Angeles'] }, ['CA.TIME']],
  ['US-CA-ROSENTHAL', { history: callsOn(1, 20), at: '20 15:00' }, []],
  ['US-CA-ROSENTHAL', { toWork: true, standing: { employerProhibits: true } }, ['PERSON.WORK']],
  ['US-CA-ROSENTHAL-COMMERCIAL', { at: '20 07:30' }, ['CA.COMMERCIAL.TIME']],
  ['US-MD-14-202', { at: '20 07:30', channel: 'email' }, ['MD.TIME']],
  ['US-MD-14-202', { at: '20 07:30', channel: 'letter' }, []],
])('%s %j', (pack, told, ids) => {
  expect(blockedBy([pack], told)).toEqual(ids);
});
