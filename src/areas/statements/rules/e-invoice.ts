/**
 * Turns a document as it was issued into an electronic invoice by the terms of EN 16931.
 *
 * Our documents carry amounts of tax, not rates: lines of one tax code are one group, whose rate
 * is the shortest percentage that gives exactly its tax. Nothing is recomputed: the totals are
 * those of the document, and one that cannot be told so is refused by name.
 */
import type { Day } from '#kernel/day.ts';
import { type Currency, divideHalfUp, formatMinor, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { EInvoice, ELine, EParty, ETax } from '#formats/e-invoice/invoice.ts';

/** Whoever issues or owes it, by the terms of the standard. */
export type Party = EParty;

export type IssuedDocument = {
  readonly kind: 'invoice' | 'debit_memo' | 'credit_memo';
  readonly number: string;
  readonly poNumber: string | null;
  readonly orderNumber: string | null;
  readonly issuedOn: Day;
  readonly dueOn: Day | null;
  readonly currency: Currency;
  readonly net: bigint;
  readonly tax: bigint;
  /** Number of the invoice that a credit memo is for. */
  readonly credits: string | null;
  readonly lines: readonly {
    readonly description: string;
    readonly net: bigint;
    readonly taxCode: string | null;
    readonly tax: bigint;
  }[];
};

export type EInvoiceRefusal =
  | 'statements.no_such_document'
  | 'statements.no_letterhead'
  | 'statements.no_tax_number'
  | 'statements.lines_do_not_add_up'
  | 'statements.no_such_rate';

/** The invoice, or which of the standard's fields the book cannot fill. */
export function electronicInvoice(
  document: IssuedDocument,
  { seller, buyer, iban }: Pick<EInvoice, 'buyer' | 'iban'> & { readonly seller: EParty | null },
): Outcome<EInvoice, EInvoiceRefusal> {
  const { number, currency, net, tax } = document;
  if (seller === null) return refuse('statements.no_letterhead');
  const lines = document.lines.length > 0 ? document.lines : [whole(document)];
  const sum = lines.reduce((total, line) => total + line.net, 0n);
  const taxes = lines.reduce((total, line) => total + line.tax, 0n);
  if (sum !== net || taxes !== tax) return refuse('statements.lines_do_not_add_up', { number });
  const untaxed = tax === 0n;
  if (!untaxed && seller.vatId === null && seller.taxId === null) {
    return refuse('statements.no_tax_number');
  }
  const text = (minor: bigint): string => formatMoney(money(minor, currency));
  const groups = groupsOf(lines, untaxed);
  if (!groups) return refuse('statements.no_such_rate', { number });
  const credit = document.kind === 'credit_memo';
  return accept({
    type: credit ? '381' : '380',
    id: number,
    issuedOn: document.issuedOn,
    dueOn: document.dueOn,
    currency,
    buyerReference: document.poNumber,
    orderReference: document.poNumber ?? document.orderNumber,
    preceding: document.credits,
    seller: identified(untaxed ? { ...seller, vatId: null, taxId: null } : seller, seller),
    buyer: untaxed ? { ...buyer, vatId: null, taxId: null } : buyer,
    iban,
    lines: lines.map((line, index) => lineOf(line, index, { groups, text })),
    taxes: groups.map(({ category, rate, basis, tax: minor }) => ({
      category,
      rate,
      basis: text(basis),
      tax: text(minor),
    })),
    net: text(net),
    tax: text(tax),
    gross: text(net + tax),
  });
}

/**
 * A seller is known by a number (BR-CO-26): one that names no VAT number, by the one it is
 * registered under, and without any by its name.
 */
function identified(shown: EParty, { vatId, taxId, name }: EParty): EParty {
  return shown.vatId === null ? { ...shown, legalId: taxId ?? vatId ?? name } : shown;
}

type Line = IssuedDocument['lines'][number];

function whole({ net, tax, number }: IssuedDocument): Line {
  return { description: number, net, taxCode: null, tax };
}

type Group = Pick<ETax, 'category' | 'rate'> & {
  readonly key: string;
  readonly basis: bigint;
  readonly tax: bigint;
};

function keyOf({ taxCode, tax }: Line): string {
  return tax === 0n ? 'none' : `taxed ${taxCode ?? ''}`;
}

/** Undefined when the tax of a group is no percentage of it. */
function groupsOf(lines: readonly Line[], untaxed: boolean): Group[] | undefined {
  const groups: Group[] = [];
  for (const [key, own] of Map.groupBy(lines, keyOf)) {
    const basis = own.reduce((total, line) => total + line.net, 0n);
    const tax = own.reduce((total, line) => total + line.tax, 0n);
    if (tax === 0n) {
      const category = untaxed ? 'O' : 'E';
      groups.push({ key, category, rate: untaxed ? null : '0', basis, tax });
      continue;
    }
    const rate = rateOf(basis, tax);
    if (rate === undefined) return undefined;
    groups.push({ key, category: 'S', rate, basis, tax });
  }
  return groups;
}

/** The shortest percentage of the basis that rounds to exactly the tax. */
function rateOf(basis: bigint, tax: bigint): string | undefined {
  if (basis <= 0n || tax < 0n) return undefined;
  for (let decimals = 0; decimals <= 6; decimals += 1) {
    const scale = 10n ** BigInt(decimals);
    const rate = divideHalfUp(tax * 100n * scale, basis);
    if (divideHalfUp(basis * rate, 100n * scale) === tax) return formatMinor(rate, decimals);
  }
  return undefined;
}

function lineOf(
  line: Line,
  index: number,
  { groups, text }: { readonly groups: readonly Group[]; text(minor: bigint): string },
): ELine {
  const group = groups.find(({ key }) => key === keyOf(line));
  return {
    id: String(index + 1),
    name: line.description,
    net: text(line.net),
    category: group?.category ?? 'O',
    rate: group?.rate ?? null,
  };
}
