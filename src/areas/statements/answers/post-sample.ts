/** Sends the sample of a run to the person who asked, as one mail with its papers. */
import type { Desk } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import type { Mailer, Posted } from '#platform/mail/mailer.ts';
import { keptFile } from '#areas/correspondence/index.ts';
import type { Paper } from '../store/papers.ts';
import type { Run } from '../store/runs.ts';

export async function postSample(
  desk: Desk,
  mail: Mailer,
  {
    run,
    papers,
    to,
  }: { readonly run: Run; readonly papers: readonly Paper[]; readonly to: string },
): Promise<Posted> {
  const files = await Promise.all(
    papers.map(async ({ accountId, account, fileId }) => {
      const file = fileId && (await keptFile(desk.db, accountId, fileId));
      if (!file) throw new Error(`the paper of ${account} is gone`);
      return { name: file.fileName, type: file.mediaType, content: file.content };
    }),
  );
  return mail.send({
    messageId: `${newId()}@${mail.from.address.split('@').at(-1) ?? ''}`,
    from: mail.from,
    replyTo: '',
    to: { name: to, address: to },
    subject: `TEST / PRUEBA · ${run.companyName} · ${run.toOn}`,
    text: papers
      .map(({ account, name, document }) => [account, name, document ?? ''].join(' ').trim())
      .join('\n'),
    html: '',
    thread: [],
    headers: {},
    files,
  });
}
