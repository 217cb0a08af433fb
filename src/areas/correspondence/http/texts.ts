/** Texts over the wire, and the provider's own door: what it brings, and what it reports. */
import { id } from '#kernel/ids.ts';
import { refuse } from '#kernel/outcome.ts';
import { type Desk, accepted, perform } from '#platform/action.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { reportText } from '../actions/texts/report-text.ts';
import { sendText } from '../actions/texts/send-text.ts';
import { takeText } from '../actions/texts/take-text.ts';
import * as contract from '../contract/texts.ts';

export const textRoutes: readonly Served[] = [
  serve(contract.sendText, async ({ params, body, desk, perform: act }) => {
    if (desk.telephony?.texter === undefined) return refuse('text.not_set_up');
    const wish = { ...body, accountId: id(params.accountId), contactId: id(body.contactId) };
    return act(
      'correspondence.send_text',
      'a text',
      (context) => sendText(context, wish),
      wish.accountId,
    );
  }),
];

type Fields = Readonly<Record<string, string>>;
const actor = { ref: 'job:correspondence.texts', memberId: null };

/** Takes a text that the provider brings; whoever calls has checked its signature. */
export async function hearText(desk: Desk, fields: Fields): Promise<void> {
  const wish = {
    providerId: fields['MessageSid'] ?? '',
    from: fields['From'] ?? '',
    to: fields['To'] ?? '',
    body: fields['Body'] ?? '',
    phone: desk.telephony?.callerNumber ?? fields['To'] ?? '',
  };
  if (wish.providerId === '') return;
  const doing = {
    action: 'correspondence.take_text',
    actor,
    reason: 'a text came in',
    input: { providerId: wish.providerId },
  };
  accepted(await perform(desk, doing, (context) => takeText(context, wish)));
}

/** Takes what the provider reports of a text that went out. */
export async function hearReport(desk: Desk, fields: Fields): Promise<void> {
  const report = {
    providerId: fields['MessageSid'] ?? '',
    state: fields['MessageStatus'] ?? '',
    errorCode: fields['ErrorCode'] ?? '',
  };
  if (report.providerId === '') return;
  const doing = {
    action: 'correspondence.report_text',
    actor,
    reason: 'the provider reports',
    input: report,
  };
  accepted(await perform(desk, doing, (context) => reportText(context, report)));
}
