import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { samplePdf } from '#test/support/papers.ts';
import { judgeEvidence, lacksEvidence, largestEvidence, mostEvidence } from './evidence.ts';

const usd = (minor: bigint) => money(minor, currency('USD'));
const letter = { name: 'letter.pdf', bytes: samplePdf('letter') };

test('papers are known by their first bytes, and one that does not fit is named', () => {
  expect(judgeEvidence(0, [letter])).toEqual({ ok: true, value: ['application/pdf'] });
  const program = { name: 'letter.pdf', bytes: new TextEncoder().encode('MZ') };
  expect(judgeEvidence(0, [letter, program])).toMatchObject({
    refusal: 'approvals.not_an_original',
    facts: { file: 'letter.pdf', found: 'program' },
  });
});

test('a paper is at most ten megabytes, and a request has at most twenty', () => {
  const large = { name: 'scan.pdf', bytes: new Uint8Array(largestEvidence + 1) };
  expect(judgeEvidence(0, [large])).toMatchObject({
    refusal: 'approvals.file_too_large',
    facts: { most: 10 },
  });
  expect(judgeEvidence(mostEvidence, [letter])).toMatchObject({
    refusal: 'approvals.too_many_files',
  });
  expect(judgeEvidence(mostEvidence - 1, [letter]).ok).toBe(true);
});

test.each([
  [undefined, 0, false],
  [usd(50_000n), 0, true],
  [usd(50_001n), 0, false],
  [usd(0n), 0, true],
  [usd(0n), 1, false],
])('500.00 with a paper asked for from %s and %i there', (from, files, lacks) => {
  expect(lacksEvidence(usd(50_000n), from, files)).toBe(lacks);
});
