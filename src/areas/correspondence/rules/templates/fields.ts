/**
 * What a template may name: every field with what it says, for the editor and the manual.
 *
 * Amounts and days arrive written for the reader, in the language and customs of the letter.
 * The rule: a field that is not listed here is refused when the template is saved.
 */
import type { Phrase } from '#kernel/words.ts';

export type Field = { readonly path: string; readonly says: Phrase };

/** Fields that stand for one thing. */
export const fields: readonly Field[] = [
  field('account.number', 'The account number', 'El número de cuenta'),
  field('account.name', 'The customer’s name', 'El nombre del cliente'),
  field('contact.name', 'Whom the message is to', 'A quién va el mensaje'),
  field('company.name', 'Our company', 'Nuestra empresa'),
  field('company.signature', 'The signature of our sender', 'La firma de nuestro remitente'),
  field('company.reply_to', 'Where answers go', 'Adónde van las respuestas'),
  field('sender.name', 'Who writes', 'Quién escribe'),
  field('sender.phone', 'Their telephone', 'Su teléfono'),
  field('today', 'The day of the message', 'El día del mensaje'),
  field('reply_by', 'The day by which we ask for an answer', 'Hasta cuándo pedimos respuesta'),
  field('items_table', 'The table of the invoices', 'La tabla de las facturas'),
  field('numbers', 'The invoice numbers, with commas', 'Los números de factura, con comas'),
  field('count', 'How many invoices', 'Cuántas facturas'),
  field('oldest_days', 'Days late of the oldest one', 'Días de atraso de la más antigua'),
  field('amount_due', 'What is asked, each currency by itself', 'Lo que se pide, por moneda'),
  field('promise.amount', 'What was promised', 'Lo prometido'),
  field('promise.due', 'By which day', 'Para qué día'),
  field('dispute.number', 'What is disputed', 'Lo disputado'),
  field('dispute.reason', 'Why', 'Por qué'),
  field('payment.amount', 'The payment', 'El pago'),
  field('payment.on', 'Its day', 'Su fecha'),
  field('payment.reference', 'Its check number or reference', 'Su cheque o referencia'),
  field('complaint.subject', 'What the complaint is about', 'De qué trata la queja'),
  field('complaint.received', 'When the complaint came', 'Cuándo llegó la queja'),
  field('complaint.words', 'What we say to it', 'Lo que decimos al respecto'),
  field('credit.act', 'What was decided of their credit', 'Lo decidido sobre su crédito'),
  field('credit.on', 'When it was decided', 'Cuándo se decidió'),
  field('credit.reasons', 'The principal reasons', 'Los motivos principales'),
  field('paper.on', 'The day to which a statement goes', 'Hasta qué día va un estado de cuenta'),
  field('paper.balances', 'Its balances', 'Sus saldos'),
  field('paper.enclosed', 'The invoices enclosed, a line each', 'Las facturas adjuntas, por línea'),
  field('contested', 'What is disputed and not asked for', 'Lo disputado, que no se pide'),
  field('documents', 'The numbers of the originals enclosed', 'Los números de los originales'),
  field('charges.interest', 'Interest', 'Intereses'),
  field('charges.fees', 'Fees', 'Cargos'),
];

/** Fields that stand for several, and what each of them has. */
export const lists: readonly (Field & { readonly each: readonly Field[] })[] = [
  {
    ...field('items', 'The invoices', 'Las facturas'),
    each: [
      field('number', 'Its number', 'Su número'),
      field('po', 'The customer’s order', 'La orden del cliente'),
      field('issued', 'Its date', 'Su fecha'),
      field('due', 'When it was due', 'Su vencimiento'),
      field('days_late', 'Days late', 'Días de atraso'),
      field('amount', 'What it was for', 'Su importe'),
      field('open', 'What is asked of it', 'Lo que se pide de ella'),
    ],
  },
  {
    ...field('agreed', 'What was agreed on the telephone', 'Lo acordado por teléfono'),
    each: [
      field('amount', 'The amount', 'El importe'),
      field('due', 'By which day', 'Para qué día'),
    ],
  },
  {
    ...field('totals', 'What is asked, by currency', 'Lo que se pide, por moneda'),
    each: [
      field('currency', 'The currency', 'La moneda'),
      field('amount', 'The amount', 'El importe'),
    ],
  },
];

function field(path: string, en: string, es: string): Field {
  return { path, says: { en, es } };
}

const groups = new Set(fields.flatMap(({ path }) => (path.includes('.') ? [rootOf(path)] : [])));
const known = new Set([
  ...fields.map(({ path }) => path),
  ...lists.flatMap(({ path }) => [path, `${path}.size`, `${path}.first`, `${path}.last`]),
]);
const ofRows = new Set(lists.flatMap(({ each }) => each.map(({ path }) => path)));

function rootOf(path: string): string {
  return path.split('.')[0] ?? '';
}

/** Is this a field? A group by itself only asks whether it is there: `{% if promise %}`. */
export function isField(path: string): boolean {
  return known.has(path) || groups.has(path);
}

/** Is this one of a row's fields, under whatever name the loop gives the row? */
export function isRowField(path: string): boolean {
  const [row, name, ...rest] = path.split('.');
  if (rest.length > 0) return false;
  return row === 'forloop' || name === undefined || ofRows.has(name);
}
