/**
 * What `dunlin read --summary` tells of an electronic invoice: every text as the file writes it,
 * null where it says nothing.
 */
export type InvoiceFigures = {
  readonly syntax: 'UBL' | 'CII';
  /** UNTDID 1001: 380 invoice, 381 credit note, 384 corrected, 389 self-billed. */
  readonly type: string | null;
  readonly id: string | null;
  readonly issue: string | null;
  readonly due: string | null;
  readonly currency: string | null;
  readonly lines: number;
  readonly lineExtension: string | null;
  readonly allowance: string | null;
  readonly charge: string | null;
  readonly taxExclusive: string | null;
  readonly tax: string | null;
  readonly taxInclusive: string | null;
  readonly prepaid: string | null;
  readonly rounding?: string | null;
  readonly payable: string | null;
  readonly lineSumMatches?: boolean;
  readonly seller?: string | null;
  readonly buyer?: string | null;
  readonly buyerRef?: string | null;
  readonly profile: string | null;
};
