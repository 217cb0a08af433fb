/** Why a mail contests an invoice, by its own words; `other` where they do not say. */
import type { DisputeReason } from '#areas/disputes/rules/case.ts';

const signs: readonly (readonly [DisputeReason, RegExp])[] = [
  ['damaged', /damag|defect|broken|da[ñn]ad|rot[oa]s?\b|defectuos/iu],
  ['not_received', /never received|not receive|no (?:hemos recibido|recibimos|lleg)/iu],
  ['not_ordered', /not order|no (?:ordenamos|pedimos)/iu],
  ['duplicate', /double[- ](?:billed|charged)|twice|duplicat|dos veces|duplicad/iu],
  ['freight', /freight|shipping|flete/iu],
  ['tax', /\btax|impuesto/iu],
  ['quantity', /quantity|short(?:age| ship)|missing|units|cantidad|faltan/iu],
  ['price', /price|pricing|overcharg|rate|precio|cobr(?:aron|ado) de m[aá]s|importe/iu],
];

export function disputeReasonOf(words: string): DisputeReason {
  return signs.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
