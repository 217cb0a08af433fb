import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { anId } from '#test/support/ledger-items.ts';
import {
  acceptKeeper,
  acceptSharing,
  isName,
  nameFrom,
  needsReview,
  type SavedReport,
  usualReview,
} from './saved-report.ts';

const today = day('2026-11-20');
const owner = { memberId: anId(), permissions: [] };
const report: SavedReport = {
  reportId: anId(),
  name: 'late',
  version: 1,
  title: 'Late',
  note: '',
  question: { dataset: 'open-items' },
  ownerId: owner.memberId,
  owner: 'Ana',
  shared: 'private',
  companyId: null,
  reviewOn: day('2027-05-20'),
  retiredOn: null,
  usedOn: null,
  usedBy: null,
  uses: 0,
};
const lead = { memberId: anId(), permissions: ['datasets.share'] };

test.each([
  ['Over 60 by segment', 'over-60-by-segment'],
  ['  Cobros de 2026: ¿cuándo?  ', 'cobros-de-2026-cuando'],
  ['¡!', ''],
])('%s makes the name %s', (title, name) => {
  expect(nameFrom(title)).toBe(name);
  expect(isName(nameFrom(title))).toBe(name !== '');
});

test('who may share shares, and everybody keeps their own', () => {
  expect(acceptSharing('private', owner).ok).toBe(true);
  expect(acceptSharing('team', owner)).toMatchObject({ refusal: 'datasets.may_not_share' });
  expect(acceptSharing('company', lead).ok).toBe(true);
});

test('a report is changed by its owner, and a shared one by whoever may share', () => {
  expect(acceptKeeper(report, owner).ok).toBe(true);
  expect(acceptKeeper(report, lead)).toMatchObject({ facts: { owner: 'Ana' } });
  expect(acceptKeeper({ ...report, shared: 'team' }, lead).ok).toBe(true);
  expect(acceptKeeper({ ...report, retiredOn: today }, owner)).toMatchObject({
    refusal: 'datasets.retired_already',
  });
});

test('a report is looked at again on its day, or when nobody uses it', () => {
  expect(usualReview(today)).toBe('2027-05-20');
  expect(needsReview(report, today)).toBe(false);
  expect(needsReview({ ...report, reviewOn: today }, today)).toBe(true);
  expect(needsReview({ ...report, usedOn: day('2026-08-19') }, today)).toBe(true);
  expect(needsReview({ ...report, reviewOn: today, retiredOn: today }, today)).toBe(false);
});
