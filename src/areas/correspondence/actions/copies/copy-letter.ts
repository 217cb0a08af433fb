/** The words that go with originals, by the company's template, in the language of the reader. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import { renderTemplate } from '../templates/render-template.ts';

const templateKey = 'original-copy';

type Whom = {
  readonly accountId: Id;
  readonly contactId: Id | null;
  readonly language: Language;
  readonly toName: string;
};

export type CopyWords = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly templateKey: string;
  readonly templateVersion: number;
};

export async function copyLetter(
  { tx, today }: Context,
  whom: Whom,
  numbers: readonly string[],
): Promise<Outcome<CopyWords, TemplateRefusal>> {
  const wish = { ...whom, templateKey, itemIds: [], on: today, extra: { documents: numbers } };
  const rendered = await renderTemplate(tx, wish);
  return rendered.ok ? accept({ ...rendered.value, templateKey }) : rendered;
}
