/**
 * In which order of day and month the writer of a table most likely thinks, by the words it
 * uses. Asked only when neither the dates nor their run decide.
 *
 * Spanish, German, French, Italian, Dutch and Portuguese headers mean day before month. For
 * English only what is American alone counts: a `check`, a routing number, ACH, a time zone.
 */
import { type Table } from '../table.ts';
import { type DateOrder } from '../values/dates.ts';
import { plainName } from '../values/header-name.ts';

const dayFirst = new RegExp(
  '\\b(?:fecha|importe|saldo|concepto|divisa|moneda|buchung\\w*|betrag|datum|valuta|wertstellung|' +
    'kontostand|libelle|montant|solde|monnaie|causale|importo|bedrag|omschrijving|cheque|iban|' +
    'sort code|lancamento|movimento)\\b',
  'u',
);
const american = /\b(?:check|checknumber|routing|zip|ach|lockbox|checking)\b/u;
const americanZone =
  /^(?:[PMCE][SD]T|America\/(?:Los_Angeles|New_York|Chicago|Denver)|.*\(US & Canada\))$/u;
/** How American banks call a clearing of theirs; elsewhere a check is a cheque. */
const americanRails = /\b(?:ACH|PPD ID|FED REF|FEDWIRE)\b|\bcheck (?:paid )?#? ?\d{3,}/iu;

/** `dmy`, `mdy`, or undefined when the words do not say. */
export function tongueOf(table: Table): DateOrder | undefined {
  const names = table.columns.map(plainName).join(' ');
  if (dayFirst.test(names)) return 'dmy';
  if (american.test(names)) return 'mdy';
  const said = table.rows
    .slice(0, 200)
    .some((row) =>
      row.cells.some((cell) => americanZone.test(cell.trim()) || americanRails.test(cell)),
    );
  return said ? 'mdy' : undefined;
}
