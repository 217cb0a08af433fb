/**
 * The page behind a link: plain HTML without a script, in the language of whoever was asked.
 *
 * It shows the one question and nothing of the account beyond it. Every word from outside is
 * written as text.
 */
import { formatMoney } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { hashToken } from '#platform/auth/tokens.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { largestFile, mostFiles, verdicts } from '../rules/link.ts';
import { type ListedCase, listCases } from '../store/board.ts';
import { type Link, linkHashed } from '../store/links.ts';
import { companyName } from '../store/cases.ts';
import { reasonNames, verdictNames } from '../words/names.ts';
import { pageWords } from '../words/page.ts';

export type LinkView = {
  readonly link: Link;
  readonly found: ListedCase;
  readonly company: string;
};

/** What a token opens; undefined when it opens nothing. Whether it still may is for the action. */
export async function linkView(db: Queries, token: string): Promise<LinkView | undefined> {
  const link = await linkHashed(db, hashToken(token));
  if (!link) return undefined;
  const { accountId, caseId } = link;
  const one = { limit: 1, offset: 0, now: link.madeAt };
  const [found] = await listCases(db, { accountId, caseId, companies: 'all' }, one);
  return found && { link, found, company: await companyName(db, accountId) };
}

/** Shown back by the form, so that a page elsewhere that guesses the address cannot answer. */
export function formMark(token: string): string {
  return hashToken(`${token} answer form`);
}

type Said = { readonly token: string; readonly language: Language; readonly note: string };

/** The question with its form; `note` says what was wrong with an answer before. */
export function questionPage(
  { link, found, company }: LinkView,
  { token, language, note }: Said,
): string {
  const t = (name: string, facts: Facts = {}): string =>
    text(say(pageWords, name, facts, language));
  const { amount } = found;
  const choices = verdicts.map(
    (each) =>
      `<label class="choice"><input type="radio" name="verdict" value="${each}" required> ` +
      `${text(verdictNames[each][language])}</label>`,
  );
  const facts = [
    [t('customer'), text(found.name)],
    [t('documents'), text(found.documents.join(', '))],
    [t('disputed'), `${text(formatMoney(amount))} ${text(amount.currency)}`],
    [t('reason'), text(reasonNames[found.reason][language])],
  ].map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  const other = language === 'en' ? 'es' : 'en';
  const until = t('until', { day: link.expiresAt.slice(0, 10) });
  const again = link.answers > 0 ? `<p>${t('before', { count: link.answers })}</p>` : '';
  return page(
    language,
    `<p class="lang"><a href="?lang=${other}">${t('other_language')}</a></p>
<h1>${t('title')}</h1>
<p>${t('asks', { company, name: link.toName })}</p>
<blockquote>${text(link.question)}</blockquote>
<dl>${facts.join('')}</dl>
${note === '' ? '' : `<p role="alert" class="wrong">${text(note)}</p>`}${again}
<form method="post" enctype="multipart/form-data" action="?lang=${language}">
<input type="hidden" name="mark" value="${formMark(token)}">
<fieldset><legend>${t('verdict')}</legend>${choices.join('')}</fieldset>
<label for="answer">${t('answer')}</label>
<textarea id="answer" name="answer" rows="6" maxlength="4000"></textarea>
<label for="files">${t('files')}</label>
<input id="files" type="file" name="files" multiple accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff">
<p class="quiet">${t('limits', { files: mostFiles, megabytes: largestFile / 1024 / 1024 })}</p>
<button type="submit">${t('send')}</button>
</form>
<p class="quiet">${until} ${t('privacy', { company })}</p>`,
  );
}

/** A page that only says something: thanks, or why the link opens nothing. */
export function wordsPage(language: Language, words: string): string {
  const title = text(say(pageWords, 'title', {}, language));
  return page(language, `<h1>${title}</h1>\n<p role="status">${text(words)}</p>`);
}

/** A sentence of the page. */
export function pageSentence(name: keyof typeof pageWords, language: Language): string {
  return say(pageWords, name, {}, language);
}

function page(language: Language, body: string): string {
  const title = text(say(pageWords, 'title', {}, language));
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head>
<body><main>${body}</main></body></html>`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1c2430;background:#fff}
main{max-width:38rem;margin:0 auto;padding:1.25rem}h1{font-size:1.35rem}
blockquote{margin:1rem 0;padding:.75rem 1rem;border-left:4px solid #3b5bdb;background:#f3f5fb;
white-space:pre-wrap}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}
dt{color:#4a5568}dd{margin:0;font-weight:600}fieldset{border:1px solid #b8c0cc;margin:1rem 0}
.choice{display:block;padding:.4rem 0}label{font-weight:600}.choice{font-weight:400}
textarea,input[type=file]{display:block;width:100%;box-sizing:border-box;margin:.25rem 0 1rem;
font:inherit}button{font:inherit;padding:.6rem 1.2rem;background:#2f4ac0;color:#fff;border:0;
border-radius:6px}.quiet{color:#4a5568;font-size:.9rem}.wrong{color:#a11919;font-weight:600}
.lang{text-align:right;margin:0}a{color:#2f4ac0}`;

function text(words: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return words.replaceAll(/[&<>"']/gu, (mark) => marks[mark] ?? mark);
}
