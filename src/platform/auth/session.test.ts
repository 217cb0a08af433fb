import { expect, test } from 'vitest';
import { composeId } from '#kernel/ids.ts';
import { visibleCompanies } from './session.ts';

const company = (code: string, number: number, demo = false) => {
  return { companyId: composeId(1, 0, 0, number), code, name: code, demo };
};
const [demo, acme, bolt] = [company('DEMO', 1, true), company('ACME', 2), company('BOLT', 3)];
const ids = (...companies: { companyId: string }[]) => companies.map(({ companyId }) => companyId);

test.each`
  what                                     | companyIds   | companies             | code         | answer
  ${'a member of all, only the demo'}      | ${'all'}     | ${[demo]}             | ${undefined} | ${'all'}
  ${'a member of all, only real ones'}     | ${'all'}     | ${[acme, bolt]}       | ${undefined} | ${'all'}
  ${'a member of all, the demo beside'}    | ${'all'}     | ${[acme, demo, bolt]} | ${undefined} | ${ids(acme, bolt)}
  ${'the demo, asked for by name'}         | ${'all'}     | ${[acme, demo]}       | ${'DEMO'}    | ${ids(demo)}
  ${'a member of one'}                     | ${ids(acme)} | ${[acme]}             | ${undefined} | ${ids(acme)}
  ${'a member of one, asking for another'} | ${ids(acme)} | ${[acme]}             | ${'BOLT'}    | ${[]}
`('$what', ({ companyIds, companies, code, answer }) => {
  expect(visibleCompanies({ companyIds, companies }, code)).toEqual(answer);
});
