import { expect, test } from 'vitest';
import { readReport } from './read-report.ts';

function form(fields: Readonly<Record<string, string>>): FormData {
  const said = new FormData();
  for (const [name, value] of Object.entries(fields)) said.set(name, value);
  return said;
}

const visit = {
  channel: 'visit',
  direction: 'out',
  purpose: 'collect',
  result: 'conversation',
  note: ' Joe met her at the counter ',
  contactId: '',
};

test('a visit of a sales person is a visit, with its note and without a person', () => {
  expect(readReport(form({ ...visit, at: '' }))).toEqual({
    channel: 'visit',
    direction: 'out',
    about: 'visit',
    purpose: 'collect',
    result: 'conversation',
    note: 'Joe met her at the counter',
    address: '',
    contactId: null,
    itemIds: [],
  });
});

test('the time is the reader’s own and is sent as an instant', () => {
  const { at } = readReport(form({ ...visit, at: '2026-11-20T14:30' }));
  expect(at).toBe(new Date(2026, 10, 20, 14, 30).toISOString());
});

test('a text is a message, a voicemail a call', () => {
  expect(readReport(form({ ...visit, channel: 'sms' })).about).toBe('message');
  expect(readReport(form({ ...visit, channel: 'voicemail' })).about).toBe('call');
});
