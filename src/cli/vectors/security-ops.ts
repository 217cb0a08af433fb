/** Duties, approvals, the audit chain and what may not be written down, as vectors call them. */
import { z } from 'zod';
import { approvalRefusal } from '#areas/approvals/rules/decide.ts';
import { routeApproval } from '#areas/approvals/rules/route.ts';
import { isRecordKind, keepUntil } from '#areas/compliance/rules/retention.ts';
import { redactCardNumbers } from '#kernel/card-number.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { firstBrokenLink } from '#platform/audit/chain.ts';
import { amount, count, dayField } from './fields.ts';
import { type Op, judgingOp, op } from './op.ts';
import { forbiddenPairs } from '#platform/auth/duties.ts';

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
      if (!isRecordKind(kind)) return refuse('retention.unknown_kind', { kind });
      if (!since) return refuse('retention.no_day', { kind });
      return accept({ ...keepUntil(kind, since) });
    },
  ),
];
