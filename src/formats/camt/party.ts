/**
 * The other side of a bank line: who paid us, or whom we paid.
 *
 *   money in     the debtor          money out    the creditor
 *   a reversal   the other way round: the payment that it takes back was theirs
 */
import { type BankTransaction } from '../neutral.ts';
import { type XmlNode, at, firstText } from '../xml/node.ts';

type Party = Pick<BankTransaction, 'payerName' | 'payerAccount'>;

/** Name and account, from the details of one line; the first that has them. */
export function counterparty(
  details: readonly XmlNode[],
  debit: boolean,
  reversal: boolean,
): Party {
  const sides = debit === reversal ? (['Dbtr', 'Cdtr'] as const) : (['Cdtr', 'Dbtr'] as const);
  // Several payments in one line have no one payer.
  const parties = details.length === 1 ? at(details[0], 'RltdPties') : undefined;
  for (const side of sides) {
    const party = partyOf(parties, side);
    if (party.payerName !== undefined || party.payerAccount !== undefined) return party;
  }
  return {};
}

/** Name and account of one side, of the parties that an element names. */
export function partyOf(parties: XmlNode | undefined, side: 'Dbtr' | 'Cdtr'): Party {
  const payerName = nameOf(parties, side) ?? nameOf(parties, `Ultmt${side}`);
  const payerAccount = accountOf(at(parties, `${side}Acct`));
  return {
    ...(payerName === undefined ? {} : { payerName }),
    ...(payerAccount === undefined ? {} : { payerAccount }),
  };
}

/** Later versions have a person or an agent inside the party. */
function nameOf(parties: XmlNode | undefined, role: string): string | undefined {
  return firstText(parties, [role, 'Nm'], [role, 'Pty', 'Nm'], [role, 'Agt', 'FinInstnId', 'Nm']);
}

/** The number of an account, as its version writes it. */
export function accountOf(account: XmlNode | undefined): string | undefined {
  return firstText(
    account,
    ['Id', 'IBAN'],
    ['Id', 'Othr', 'Id'],
    ['Id', 'BBAN'],
    ['Id', 'UPIC'],
    ['Id', 'PrtryAcct', 'Id'],
  );
}
