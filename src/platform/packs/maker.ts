/**
 * A pack: a report that sends itself, made of a few kinds of blocks that become a mail, a PDF and
 * a workbook alike.
 *
 * An area that has something to report exports a maker from its answers; `src/server/packs.ts`
 * lists the makers. A maker reads and writes nothing; every text of its blocks is already in the
 * language of the reader, every amount a decimal string in one currency.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Currency } from '#kernel/money.ts';
import type { Language, Phrase } from '#kernel/words.ts';
import type { SheetSums, SheetValue } from '../files/write-xlsx.ts';
import type { Db, Queries } from '../postgres/db.ts';
import type { CompanyScope } from '../postgres/scope.ts';

export type PackMaker = {
  /** Stable, as it stands in a schedule: `over-60`. */
  readonly kind: string;
  readonly title: Phrase;
  /** One sentence: what it is for and for whom. */
  readonly says: Phrase;
  /** What a reader must be allowed to receive it at all. */
  readonly needs: string;
  /** Readers without `packs.oversee` receive their own part of it; left out: nothing. */
  readonly ownPart?: true;
  /** `month`: as of the end of the month before, in the first half of one; else of the day. */
  readonly of: 'day' | 'month';
  /** What else a schedule must say: the name of a setting with its choices. */
  readonly asks?: (db: Queries, reader: PackReader) => Promise<readonly PackChoice[]>;
  make(db: Db, asked: PackAsked): Promise<Pack>;
};

/** A setting of a schedule: which saved report, which team. */
export type PackChoice = {
  readonly setting: string;
  readonly label: Phrase;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

export type PackCompany = {
  readonly companyId: Id;
  readonly code: string;
  readonly name: string;
  readonly currency: Currency;
  readonly zone: string;
};

export type PackAsked = {
  readonly company: PackCompany;
  readonly asOf: Day;
  /** The day on which it is made: what has no past is of this day, whatever `asOf` says. */
  readonly today: Day;
  /** What the book knew then; an issue is frozen at this moment. */
  readonly knownAt: Instant;
  readonly language: Language;
  readonly reader: PackReader;
  readonly settings: Readonly<Record<string, string>>;
  /** The issue before this one of the same schedule, or of the kind where it has none. */
  readonly before: { readonly asOf: Day; readonly knownAt: Instant } | null;
};

/** For whom it is made: an edition is shared only by readers who may see the same. */
export type PackReader = {
  /** `own`: only what this member's accounts and doings say. */
  readonly sight: 'company' | 'own';
  /** Whose part it is for `own`; else who asks for it, or owns its schedule. Null: the console. */
  readonly memberId: Id | null;
  readonly permissions: readonly string[];
  readonly companies: CompanyScope;
};

export type Pack = {
  readonly title: string;
  /** Plain sentences that say the whole in short: the text of the mail and the top of the PDF. */
  readonly summary: readonly string[];
  readonly blocks: readonly PackBlock[];
};

export type PackBlock =
  | {
      readonly kind: 'heading';
      readonly text: string;
      /** Begins a page on paper. */ readonly page?: true;
    }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'quiet' | 'warning' }
  | { readonly kind: 'figures'; readonly figures: readonly PackFigure[] }
  | PackTable
  | PackChart;

export type PackUnit = 'money' | 'days' | 'percent' | 'count' | 'ratio';

export type PackFigure = {
  readonly label: string;
  /** A decimal string; null where it cannot be said (nothing to divide by). */
  readonly value: string | null;
  readonly unit: PackUnit;
  readonly currency: string | null;
  /** The same figure in the issue before, or at the time that `note` names. */
  readonly before?: string | null;
  readonly goal?: string | null;
  /** Which way is good; decides the colour of a change. */
  readonly better?: 'up' | 'down';
  /** How it is counted, or what it is compared with, in a few words. */
  readonly note?: string;
};

export type PackColumn = {
  readonly header: string;
  readonly kind: 'text' | 'amount' | 'count' | 'percent' | 'days' | 'day';
  /** Adds up in the last row; only columns of one currency or of counts. */
  readonly total?: true;
  /** Takes what width is left on paper. */
  readonly wide?: true;
  /** Only in the workbook. */
  readonly sheetOnly?: true;
};

export type PackTable = {
  readonly kind: 'table';
  /** Of its sheet and above it on paper. */
  readonly name: string;
  readonly columns: readonly PackColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** The label of the last row, which adds up. */
  readonly totalsLabel?: string;
  /** Last rows that add up already, one a currency: where one column holds several. */
  readonly totalRows?: readonly (readonly SheetValue[])[];
  /** Which of their cells add up the rows; in the workbook they are formulas. */
  readonly sums?: SheetSums;
  /** Rows on paper and in the mail; the workbook has them all. */
  readonly shown?: number;
  /** Rows that are marked, counted from 0. */
  readonly marked?: readonly number[];
};

/** `band`: three series, low, middle and high; `pareto`: bars falling, with their running share. */
export type PackChart = {
  readonly kind: 'chart';
  readonly title: string;
  readonly shape: 'line' | 'bars' | 'stack' | 'band' | 'pareto';
  readonly unit: PackUnit;
  readonly currency: string | null;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (string | null)[];
    /** Drawn apart from the others: what was planned beside what came. */
    readonly dashed?: true;
  }[];
  /** What one sees, for whoever does not see it. */
  readonly alt: string;
};
