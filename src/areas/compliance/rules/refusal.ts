/** Every refusal of the gate's own actions, by name; words.ts says each in both languages. */
export type ComplianceRefusal =
  | 'compliance.hold_ends_before_it_starts'
  | 'compliance.hold_lifted_already'
  | 'compliance.hold_stands_already'
  | 'compliance.hold_without_evidence'
  | 'compliance.no_such_account'
  | 'compliance.no_such_contact'
  | 'compliance.no_such_hold'
  | 'compliance.no_such_pack'
  | 'compliance.no_such_permit'
  | 'compliance.permit_blocked'
  | 'compliance.permit_for_another_channel'
  | 'compliance.permit_used'
  | 'compliance.policy_does_not_read'
  | 'compliance.reviewed_later_than_today'
  | 'compliance.said_later_than_now'
  | 'compliance.state_unknown'
  | 'compliance.zone_unknown';
