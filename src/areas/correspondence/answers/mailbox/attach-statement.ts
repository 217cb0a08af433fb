/** A statement as of today, kept as it will be sent. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { accepted, type Context, type Desk } from '#platform/action.ts';
import { readStatement, statementPdf } from '#areas/invoices/index.ts';
import { keepFile } from '../../actions/messages/keep-file.ts';
import type { AttachmentWish } from '../../actions/messages/queue-message.ts';

export type StatementMade = { readonly fileName: string; readonly content: Uint8Array };

/** Drawn before the transaction begins, because drawing takes a while. */
export async function drawStatement(
  desk: Desk,
  accountId: Id,
  language: Language,
): Promise<Outcome<StatementMade>> {
  const to = desk.clock.today();
  const answer = await readStatement(desk.db, accountId, { from: undefined, to });
  if (!answer.ok) return answer;
  const content = await statementPdf(desk.db, answer.value, accountId, language);
  return accept({ fileName: `statement-${answer.value.account}-${to}.pdf`, content });
}

export async function attachStatement(
  context: Context,
  accountId: Id,
  { fileName, content }: StatementMade,
): Promise<AttachmentWish> {
  const file = { accountId, fileName, mediaType: 'application/pdf', content };
  const { fileId } = accepted(await keepFile(context, file));
  return { kind: 'statement', id: fileId };
}
