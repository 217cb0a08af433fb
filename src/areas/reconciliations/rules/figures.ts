/**
 * The figures of a reconciliation, as they are shown, frozen and exported: our bridge, their
 * statement, each difference with what was said of it. Amounts are decimal strings from here on.
 */
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import { type Bridge, type Moved, bridgeOf } from './bridge.ts';
import { type Compared, type OurItem, compare } from './matching.ts';
import type { AnswerKind } from './signing.ts';
import type { TheirLine } from './their-lines.ts';

export type SaidOf = {
  readonly how: AnswerKind;
  readonly note: string;
  readonly made: string;
  readonly by: string;
};

export type Parts = {
  readonly currency: Currency;
  readonly opening: bigint;
  readonly moves: readonly Moved[];
  readonly items: readonly OurItem[];
  readonly theirs:
    | {
        readonly source: string;
        readonly closing: bigint | null;
        readonly lines: readonly TheirLine[];
      }
    | undefined;
  readonly answers: ReadonlyMap<string, SaidOf>;
};

export type FigureRow = {
  key: string;
  kind: Compared['kind'];
  itemId: string | null;
  ourNumber: string;
  theirNumber: string;
  dueOn: string | null;
  ours: string | null;
  theirs: string | null;
  theirLines: number;
  difference: string;
  answer: SaidOf | null;
};

export type Figures = {
  bridge: Record<keyof Bridge, string>;
  source: string | null;
  theirClosing: string | null;
  theirLines: number;
  difference: string | null;
  unexplained: string | null;
  agreed: number;
  open: number;
  rows: FigureRow[];
};

type Say = (minor: bigint) => string;

export function figures({ currency, opening, moves, items, theirs, answers }: Parts): Figures {
  const said: Say = (minor) => formatMoney(money(minor, currency));
  const bridge = bridgeOf(opening, moves);
  const compared = theirs ? compare(items, theirs.lines) : [];
  const rows = compared.map((each) => rowOf(each, answers, said));
  const lines = theirs?.lines.reduce((sum, line) => sum + line.minor, 0n) ?? 0n;
  const closing = theirs ? (theirs.closing ?? lines) : null;
  return {
    bridge: {
      opening: said(bridge.opening),
      invoices: said(bridge.invoices),
      charges: said(bridge.charges),
      cash: said(bridge.cash),
      credits: said(bridge.credits),
      adjustments: said(bridge.adjustments),
      closing: said(bridge.closing),
    },
    source: theirs?.source ?? null,
    theirClosing: closing === null ? null : said(closing),
    theirLines: theirs?.lines.length ?? 0,
    difference: closing === null ? null : said(closing - bridge.closing),
    unexplained: closing === null ? null : said(closing - lines),
    agreed: rows.filter(({ kind }) => kind === 'agreed').length,
    open: rows.filter(({ kind, answer }) => kind !== 'agreed' && answer === null).length,
    rows,
  };
}

function rowOf(
  { key, kind, ours, theirs, difference }: Compared,
  answers: ReadonlyMap<string, SaidOf>,
  said: Say,
): FigureRow {
  const answer = answers.get(key);
  const [item] = ours?.items ?? [];
  return {
    key,
    kind,
    itemId: item && ours?.items.length === 1 ? item.itemId : null,
    ourNumber: item?.number ?? '',
    theirNumber: theirs?.number ?? '',
    dueOn: item?.dueOn ?? null,
    ours: ours && said(ours.minor),
    theirs: theirs && said(theirs.minor),
    theirLines: theirs?.lines ?? 0,
    difference: said(difference),
    answer: answer
      ? { how: answer.how, note: answer.note, made: answer.made, by: answer.by }
      : null,
  };
}
