/** Why a request is not asked, decided or taken back, beyond what the rule of deciding says. */
import type { EvidenceRefusal } from './evidence.ts';
import type { DecisionRefusal } from './request.ts';

export type RequestRefusal =
  | 'approvals.only_people_ask'
  | 'approvals.asked_already'
  | 'approvals.nobody_may';

export type AskAuthorityRefusal = RequestRefusal | 'approvals.authority_unfit';

export type DecideRefusal =
  | DecisionRefusal
  | 'approvals.only_people_decide'
  | 'approvals.evidence_missing'
  | 'approvals.no_such_request';

export type WithdrawRefusal =
  | 'approvals.no_such_request'
  | 'approvals.not_open'
  | 'approvals.not_yours';

export type AddEvidenceRefusal =
  | EvidenceRefusal
  | 'approvals.no_such_request'
  | 'approvals.not_open';
