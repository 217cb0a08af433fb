/**
 * The file by which a bank tells that a debit of ours came back, that our bank did not accept
 * that (R6x), or that the other bank insists (R7x): one batch of one entry, its totals counted.
 */

export type BackAgain = {
  readonly code: string;
  /** Trace of the debit that all of it is about. */
  readonly original: string;
  /** Trace of this very entry. */
  readonly trace: string;
  readonly cents: number;
  readonly payer: string;
  /** YYMMDD. */
  readonly on: string;
  /** Trace of the return that is not accepted, or insisted on. */
  readonly returnTrace?: string;
  /** Trace by which it was not accepted. */
  readonly dishonoredTrace?: string;
};

const bank = '02100002';

/** The lines of 94 characters. */
export function nachaReturn(told: BackAgain): string {
  const { code, original, trace, payer, on, returnTrace = '', dishonoredTrace = '' } = told;
  const amount = String(told.cents).padStart(10, '0');
  const total = String(told.cents).padStart(12, '0');
  const hash = bank.padStart(10, '0');
  const nothing = '0'.repeat(12);
  const again = returnTrace === '' ? '' : `   ${returnTrace}15601${dishonoredTrace}`;
  const addenda = `799${code}${original.padEnd(15)}      ${bank}${again}`;
  const lines = [
    `101 121000248 091000019${on}0615A094101NORTHGATE BANK         FEDERAL RESERVE`,
    `5225ACME TOOL AND DI${' '.repeat(20)}1912345678PPDCOLLECTION${on}${on}   1091000010000001`,
    `626${bank}1861174663        ${amount}C0             ${payer.padEnd(22)}  1${trace}`,
    `${addenda.padEnd(79)}${trace}`,
    `8225000002${hash}${total}${nothing}1912345678${' '.repeat(25)}091000010000001`,
    `900000100000100000002${hash}${total}${nothing}`,
  ];
  return `${lines.map((line) => line.padEnd(94)).join('\n')}\n`;
}
