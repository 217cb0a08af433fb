/** One file of an edition, as it was sent. */
import { fileTypes } from '#platform/files/file-types.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import type { Edition } from '../store/editions.ts';
import type { IssueCard } from '../store/issues.ts';

export function issueFileOf(
  { kind, company, asOf }: Pick<IssueCard, 'kind' | 'company' | 'asOf'>,
  { mailText, mailHtml, pdf, xlsx, language }: Edition,
  format: 'pdf' | 'xlsx' | 'html' | 'txt',
): FileAnswer {
  const name = `${kind}-${company}-${asOf}-${language}.${format}`;
  switch (format) {
    case 'pdf':
      return { name, type: fileTypes.pdf, body: pdf };
    case 'xlsx':
      return { name, type: fileTypes.xlsx, body: xlsx };
    case 'html':
      return { name, type: 'text/html; charset=utf-8', body: mailHtml };
    case 'txt':
      return { name, type: 'text/plain; charset=utf-8', body: mailText };
  }
}
