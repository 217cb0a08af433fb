/** Looks whether a box can be opened, before it is registered; nothing is kept. */
import { BoxError, type BoxProblem, type MailServer } from '#platform/imap/mail-server.ts';
import { openBox } from '#platform/imap/open-box.ts';

export type Tried = {
  /** How many mails it holds; null where it could not be looked at. */
  readonly mails: number | null;
  readonly problem: BoxProblem | null;
  readonly detail: string | null;
  /** A token that took the place of the one that was given. */
  readonly refreshToken: string | null;
};

export async function tryBox(server: MailServer): Promise<Tried> {
  let refreshToken: string | null = null;
  const renewed = (token: string): Promise<void> => {
    refreshToken = token;
    return Promise.resolve();
  };
  try {
    await using open = await openBox(server, { renewed });
    const mails = (await open.uids()).length;
    return { mails, problem: null, detail: null, refreshToken };
  } catch (error) {
    const problem = error instanceof BoxError ? error.problem : 'broke_off';
    const detail = error instanceof Error ? error.message : String(error);
    return { mails: null, problem, detail, refreshToken };
  }
}
