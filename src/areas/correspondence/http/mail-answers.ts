/** Answers over the wire: drafted, sent; the promise of a mail taken; a colleague asked. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { answerMail, wishTask } from '../actions/mailbox/answer-mail.ts';
import { takeDispute } from '../actions/mailbox/take-dispute.ts';
import { takePromise } from '../actions/mailbox/take-promise.ts';
import { attachStatement, drawStatement } from '../answers/mailbox/attach-statement.ts';
import { draftAnswer } from '../answers/mailbox/draft-answer.ts';
import * as contract from '../contract/mailbox.ts';
import { type ListedMail, listMails } from '../store/mailbox/list.ts';
import { visibleMail } from './whose-mail.ts';

export const mailAnswerRoutes: readonly Served[] = [
  serve(contract.draftAnswer, async ({ params, query, desk, session }) => {
    const found = await linkedMail(desk, session, params.mailId);
    if (!found.ok) return found;
    const { mail, accountId } = found.value;
    const as = query.as ?? mail.findings[0]?.intent ?? 'other';
    const language = query.language ?? mail.language;
    const on = desk.clock.today();
    const draft = await draftAnswer(desk.db, { mail, accountId, as, language, on });
    if (!draft.ok) return draft;
    const { html: _, originals, missing, ...rest } = draft.value;
    return accept({
      ...rest,
      intent: as,
      originals: [...originals],
      missing: [...missing],
    });
  }),
  serve(contract.answerMail, async ({ params, body, desk, session, perform }) => {
    const found = await linkedMail(desk, session, params.mailId);
    if (!found.ok) return found;
    const { mail, accountId } = found.value;
    const { statement, originalIds, ...said } = body;
    const drawn = statement ? await drawStatement(desk, accountId, body.language) : undefined;
    if (drawn && !drawn.ok) return drawn;
    const originals = originalIds.map((each) => ({ kind: 'original' as const, id: id(each) }));
    return perform(
      'correspondence.answer_mail',
      'a customer wrote',
      async (context) => {
        const made = drawn ? [await attachStatement(context, accountId, drawn.value)] : [];
        const attachments = [...originals, ...made];
        // A person's own words go as they were typed, without another wording in HTML.
        return answerMail(context, { ...said, mailId: mail.mailId, html: '', attachments });
      },
      accountId,
    );
  }),
  serve(contract.takePromise, async ({ params, body, desk, session, perform }) => {
    const found = await linkedMail(desk, session, params.mailId);
    if (!found.ok) return found;
    const { mail, accountId } = found.value;
    const amount = parseMoney(body.amount, currency(body.currency));
    if (!amount) {
      const { amount: text, currency: code } = body;
      return refuse('promise.amount_unreadable', { amount: text, currency: code });
    }
    const wish = {
      mailId: mail.mailId,
      amount,
      dueOn: day(body.dueOn),
      itemIds: [...new Set(body.itemIds.map(id))],
      supersedes: [...new Set(body.supersedes.map(id))],
    };
    return perform(
      'correspondence.take_promise',
      `said in a mail by ${mail.fromName || mail.fromAddress}`,
      (context) => takePromise(context, wish, standardPromisePolicy),
      accountId,
    );
  }),
  serve(contract.takeDispute, async ({ params, desk, session, perform }) => {
    const found = await linkedMail(desk, session, params.mailId);
    if (!found.ok) return found;
    const { mail, accountId } = found.value;
    return perform(
      'correspondence.take_dispute',
      `said in a mail by ${mail.fromName || mail.fromAddress}`,
      (context) => takeDispute(context, mail.mailId),
      accountId,
    );
  }),
  serve(contract.askForTask, async ({ params, body, desk, session, perform }) => {
    const found = await linkedMail(desk, session, params.mailId);
    if (!found.ok) return found;
    const { mail, accountId } = found.value;
    return perform(
      'correspondence.wish_task',
      'a mail needs it',
      (context) => wishTask(context, { mailId: mail.mailId, ...body }),
      accountId,
    );
  }),
];

/** A mail that somebody may see and that belongs to an account. */
async function linkedMail(
  desk: Desk,
  session: Session,
  mailId: string,
): Promise<
  Outcome<
    { readonly mail: ListedMail; readonly accountId: Id },
    'mailbox.no_such_mail' | 'mailbox.mail_not_linked'
  >
> {
  const found = await visibleMail(desk.db, session, mailId);
  if (!found.ok) return found;
  const filter = {
    companies: session.companyIds,
    state: undefined,
    intent: undefined,
    mailboxId: undefined,
    accountId: undefined,
    mailId: found.value,
    view: 'all',
    memberId: session.memberId,
    search: undefined,
  } as const;
  const moment = { today: desk.clock.today(), at: desk.clock.now() };
  const [mail] = await listMails(desk.db, filter, moment, { limit: 1, offset: 0 });
  if (!mail) return refuse('mailbox.no_such_mail');
  const accountId = mail.account?.accountId;
  return accountId === undefined ? refuse('mailbox.mail_not_linked') : accept({ mail, accountId });
}
