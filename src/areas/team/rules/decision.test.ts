import { expect, test } from 'vitest';
import { composeId } from '#kernel/ids.ts';
import { mayDecideFor } from './decision.ts';

const ana = composeId(1, 0, 0, 1);
const ben = composeId(1, 0, 0, 2);
const cid = composeId(1, 0, 0, 3);

test.each`
  decides | permitted | covers        | madeBy | madeFor | deciders      | answer
  ${ben}  | ${true}   | ${[]}         | ${cid} | ${null} | ${'anyone'}   | ${null}
  ${ben}  | ${true}   | ${[ana]}      | ${cid} | ${null} | ${'anyone'}   | ${null}
  ${ben}  | ${true}   | ${[ana]}      | ${cid} | ${null} | ${[ana]}      | ${ana}
  ${ben}  | ${true}   | ${[ana]}      | ${cid} | ${null} | ${[ana, ben]} | ${null}
  ${ben}  | ${true}   | ${[ana]}      | ${ben} | ${null} | ${[ana]}      | ${'team.decides_own_request'}
  ${ben}  | ${true}   | ${[ana]}      | ${ben} | ${ana}  | ${'anyone'}   | ${'team.decides_own_request'}
  ${ana}  | ${true}   | ${[]}         | ${ben} | ${ana}  | ${[ana]}      | ${'team.decides_own_request'}
  ${ben}  | ${false}  | ${[ana]}      | ${cid} | ${null} | ${[ana]}      | ${'team.decision_lacks_permission'}
  ${ben}  | ${true}   | ${[ana]}      | ${ana} | ${null} | ${[ana]}      | ${'team.decides_for_the_maker'}
  ${ben}  | ${true}   | ${[ana]}      | ${cid} | ${ana}  | ${[ana]}      | ${'team.decides_for_the_maker'}
  ${ben}  | ${true}   | ${[ana]}      | ${ana} | ${null} | ${[ana, cid]} | ${'team.decides_for_the_maker'}
  ${ben}  | ${true}   | ${[ana, cid]} | ${ana} | ${null} | ${[ana, cid]} | ${cid}
  ${ben}  | ${true}   | ${[]}         | ${cid} | ${null} | ${[ana]}      | ${'team.decision_not_theirs'}
`('made by $madeBy for $madeFor, decided by $decides: $answer', (row) => {
  const { decides, permitted, covers, madeBy, madeFor, deciders, answer } = row;
  const decider = { memberId: decides, permitted, covers };
  const outcome = mayDecideFor({ madeBy, madeFor }, decider, deciders);
  expect(outcome.ok ? outcome.value.onBehalfOf : outcome.refusal).toBe(answer);
});
