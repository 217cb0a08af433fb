/**
 * Why a plan changed where the program wrote it down and no person did: kept as a text, told to
 * each reader in their language. What a person wrote stays as it was written.
 */

export const judgedByMoney = 'judged by the money';
export const offeredTo = (who: string): string => `offered to ${who}`;
export const signedBy = (who: string): string => `signed by ${who}`;

type Written = { readonly code: 'judged' | 'offered' | 'signed'; readonly who: string };

/** What the program wrote; undefined for a person's own words. `people` are those of the plan. */
export function jobReason(reason: string, people: readonly string[]): Written | undefined {
  if (reason === judgedByMoney) return { code: 'judged', who: '' };
  const offered = people.find((who) => reason === offeredTo(who));
  if (offered !== undefined) return { code: 'offered', who: offered };
  const signed = people.find((who) => reason === signedBy(who));
  return signed === undefined ? undefined : { code: 'signed', who: signed };
}
