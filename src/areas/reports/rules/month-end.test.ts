import { expect, test } from 'vitest';
import {
  maySign,
  type MonthEndFigures,
  reconcile,
  type SignOffState,
  type StepFacts,
  tickedByFacts,
} from './month-end.ts';

const figures: MonthEndFigures = {
  aging: 10_000n,
  books: 9_600n,
  credits: -1_500n,
  revaluation: 70n,
  gl: { amount: 9_600n, withoutCredits: false, withRevaluation: false },
  manual: [],
};
const kept = { withoutCredits: false, withRevaluation: false };

test.each`
  what                                     | change                                                        | difference | unexplained
  ${'our books alike'}                     | ${{}}                                                         | ${-400n}   | ${0n}
  ${'the aging alike'}                     | ${{ gl: { ...kept, amount: 10_000n } }}                       | ${0n}      | ${400n}
  ${'the late facts told by a person'}     | ${{ gl: { ...kept, amount: 10_000n }, manual: [400n] }}       | ${0n}      | ${0n}
  ${'credits in another account'}          | ${{ gl: { ...kept, amount: 11_100n, withoutCredits: true } }} | ${1_100n}  | ${0n}
  ${'revaluation within'}                  | ${{ gl: { ...kept, amount: 9_670n, withRevaluation: true } }} | ${-330n}   | ${0n}
  ${'two explanations against each other'} | ${{ gl: { ...kept, amount: 9_650n }, manual: [80n, -30n] }}   | ${-350n}   | ${0n}
  ${'nothing entered'}                     | ${{ gl: null }}                                               | ${null}    | ${null}
`('a general ledger with $what leaves $unexplained', ({ change, difference, unexplained }) => {
  expect(reconcile({ ...figures, ...change })).toMatchObject({ difference, unexplained });
});

test('aging, parts, explanations and what is left add up to the general ledger', () => {
  const gl = { amount: 12_345n, withoutCredits: true, withRevaluation: true };
  const { parts, unexplained } = reconcile({ ...figures, gl, manual: [11n, -3n] });
  const named = parts.reduce((sum, { amount }) => sum + amount, 0n);
  expect(figures.aging + named + 8n + (unexplained ?? 0n)).toBe(gl.amount);
});

const ready: SignOffState = {
  period: '2026-10',
  state: 'soft',
  signed: false,
  lines: [{ currency: 'USD', unexplained: 0n }],
  stepsLeft: 0,
  enteredBy: ['member:rosa'],
};

test.each`
  change                                                 | actor            | answer
  ${{}}                                                  | ${'member:ines'} | ${'accepted'}
  ${{ state: 'hard' }}                                   | ${'member:ines'} | ${'accepted'}
  ${{ signed: true }}                                    | ${'member:ines'} | ${'reports.signed_already'}
  ${{ state: 'open' }}                                   | ${'member:ines'} | ${'reports.period_still_open'}
  ${{ lines: [{ currency: 'USD', unexplained: null }] }} | ${'member:ines'} | ${'reports.balance_missing'}
  ${{ lines: [{ currency: 'USD', unexplained: 1n }] }}   | ${'member:ines'} | ${'reports.unexplained_left'}
  ${{ stepsLeft: 2 }}                                    | ${'member:ines'} | ${'reports.steps_left'}
  ${{}}                                                  | ${'member:rosa'} | ${'reports.second_person_signs'}
`('with $change $actor signs: $answer', ({ change, actor, answer }) => {
  const outcome = maySign({ ...ready, ...change }, actor);
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});

const facts: StepFacts = {
  balancesMissing: 0,
  unapplied: 0,
  openDisputes: 0,
  reviewedSince: true,
  closingsOpen: 0,
  bankAccounts: 0,
  bankFilesMissing: 0,
};

test.each`
  step                    | change                                      | ticked
  ${'gl_entered'}         | ${{}}                                       | ${true}
  ${'gl_entered'}         | ${{ balancesMissing: 1 }}                   | ${false}
  ${'unapplied_reviewed'} | ${{}}                                       | ${true}
  ${'unapplied_reviewed'} | ${{ unapplied: 1 }}                         | ${undefined}
  ${'disputes_reviewed'}  | ${{ openDisputes: 3 }}                      | ${undefined}
  ${'aging_reviewed'}     | ${{ reviewedSince: false }}                 | ${undefined}
  ${'closings_confirmed'} | ${{}}                                       | ${true}
  ${'closings_confirmed'} | ${{ closingsOpen: 2 }}                      | ${undefined}
  ${'bank_files_in'}      | ${{}}                                       | ${undefined}
  ${'bank_files_in'}      | ${{ bankAccounts: 2 }}                      | ${true}
  ${'bank_files_in'}      | ${{ bankAccounts: 2, bankFilesMissing: 1 }} | ${undefined}
  ${'over60_pack'}        | ${{}}                                       | ${undefined}
`('$step with $change is ticked by the facts: $ticked', ({ step, change, ticked }) => {
  expect(tickedByFacts(step, { ...facts, ...change })).toBe(ticked);
});
