/**
 * Bank transaction codes of ISO 20022, `PMNT/RCDT/ESCT`: domain, family, sub-family; and
 * the bank's own code where it gives no other.
 */
import { type Channel } from '../neutral.ts';
import { type XmlNode, at, textAt } from '../xml/node.ts';

/** `iso:PMNT/RCDT/ESCT`, or `iso:NTRF+166` for a code of the bank's own. */
export function codeOf(entry: XmlNode, detail: XmlNode | undefined): string | undefined {
  for (const code of [at(detail, 'BkTxCd'), at(entry, 'BkTxCd')]) {
    const domain = textAt(code, 'Domn', 'Cd');
    const family = textAt(code, 'Domn', 'Fmly', 'Cd');
    const sub = textAt(code, 'Domn', 'Fmly', 'SubFmlyCd');
    if (domain !== undefined) {
      return `iso:${[domain, family, sub].filter((part) => part !== undefined).join('/')}`;
    }
    const own = textAt(code, 'Prtry', 'Cd');
    if (own !== undefined) return `iso:${own}`;
  }
  return undefined;
}

const families: Readonly<Record<string, Channel>> = {
  RCDT: 'transfer',
  ICDT: 'transfer',
  RRCT: 'instant',
  IRCT: 'instant',
  RDDT: 'ach',
  IDDT: 'ach',
  RCHQ: 'check',
  ICHQ: 'check',
  LBOX: 'lockbox',
  CCRD: 'card',
  MCRD: 'card',
  CNTR: 'cash',
};

/** Sub-families that name the rails, or a charge of the bank, whatever the family. */
const subFamilies: Readonly<Record<string, Channel>> = {
  ACDT: 'ach',
  ADBT: 'ach',
  XBCT: 'wire',
  FICT: 'wire',
  CHRG: 'charge',
  COMM: 'charge',
  FEES: 'charge',
  INTR: 'charge',
};

/** The rails of a code of ISO 20022. */
export function channelOf(code: string | undefined): Channel {
  const [, family = '', sub = ''] = (code ?? '').replace(/^iso:/u, '').split('/');
  return subFamilies[sub] ?? families[family] ?? 'other';
}

/** Payments that came back: unpaid debits, returned transfers and checks. */
const returnCodes = new Set(['UPDD', 'UPCT', 'UPCQ', 'UPTC', 'RRTN', 'PRDD', 'PRCT', 'RPCR']);

/** Does the code itself say that a payment came back? */
export function isReturn(code: string | undefined): boolean {
  return returnCodes.has((code ?? '').split('/')[2] ?? '');
}
