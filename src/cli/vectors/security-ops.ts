/** Duties, approvals, the audit chain and what may not be written down, as vectors call them. */
import { z } from 'zod';
import { approvalRefusal } from '#areas/approvals/rules/decide.ts';
import { routeApproval } from '#areas/approvals/rules/route.ts';
import { type RecordKind, isRecordKind, keepUntil } from '#areas/compliance/rules/retention.ts';
import { redactCardNumbers } from '#kernel/card-number.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { firstBrokenLink } from '#platform/audit/chain.ts';
import { amount, count, dayField } from './fields.ts';
import { type Op, judgingOp, op } from './op.ts';
import { forbiddenPairs } from '#platform/auth/duties.ts';

/** Other names of the records that a duty to keep speaks of, the narrower ones first. */
const recordNames: readonly (readonly [RegExp, RecordKind])[] = [
  [/recording/u, 'reg_f_call_recording'],
  [/reg_?f|debt_collection|collection_(?:record|activity)/u, 'reg_f_collection_record'],
  [/nyc/u, 'nyc_collection_record'],
  [/nacha|ach_auth/u, 'nacha_authorization'],
  [/reg_?e(?:_|$)/u, 'reg_e_authorization'],
  [/(?:ecoa|reg_?b).*business/u, 'ecoa_business_adverse_action'],
  [/(?:ecoa|reg_?b)/u, 'ecoa_consumer_adverse_action'],
  [/unclaimed|escheat/u, 'dc_unclaimed_property'],
  [/title_?iv/u, 'title_iv_record'],
  [/hipaa/u, 'hipaa_record'],
  [/w_?9/u, 'w9'],
  [/1099/u, 'form_1099'],
  [/certificate|resale|exemption/u, 'tax_certificate'],
  [/ledger|journal/u, 'ledger'],
];

function recordKindOf(name: string): RecordKind | undefined {
  if (isRecordKind(name)) return name;
  return recordNames.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
}

export const securityOps: readonly Op[] = [
  op('sod.check', z.object({ roles: z.array(z.string()) }), ({ roles }) => {
    const pairs = forbiddenPairs(roles);
    return { conflict: pairs.length > 0, pairs };
  }),
  op(
    'approval.route',
    z.object({
      amount,
      limits: z.array(z.object({ role: z.string(), max: amount.nullable() })),
      dualControlFrom: amount.nullish(),
    }),
    ({ amount: asked, limits, dualControlFrom }) => {
      const route = routeApproval(
        asked,
        limits.map(({ role, max }) => ({ role, most: max })),
        dualControlFrom ?? undefined,
      );
      return { approverRole: route.role, dualControl: route.needsSecondPerson };
    },
  ),
  op(
    'approval.decide',
    z.object({
      kind: z.string(),
      requestedBy: z.string(),
      approver: z.string(),
      approverRole: z.string(),
      amount,
    }),
    ({ approverRole: role, ...asked }) => {
      const refusal = approvalRefusal({ ...asked, role });
      return { allowed: refusal === undefined, reason: refusal ?? null };
    },
  ),
  op(
    'audit.verifyChain',
    z.object({ events: z.array(z.object({ n: count, prev: z.string(), hash: z.string() })) }),
    ({ events }) => {
      const broken = firstBrokenLink(events);
      return { valid: broken === undefined, firstBrokenAt: broken ?? null };
    },
  ),
  op('pan.redact', z.object({ text: z.string() }), ({ text }) => ({ ...redactCardNumbers(text) })),
  judgingOp(
    'retention.until',
    z.object({
      kind: z.string(),
      createdOn: dayField.nullish(),
      noticeOn: dayField.nullish(),
    }),
    ({ kind, createdOn, noticeOn }) => {
      const since = noticeOn ?? createdOn;
      const record = recordKindOf(kind);
      if (record === undefined) return refuse('retention.unknown_kind', { kind });
      if (!since) return refuse('retention.no_day', { kind });
      return accept({ ...keepUntil(record, since) });
    },
  ),
];
