/**
 * What is said of a row that is not taken in, and what to do about it.
 *
 * `{column}` and `{value}` are as they stand in the file; the line stands beside the sentence.
 */
import type { Phrase } from '#kernel/words.ts';
import type { RowProblemCode } from '../rules/problems.ts';

type WithRemedy<Code extends string> = Readonly<Record<Code | `${Code}_remedy`, Phrase>>;

export const rowProblemWords = {
  'read.long_row': {
    en: 'The row has {cells} values under {width} columns, so its values stand in wrong columns.',
    es: 'La fila tiene {cells} valores bajo {width} columnas; sus valores están en columnas equivocadas.',
  },
  'read.long_row_remedy': {
    en: 'Put quotes around the value that holds a separator.',
    es: 'Ponga entre comillas el valor que contiene un separador.',
  },
  'import.value_missing': {
    en: 'The row has nothing under “{column}”, which every record needs.',
    es: 'La fila no tiene nada en «{column}», que todo registro necesita.',
  },
  'import.value_missing_remedy': {
    en: 'Fill it in, or map another column to this field.',
    es: 'Complételo o asigne otra columna a este campo.',
  },
  'import.code_in_scientific_notation': {
    en: '“{value}” under “{column}” was a long number; a spreadsheet has dropped its digits.',
    es: '«{value}» en «{column}» era un número largo; una hoja de cálculo perdió sus cifras.',
  },
  'import.code_in_scientific_notation_remedy': {
    en: 'Export the file again with this column as text.',
    es: 'Exporte el archivo otra vez con esta columna como texto.',
  },
  'import.date_unreadable': {
    en: '“{value}” under “{column}” is not a date.',
    es: '«{value}» en «{column}» no es una fecha.',
  },
  'import.date_unreadable_remedy': {
    en: 'Write it as 2026-11-30.',
    es: 'Escríbala así: 2026-11-30.',
  },
  'import.date_impossible': {
    en: 'There is no day “{value}” (“{column}”) in the order the dates of this file have.',
    es: 'No existe el día «{value}» («{column}») en el orden de las fechas de este archivo.',
  },
  'import.date_impossible_remedy': {
    en: 'Correct the date, or set the order of day and month.',
    es: 'Corrija la fecha o indique el orden de día y mes.',
  },
  'import.date_implausible': {
    en: '“{value}” under “{column}” is a day before 1990 or more than ten years ahead.',
    es: '«{value}» en «{column}» es un día anterior a 1990 o a más de diez años.',
  },
  'import.date_implausible_remedy': {
    en: 'Correct the year; a day that means “never” is left empty.',
    es: 'Corrija el año; un día que quiere decir «nunca» se deja vacío.',
  },
  'import.amount_unreadable': {
    en: '“{value}” under “{column}” is not an amount.',
    es: '«{value}» en «{column}» no es un importe.',
  },
  'import.amount_unreadable_remedy': {
    en: 'Write it with digits, as -1234.50.',
    es: 'Escríbalo con cifras, por ejemplo -1234.50.',
  },
  'import.scientific_notation': {
    en: '“{value}” under “{column}” has lost digits in a spreadsheet.',
    es: '«{value}» en «{column}» perdió cifras en una hoja de cálculo.',
  },
  'import.scientific_notation_remedy': {
    en: 'Export the file again with this column as a plain number.',
    es: 'Exporte el archivo otra vez con esta columna como número simple.',
  },
  'import.too_many_decimals': {
    en: '“{value}” under “{column}” has more decimals than {currency} has.',
    es: '«{value}» en «{column}» tiene más decimales que {currency}.',
  },
  'import.too_many_decimals_remedy': {
    en: 'Correct the amount, or allow rounding in the settings of the import.',
    es: 'Corrija el importe o permita redondear en los ajustes de la importación.',
  },
  'import.amount_too_large': {
    en: '“{value}” under “{column}” is more than anybody owes.',
    es: '«{value}» en «{column}» es más de lo que nadie debe.',
  },
  'import.amount_too_large_remedy': {
    en: 'Look whether two columns have run together.',
    es: 'Compruebe si se juntaron dos columnas.',
  },
  'import.order_below_zero': {
    en: 'An order, what was delivered of it and what was billed never go below zero.',
    es: 'Un pedido, lo entregado y lo facturado nunca bajan de cero.',
  },
  'import.order_below_zero_remedy': {
    en: 'State the order as it stands now; a return is a credit memo.',
    es: 'Indique el pedido como está ahora; una devolución es una nota de crédito.',
  },
  'import.amount_zero': {
    en: 'The amount under “{column}” is zero; there is nothing to collect or apply.',
    es: 'El importe en «{column}» es cero; no hay nada que cobrar ni aplicar.',
  },
  'import.amount_zero_remedy': {
    en: 'Leave the row out, or correct the amount.',
    es: 'Quite la fila o corrija el importe.',
  },
  'import.open_beyond_original': {
    en: 'What is open (“{value}”) is more than the document was issued for.',
    es: 'Lo pendiente («{value}») supera el importe del documento.',
  },
  'import.open_beyond_original_remedy': {
    en: 'Look whether the two amount columns are mapped the right way round.',
    es: 'Compruebe que las dos columnas de importe no estén intercambiadas.',
  },
  'import.credit_memo_positive': {
    en: 'This credit has a positive amount, while others in the file are negative.',
    es: 'Este abono tiene importe positivo, mientras que otros del archivo son negativos.',
  },
  'import.credit_memo_positive_remedy': {
    en: 'Give it a minus, or correct its kind.',
    es: 'Póngale signo menos o corrija su tipo.',
  },
  'import.currency_missing': {
    en: 'The row does not say its currency.',
    es: 'La fila no indica su moneda.',
  },
  'import.currency_missing_remedy': {
    en: 'Fill it in, or choose a currency for rows without one.',
    es: 'Complétela o elija una moneda para las filas que no la tienen.',
  },
  'import.currency_unknown_code': {
    en: '“{value}” is not a currency.',
    es: '«{value}» no es una moneda.',
  },
  'import.currency_unknown_code_remedy': {
    en: 'Use a code of ISO 4217 such as USD.',
    es: 'Use un código ISO 4217, por ejemplo USD.',
  },
  'import.currency_disagrees': {
    en: '“{value}” is written in another currency than the row’s, {currency}.',
    es: '«{value}» está en otra moneda que la de la fila, {currency}.',
  },
  'import.currency_disagrees_remedy': {
    en: 'Correct one of the two.',
    es: 'Corrija una de las dos.',
  },
  'import.number_unreadable': {
    en: '“{value}” under “{column}” is not a whole number.',
    es: '«{value}» en «{column}» no es un número entero.',
  },
  'import.number_unreadable_remedy': {
    en: 'Write it with digits only.',
    es: 'Escríbalo solo con cifras.',
  },
  'import.terms_unreadable': {
    en: '“{value}” could not be read as payment terms.',
    es: '«{value}» no se pudo leer como condiciones de pago.',
  },
  'import.terms_unreadable_remedy': {
    en: 'Write them as “2/10 net 30” or “EOM + 30”.',
    es: 'Escríbalas como «30 días» o «2/10 neto 30».',
  },
  'import.application_kind_unknown': {
    en: '“{value}” is no kind of application.',
    es: '«{value}» no es un tipo de aplicación.',
  },
  'import.application_kind_unknown_remedy': {
    en: 'Use payment, credit, discount or writeoff.',
    es: 'Use payment, credit, discount o writeoff.',
  },
  'import.source_missing': {
    en: 'The row does not say which payment or credit the money comes from.',
    es: 'La fila no dice de qué pago o abono viene el dinero.',
  },
  'import.source_missing_remedy': {
    en: 'Fill in the payment, or mark the row as an adjustment (ADJ).',
    es: 'Indique el pago o marque la fila como ajuste (ADJ).',
  },
  'import.id_repeated': {
    en: '“{value}” stands on line {other} as well, with other content.',
    es: '«{value}» aparece también en la línea {other}, con otro contenido.',
  },
  'import.id_repeated_remedy': {
    en: 'Keep the right one. If they are instalments, map the column that counts them.',
    es: 'Deje la correcta. Si son cuotas, asigne la columna que las numera.',
  },
  'import.ends_before_it_begins': {
    en: '“{value}” in {column} is before the day on which it began.',
    es: '«{value}» en {column} es anterior al día en que comenzó.',
  },
  'import.ends_before_it_begins_remedy': {
    en: 'Correct one of the two days.',
    es: 'Corrija una de las dos fechas.',
  },
  'import.promise_status_unknown': {
    en: '“{value}” does not say how the promise ended.',
    es: '«{value}» no dice cómo terminó la promesa.',
  },
  'import.promise_status_unknown_remedy': {
    en: 'Write open, kept, partly, broken or withdrawn.',
    es: 'Escriba abierta, cumplida, parcial, incumplida o retirada.',
  },
} satisfies WithRemedy<RowProblemCode>;
