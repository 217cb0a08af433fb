/** The worksheet of a withdrawal on paper: each step with its figures and where it is written. */
import path from 'node:path';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import type { WireWithdrawal } from '../contract.ts';
import { words } from '../words.ts';

const template = path.join(import.meta.dirname, 'worksheet.typ');

export async function worksheetPaper(
  withdrawal: WireWithdrawal,
  who: { readonly name: string; readonly account: string },
  language: Language,
): Promise<Uint8Array> {
  const text = (code: string, facts: Record<string, string> = {}): string =>
    say(words, `students.${code}`, facts, language);
  const { withdrawnOn: left, determinedOn: known, term, currency } = withdrawal;
  return renderPdf(template, {
    language,
    title: text('worksheet_title'),
    who: `${who.name} · ${who.account}`,
    sub: text('worksheet_sub', { left, known, term }),
    exempt: withdrawal.exempt ? text('worksheet_exempt') : '',
    currency,
    steps: withdrawal.steps,
    returns: withdrawal.returns.map(({ name, amount }) => ({ name, amount })),
    deadlines: withdrawal.deadlines,
  });
}
