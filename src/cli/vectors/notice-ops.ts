/** Notices, consent and the words of messages, as vectors call them. */
import { z } from 'zod';
import { parseDay } from '#kernel/day.ts';
import { classifyEmail } from '#areas/compliance/rules/email-class.ts';
import { excessOf } from '#areas/compliance/rules/limited-content.ts';
import { noticeLanguages } from '#areas/compliance/rules/notice-language.ts';
import {
  isRevocation,
  revocationDeadline,
  revocationScope,
} from '#areas/compliance/rules/revocation.ts';
import { validationDuty, validationPeriod } from '#areas/compliance/rules/validation-notice.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { dayField } from './fields.ts';
import { type Op, op } from './op.ts';

const actor = z.enum(['first_party', 'third_party']);

/** The day that a clock showed where the message came in. */
const dayOfMoment = z.string().transform((text, context) => {
  const day = parseDay(text.slice(0, 10));
  if (day !== undefined) return day;
  context.addIssue(`"${text}" does not begin with a day`);
  return z.NEVER;
});

export const noticeOps: readonly Op[] = [
  op('validation.period', z.object({ noticeSentOn: dayField }), ({ noticeSentOn }) => ({
    ...validationPeriod(noticeSentOn, federalBankCalendar),
  })),
  op(
    'validation.required',
    z.object({ actor, initialCommunication: dayField, paidInFullOn: dayField.nullish() }),
    (given) => ({
      ...validationDuty(given.actor, given.initialCommunication, given.paidInFullOn ?? undefined),
    }),
  ),
  op('consent.classifyReply', z.object({ text: z.string() }), ({ text }) => ({
    revocation: isRevocation(text),
  })),
  op('consent.revocationDeadline', z.object({ receivedAt: dayOfMoment }), ({ receivedAt }) => ({
    ...revocationDeadline(receivedAt, federalBankCalendar),
  })),
  op(
    'consent.revocationScope',
    z.object({ receivedOn: dayField, repliedToTopic: z.string() }),
    ({ receivedOn, repliedToTopic }) => ({ ...revocationScope(receivedOn, repliedToTopic) }),
  ),
  op(
    'email.canSpamClass',
    z.object({
      subject: z.string(),
      bodyStartsWith: z.string().default(''),
      containsPromotion: z.boolean().default(false),
    }),
    (facts) => ({ ...classifyEmail(facts) }),
  ),
  op(
    'language.required',
    z.object({
      state: z.string(),
      actor,
      notice: z.string(),
      contractLanguage: z.string().default('en'),
      negotiatedIn: z.string().nullish(),
      consumerBroughtInterpreter: z.boolean().nullish(),
    }),
    ({ contractLanguage, negotiatedIn, consumerBroughtInterpreter, ...facts }) => ({
      ...noticeLanguages({
        ...facts,
        negotiatedIn: negotiatedIn ?? contractLanguage,
        hasInterpreter: consumerBroughtInterpreter ?? false,
      }),
    }),
  ),
  op(
    'message.limitedContent',
    z.object({
      channel: z.string(),
      forConsumer: z.boolean().default(true),
      text: z.string(),
      businessNameIndicatesDebtCollection: z.boolean().default(false),
    }),
    (message) => {
      const excess = excessOf(message);
      return { limitedContent: excess === undefined, reason: excess ?? null };
    },
  ),
];
