/** What a confirmation of a call will say, over HTTP. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { templateKey } from '../actions/calls/confirm-in-writing.ts';
import { renderTemplate } from '../actions/templates/render-template.ts';
import * as contract from '../contract/confirmations.ts';

export const confirmationRoutes: readonly Served[] = [
  serve(contract.callConfirmation, async ({ params, query, desk, session }) => {
    const code = currency(query.currency);
    const amounts = (text: string) =>
      text.split(',').flatMap((each) => parseMoney(each.trim(), code) ?? []);
    const { amount, dueOn } = query;
    const agreed =
      amount === undefined || dueOn === undefined
        ? []
        : [{ amounts: amounts(amount), dueOn: day(dueOn) }];
    const rendered = await renderTemplate(desk.db, {
      templateKey,
      language: query.language,
      accountId: id(params.accountId),
      contactId: id(query.contactId),
      itemIds: [],
      extra: {
        agreed,
        contested: amounts(query.disputed),
        sender: { name: session.name, phone: '' },
      },
      on: desk.clock.today(),
    });
    if (!rendered.ok) return rendered;
    return accept({ subject: rendered.value.subject, text: rendered.value.text });
  }),
];
