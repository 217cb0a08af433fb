/** What a customer said in writing of their credits, with whether it stands today and how long. */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { WireAuthorisation } from '../contract/rules.ts';
import { stands } from '../rules/authorisation.ts';
import type { Authorisation } from '../store/authorisations.ts';

export function wireAuthorisation(given: Authorisation, today: Day): WireAuthorisation {
  const { authorisationId, kind, givenBy, givenOn, untilOn, evidence } = given;
  return {
    authorisationId,
    kind,
    givenBy,
    givenOn,
    untilOn,
    stands: stands(given, today),
    daysLeft: untilOn === null ? null : Math.max(0, daysBetween(today, untilOn)),
    evidence,
  };
}
