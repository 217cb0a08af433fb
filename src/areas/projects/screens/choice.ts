/** Which findings a form is about: the one that one is on, those marked, or the whole list. */
import type { answerFindings, WireFinding } from '#areas/projects/contract.ts';
import type { findings } from '#areas/projects/contract.ts';
import type { BodyOf, QueryOf } from '#platform/contract/route.ts';

type Body = BodyOf<typeof answerFindings>;

/** As the wire takes it, and how many they are. */
export type Choice = {
  readonly count: number;
  readonly said: { readonly keys?: Body['keys']; readonly all?: Body['all'] };
};

export const keyOf = ({ accountId, kind, subject }: WireFinding): string =>
  `${accountId} ${kind} ${subject}`;

export function theseOnes(rows: readonly WireFinding[]): Choice {
  const keys = rows.map(({ accountId, kind, subject }) => ({ accountId, kind, subject }));
  return { count: keys.length, said: { keys } };
}

/** Everything that the filter shows, also what was not scrolled to yet. */
export function wholeList(search: QueryOf<typeof findings>, count: number): Choice {
  const { kind, state, owner, company } = search;
  return { count, said: { all: { kind, state, owner, company, count } } };
}
