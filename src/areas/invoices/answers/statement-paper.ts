/**
 * A statement on paper: whose letterhead, whose window, which accounts, in which language.
 *
 * Everything that is said and every figure is decided before; here it only becomes text of the
 * reader's language and a PDF: the same bytes for the same content.
 */
import path from 'node:path';
import type { Day } from '#kernel/day.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { shortDay, writtenNumber } from '#kernel/written.ts';
import { renderLetter, renderLetters } from '#platform/pdf/typst.ts';
import type { PaperPart } from '../rules/statement-part.ts';
import { words } from '../words.ts';

export type PaperContent = {
  readonly language: Language;
  readonly form: 'balance_forward' | 'open_item';
  readonly from: { readonly name: string; readonly lines: readonly string[] };
  /** As it stands in the window of the envelope, from the name down. */
  readonly address: readonly string[];
  readonly account: string;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly bucketLabels: readonly string[];
  /** One; of a family one for each account, with its name. */
  readonly sections: readonly {
    readonly title: string | null;
    readonly parts: readonly PaperPart[];
  }[];
};

const template = path.join(import.meta.dirname, 'statement.typ');

/** The PDF of one statement, made at once. */
export function statementPaper(content: PaperContent): Promise<Uint8Array> {
  return renderLetter(template, laidOut(content));
}

/** The PDFs of many, in their order, made beside the server's own thread. */
export function statementPapers(contents: readonly PaperContent[]): Promise<Uint8Array[]> {
  return renderLetters(template, contents.map(laidOut));
}

/** What a statement of several accounts adds up to, by currency. */
export function familyTotals(sections: PaperContent['sections']): Map<Currency, bigint> {
  const totals = new Map<Currency, bigint>();
  for (const { currency, closing } of sections.flatMap(({ parts }) => parts)) {
    totals.set(currency, (totals.get(currency) ?? 0n) + closing);
  }
  return totals;
}

function laidOut(content: PaperContent) {
  const { language, fromOn, toOn, sections } = content;
  const say = (key: keyof typeof words, facts: Readonly<Record<string, string>> = {}): string =>
    Object.entries(facts).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, value),
      words[key][language],
    );
  const figures = figuresOf(language);
  const family = sections.length > 1;
  return {
    language,
    form: content.form,
    words: Object.fromEntries(
      Object.entries(words).map(([key, phrase]) => [key, phrase[language]]),
    ),
    from: content.from,
    address: content.address,
    code: null,
    account: content.account,
    accountLine: say('statement.account', { account: content.account }),
    period:
      content.form === 'open_item'
        ? say('statement.as_of', { to: figures.day(toOn) })
        : say('statement.period', { from: figures.day(fromOn), to: figures.day(toOn) }),
    sections: sections.map(({ title, parts }) => ({
      title: family ? title : null,
      parts: parts.map((part) => partOf(part, content, figures)),
    })),
    totals: family
      ? [...familyTotals(sections)].map(([code, minor]) => figures.amount(minor, code, true))
      : [],
  };
}

type Figures = ReturnType<typeof figuresOf>;

function partOf(part: PaperPart, { form, language, bucketLabels }: PaperContent, f: Figures) {
  const { currency } = part;
  const amount = (minor: bigint): string => f.amount(minor, currency);
  const label = (text: string): string =>
    text === 'not_due' ? words['statement.not_due'][language] : text.replace('-', '–');
  const kind = (name: string): string =>
    Object.entries(words).find(([key]) => key === `kind.${name}`)?.[1][language] ?? name;
  return {
    currency,
    opening: amount(part.opening),
    closing: f.amount(part.closing, currency, true),
    lines: part.lines.map((line) => {
      const due = line.dueOn === null ? '' : f.day(line.dueOn);
      const last = [amount(line.amount), amount(line.running)];
      return form === 'open_item'
        ? [line.document, f.day(line.on), kind(line.kind), due, ...last]
        : [f.day(line.on), line.document, kind(line.kind), due, ...last];
    }),
    buckets: [
      ...part.buckets.map((minor, index) => ({
        label: label(bucketLabels[index] ?? ''),
        amount: amount(minor),
      })),
      { label: words['statement.unapplied'][language], amount: amount(part.unapplied) },
    ],
  };
}

function figuresOf(language: Language) {
  return {
    day: (on: Day): string => shortDay(on, language),
    amount(minor: bigint, code: Currency, named = false): string {
      const said = writtenNumber(formatMoney(money(minor, code)), language);
      return named ? `${said} ${code}` : said;
    },
  };
}
