/**
 * The figures that files state about themselves, in words: by the name that a reader gives them.
 *
 * A figure without words is shown by its reader's name; a test meets every sample, so that none
 * stays so.
 */
import type { Language, Phrase } from '#kernel/words.ts';

const phrase = (en: string, es: string): Phrase => ({ en, es });

/** What a figure is of, where it stands before what it counts. */
const levels: Readonly<Record<string, Phrase>> = {
  account: phrase('account', 'de la cuenta'),
  batch: phrase('batch', 'del lote'),
  bundle: phrase('bundle', 'del paquete'),
  cash_letter: phrase('cash letter', 'de la carta de efectivo'),
  file: phrase('file', 'del archivo'),
  group: phrase('group', 'del grupo'),
  interchange: phrase('interchange', 'del intercambio'),
  lockbox: phrase('lockbox', 'del lockbox'),
  message: phrase('message', 'del mensaje'),
};

/** What is counted of it; the level follows in Spanish. */
const figures: Readonly<Record<string, Phrase>> = {
  batches: phrase('count of batches', 'Número de lotes'),
  checks: phrase('count of checks', 'Número de cheques'),
  control: phrase('control number', 'Número de control'),
  count: phrase('count of records', 'Número de registros'),
  credits: phrase('total of credits', 'Total de abonos'),
  debits: phrase('total of debits', 'Total de cargos'),
  hash: phrase('total of routing numbers', 'Total de números de ruta'),
  images: phrase('count of images', 'Número de imágenes'),
  items: phrase('count of items', 'Número de partidas'),
  parts: phrase('count of parts', 'Número de partes'),
  records: phrase('count of records', 'Número de registros'),
  total: phrase('total', 'Total'),
  trailer: phrase('trailer', 'Registro final'),
};

/** Figures that are called by a name of their own. */
const names: Readonly<Record<string, Phrase>> = {
  claim_paid: phrase('Paid on the claim', 'Pagado de la reclamación'),
  closing_balance: phrase('Closing balance', 'Saldo final'),
  credit_count: phrase('Count of credits', 'Número de abonos'),
  credit_sum: phrase('Sum of credits', 'Suma de abonos'),
  debit_count: phrase('Count of debits', 'Número de cargos'),
  debit_sum: phrase('Sum of debits', 'Suma de cargos'),
  end_of_file: phrase('End of the file', 'Final del archivo'),
  entry_count: phrase('Count of entries', 'Número de asientos'),
  entry_sum: phrase('Sum of entries', 'Suma de asientos'),
  group_count: phrase('Count of groups', 'Número de grupos'),
  last_line: phrase('End of the last line', 'Final de la última línea'),
  message_count: phrase('Count of messages', 'Número de mensajes'),
  opening_balance: phrase('Opening balance', 'Saldo inicial'),
  payment_count: phrase('Count of payments', 'Número de pagos'),
  payment_sum: phrase('Sum of payments', 'Suma de pagos'),
  payment_total: phrase('Total of the payment', 'Total del pago'),
  payout: phrase('Payout', 'Pago al banco'),
  record_count: phrase('Count of records', 'Número de registros'),
  remittance_total: phrase('Total of the advice', 'Total del aviso'),
  running_balance: phrase('Running balance', 'Saldo corrido'),
  segment_count: phrase('Count of segments', 'Número de segmentos'),
  total_amount: phrase('Total of amounts', 'Total de importes'),
  total_credit: phrase('Total of credits', 'Total de abonos'),
  total_debit: phrase('Total of debits', 'Total de cargos'),
  total_gross: phrase('Total gross', 'Total bruto'),
  total_net: phrase('Total net', 'Total neto'),
  transaction_control: phrase('Control number of the set', 'Número de control de la transacción'),
  transaction_count: phrase('Count of sets', 'Número de transacciones'),
  wire_count: phrase('Count of wires', 'Número de transferencias'),
  wire_total: phrase('Total of wires', 'Total de transferencias'),
};

/** All of them; levels and figures make names together. */
export const controlNames = { levels, figures, names };

/** A figure's name at the head of a sentence; undefined for one that nobody has named. */
export function controlName(what: string, language: Language): string | undefined {
  const named = names[what];
  if (named) return named[language];
  const at = what.lastIndexOf('_');
  const [level, figure] = [levels[what.slice(0, at)], figures[what.slice(at + 1)]];
  if (!level || !figure) return undefined;
  if (language === 'es') return `${figure.es} ${level.es}`;
  return `${level.en.charAt(0).toUpperCase()}${level.en.slice(1)} ${figure.en}`;
}

/** The same, or the name that the reader gave. */
export function saidControl(what: string, language: Language): string {
  return controlName(what, language) ?? what.replaceAll('_', ' ');
}
