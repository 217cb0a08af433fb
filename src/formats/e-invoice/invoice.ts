/**
 * An invoice as it is written electronically, by the terms of EN 16931; amounts are decimal text.
 *
 * A tax group is all lines of one category and rate: S taxed, Z at zero, E exempt, O outside. An
 * invoice that knows no tax at all is outside as a whole and then names no VAT number (BR-O-02).
 */
export type EParty = {
  readonly name: string;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string;
  readonly email: string | null;
  /** Its number in the register of companies, where that is another than the tax number. */
  readonly legalId?: string | null;
  readonly vatId: string | null;
  readonly taxId: string | null;
};

export type ETax = {
  readonly category: 'S' | 'E' | 'O';
  /** Percent, exact; null outside the tax. */
  readonly rate: string | null;
  readonly basis: string;
  readonly tax: string;
};

export type ELine = {
  readonly id: string;
  readonly name: string;
  readonly net: string;
  readonly category: ETax['category'];
  readonly rate: string | null;
};

export type EInvoice = {
  readonly type: '380' | '381';
  readonly id: string;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly currency: string;
  readonly buyerReference: string | null;
  readonly orderReference: string | null;
  /** The invoice that a credit note is for. */
  readonly preceding: string | null;
  readonly seller: EParty;
  readonly buyer: EParty;
  readonly iban: string | null;
  readonly lines: readonly ELine[];
  readonly taxes: readonly ETax[];
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
};

/** Why no tax is on it, in the words that the standard asks for. */
export const exemptionReasons = {
  E: 'Exempt from tax',
  O: 'Not subject to VAT',
} as const;

/** The specification that the file says it follows. */
export const en16931 = 'urn:cen.eu:en16931:2017';

/** What stands where no day is named: an amount that is asked for says by when (BR-CO-25). */
export const onReceipt = 'Due on receipt';

/**
 * One piece at the amount of the line, or one less than none where it is taken off: a price is
 * never negative (BR-27).
 */
export function pieceOf(net: string): { readonly quantity: string; readonly price: string } {
  return net.startsWith('-')
    ? { quantity: '-1', price: net.slice(1) }
    : { quantity: '1', price: net };
}
