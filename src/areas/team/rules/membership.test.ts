import { describe, expect, test } from 'vitest';
import { composeId } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { companiesFor, seesAll } from './membership.ts';

const acme = { companyId: composeId(1, 0, 0, 1), code: 'ACME' };
const bolt = { companyId: composeId(1, 0, 0, 2), code: 'BOLT' };
const onlyAcme = [acme.companyId];

describe('the companies of a new member', () => {
  test.each`
    codes               | maker       | seen            | answer
    ${[]}               | ${'all'}    | ${[acme, bolt]} | ${accept('all')}
    ${[]}               | ${onlyAcme} | ${[acme]}       | ${accept(onlyAcme)}
    ${['ACME']}         | ${'all'}    | ${[acme, bolt]} | ${accept(onlyAcme)}
    ${['ACME', 'ACME']} | ${'all'}    | ${[acme, bolt]} | ${accept(onlyAcme)}
    ${['BOLT']}         | ${onlyAcme} | ${[acme]}       | ${refuse('team.no_such_company', { company: 'BOLT' })}
    ${['acme']}         | ${'all'}    | ${[acme, bolt]} | ${refuse('team.no_such_company', { company: 'acme' })}
  `('$codes by a maker who sees $maker', ({ codes, maker, seen, answer }) => {
    expect(companiesFor(codes, maker, seen)).toEqual(answer);
  });
});

test.each`
  sees        | those       | answer
  ${'all'}    | ${'all'}    | ${true}
  ${'all'}    | ${onlyAcme} | ${true}
  ${onlyAcme} | ${onlyAcme} | ${true}
  ${onlyAcme} | ${'all'}    | ${false}
  ${onlyAcme} | ${[]}       | ${true}
`('who sees $sees sees all of $those: $answer', ({ sees, those, answer }) => {
  expect(seesAll(sees, those)).toBe(answer);
});
