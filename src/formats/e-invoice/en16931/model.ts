/**
 * An invoice by the business terms of EN 16931-1:2017, whatever syntax it came in: every text as
 * the file writes it, null where it says nothing. The terms' numbers stand beside their names.
 */
export type Text = string | null;

export type Coded = { readonly value: Text; readonly scheme: Text };

export type TermParty = {
  /** BT-27, BT-44, BT-59, BT-62. */
  readonly name: Text;
  /** BT-29, BT-46, BT-60. */
  readonly ids: readonly string[];
  /** BT-30, BT-47, BT-61. */
  readonly legalId: Text;
  /** BT-31, BT-48, BT-63. */
  readonly vatId: Text;
  /** BT-32: a number for another tax. */
  readonly taxId: Text;
  /** BT-34, BT-49; null where there is none at all. */
  readonly electronic: Coded | null;
  /** BG-5, BG-8, BG-12 stand there at all. */
  readonly hasAddress: boolean;
  /** BT-40, BT-55, BT-69. */
  readonly country: Text;
};

export type TermAdjustment = {
  /** BT-92, BT-99, BT-136, BT-141. */
  readonly amount: Text;
  /** BT-93, BT-100, BT-137, BT-142. */
  readonly base: Text;
  /** BT-97, BT-104, BT-139, BT-144. */
  readonly reason: Text;
  /** BT-98, BT-105, BT-140, BT-145. */
  readonly code: Text;
  /** BT-95, BT-102; none on a line. */
  readonly category: Text;
  /** BT-96, BT-103. */
  readonly rate: Text;
};

export type TermPeriod = { readonly start: Text; readonly end: Text };

export type TermLine = {
  /** BT-126. */
  readonly id: Text;
  /** BT-129, BT-130. */
  readonly quantity: Text;
  readonly unit: Text;
  /** BT-131. */
  readonly net: Text;
  /** BG-26; null where it does not stand there. */
  readonly period: TermPeriod | null;
  readonly allowances: readonly TermAdjustment[];
  readonly charges: readonly TermAdjustment[];
  /** BT-146, BT-148. */
  readonly price: Text;
  readonly grossPrice: Text;
  /** BT-153. */
  readonly name: Text;
  /** BT-157; null where there is none. */
  readonly standardId: Coded | null;
  /** BT-158. */
  readonly classes: readonly Coded[];
  /** BT-151, BT-152. */
  readonly category: Text;
  readonly rate: Text;
  /** BT-160, BT-161. */
  readonly attributes: readonly { readonly name: Text; readonly value: Text }[];
};

export type TermTax = {
  /** BT-116 … BT-121. */
  readonly basis: Text;
  readonly tax: Text;
  readonly category: Text;
  readonly rate: Text;
  readonly reason: Text;
  readonly code: Text;
};

export type Terms = {
  /** BT-24, BT-1, BT-2, BT-3, BT-5, BT-6. */
  readonly profile: Text;
  readonly number: Text;
  readonly issuedOn: Text;
  readonly type: Text;
  readonly currency: Text;
  readonly taxCurrency: Text;
  /** BT-7, BT-8. */
  readonly taxPointOn: Text;
  readonly taxPointCode: Text;
  /** BT-9, BT-20. */
  readonly dueOn: Text;
  readonly terms: Text;
  /** BT-25 of each preceding invoice. */
  readonly preceding: readonly Text[];
  readonly seller: TermParty;
  readonly buyer: TermParty;
  readonly payee: TermParty | null;
  readonly representative: TermParty | null;
  /** BT-72; BG-14; BG-15 with BT-80. */
  readonly deliveredOn: Text;
  readonly period: TermPeriod | null;
  readonly deliverTo: { readonly country: Text } | null;
  /** BG-16: BT-81, BT-84 of each transfer, BT-87 of a card. */
  readonly payments: readonly {
    readonly code: Text;
    readonly accounts: readonly Text[];
    readonly card: Text;
  }[];
  readonly allowances: readonly TermAdjustment[];
  readonly charges: readonly TermAdjustment[];
  /** BT-106 … BT-115. */
  readonly totals: {
    readonly lines: Text;
    readonly allowances: Text;
    readonly charges: Text;
    readonly net: Text;
    readonly tax: Text;
    readonly taxAccounting: Text;
    readonly gross: Text;
    readonly paid: Text;
    readonly rounding: Text;
    readonly payable: Text;
  };
  readonly taxes: readonly TermTax[];
  /** BT-122 of each supporting document. */
  readonly documents: readonly Text[];
  readonly lines: readonly TermLine[];
};

/** One rule of the standard; `holds` is true where there is nothing for it to judge. */
export type TermRule = {
  readonly id: string;
  /** What the standard says. */
  readonly text: string;
  readonly holds: (invoice: Terms) => boolean;
};
