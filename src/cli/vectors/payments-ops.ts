/** Debits through the ACH and deposits of checks, as vectors call them. */
import { z } from 'zod';
import { afterReturn, returnExpectedBy } from '#areas/cash/rules/ach/after-return.ts';
import { mayCondition, noticeDueBy } from '#areas/cash/rules/ach/debit-notice.ts';
import { entryKinds, requiredEntryDescription } from '#areas/cash/rules/ach/entry-description.ts';
import { returnRates } from '#areas/cash/rules/ach/return-rates.ts';
import { judgeDuplicate } from '#areas/cash/rules/deposits/duplicate.ts';
import { amount, count, dayAmong, dayField } from './fields.ts';
import { type Op, op } from './op.ts';

/** A deposited check; the day on which it was, whatever that day is called. */
const depositedCheck = z
  .looseObject({
    routing: z.string(),
    account: z.string(),
    serial: z.string().nullish(),
    amount,
  })
  .transform(({ routing, account, serial, amount: value, ...rest }) => {
    const on = dayAmong(rest);
    const item = { routing, account, serial: serial ?? '', amount: value.minor };
    return on === undefined ? item : { ...item, on };
  });

const ach: readonly Op[] = [
  op(
    'ach.afterReturn',
    z.object({
      code: z.string(),
      originalSettlement: dayField,
      presentments: count,
      on: dayField,
    }),
    ({ code, originalSettlement: settledOn, presentments, on }) => ({
      ...afterReturn({ code, settledOn, presentments }, on),
    }),
  ),
  op(
    'ach.returnWindow',
    z.object({ code: z.string(), settlement: dayField }),
    ({ code, settlement }) => ({ expectBy: returnExpectedBy(code, settlement) }),
  ),
  op(
    'ach.returnRates',
    z.object({ debits: count, unauthorized: count, administrative: count, overall: count }),
    (counts) => ({ ...returnRates(counts) }),
  ),
  op('ach.entryDescription', z.object({ kind: z.string(), on: dayField }), ({ kind, on }) => {
    const known = entryKinds.find((each) => each === kind);
    return { companyEntryDescription: known ? requiredEntryDescription(known, on) : null };
  }),
];

const consumerDebits: readonly Op[] = [
  op(
    'reg_e.varyingDebitNotice',
    z.object({ scheduledOn: dayField, previousAmount: amount, newAmount: amount }),
    ({ scheduledOn, previousAmount: previous, newAmount: next }) => ({
      noticeBy: noticeDueBy({ scheduledOn, previous, next }),
    }),
  ),
  op(
    'reg_e.autopayCondition',
    z.object({
      newCreditExtended: z.boolean(),
      conditionsCreditOnPreauthorizedEFT: z.boolean(),
      party: z.string(),
    }),
    ({ newCreditExtended, conditionsCreditOnPreauthorizedEFT: requiresAutopay, party }) => ({
      allowed: mayCondition({
        isConsumer: party !== 'business',
        extendsNewCredit: newCreditExtended,
        requiresAutopay,
      }),
    }),
  ),
];

const deposits: readonly Op[] = [
  op(
    'rdc.duplicate',
    z.object({ existing: z.array(depositedCheck), new: depositedCheck }),
    ({ existing, new: next }) => ({
      ...judgeDuplicate(next, existing),
    }),
  ),
];

export const paymentsOps: readonly Op[] = [...ach, ...consumerDebits, ...deposits];
