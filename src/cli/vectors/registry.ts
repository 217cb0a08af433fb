/** Every operation that a vector may call, by its name. */
import { contactOps } from './contact-ops.ts';
import { creditOps } from './credit-ops.ts';
import { interestOps } from './interest-ops.ts';
import { ledgerOps } from './ledger-ops.ts';
import { metricsOps } from './metrics-ops.ts';
import { noticeOps } from './notice-ops.ts';
import { type Op } from './op.ts';
import { paymentsOps } from './payments-ops.ts';
import { planOps } from './plan-ops.ts';
import { refundOps } from './refund-ops.ts';
import { securityOps } from './security-ops.ts';
import { taxOps } from './tax-ops.ts';

/** A map, so that an op called `constructor` is as unknown as any other. */
export const ops: ReadonlyMap<string, Op> = new Map(
  [
    ...ledgerOps,
    ...metricsOps,
    ...creditOps,
    ...contactOps,
    ...noticeOps,
    ...interestOps,
    ...paymentsOps,
    ...taxOps,
    ...securityOps,
    ...refundOps,
    ...planOps,
  ].map((each) => [each.name, each]),
);
