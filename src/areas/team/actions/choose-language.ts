/** Records the language in which a member wants to be spoken to. */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { setLanguage } from '../store/members.ts';

export async function chooseLanguage(
  context: Context,
  memberId: Id,
  language: Language,
): Promise<Outcome<{ language: Language }, never>> {
  await setLanguage(context.tx, memberId, language);
  context.did({ what: 'language', id: memberId, facts: { language } });
  return accept({ language });
}
