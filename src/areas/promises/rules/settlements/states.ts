/**
 * The life of a settlement.
 *
 *   asked ─ approved ─▶ open ─ paid in full by its day ─▶ fulfilled, the rest written off
 *     └ refused           ├ its day passed ─▶ void_late, what was paid stays applied
 *                         └ taken back ─▶ withdrawn
 */
export const settlementStates = [
  'asked',
  'open',
  'fulfilled',
  'void_late',
  'withdrawn',
  'refused',
] as const;
export type SettlementState = (typeof settlementStates)[number];

/** Every no of settlements, by name. */
export type SettlementRefusal =
  | 'settlement.beyond_authority'
  | 'settlement.day_has_passed'
  | 'settlement.no_such_settlement'
  | 'settlement.not_below_debt'
  | 'settlement.not_open';
