/** What is said when proving cash says no. */
import type { Phrase } from '#kernel/words.ts';
import type { ClosingRefusal } from '../rules/closing/refusal.ts';

export const closingWords = {
  'cash.answer_unreadable': {
    en: 'Row {row} is no answer. Write `line,accepted` or `line,rejected,what was said`.',
    es: 'La fila {row} no es una respuesta. Escriba `línea,accepted` o `línea,rejected,motivo`.',
  },
  'cash.bank_word_missing': {
    en: 'Say why the bank rejected it.',
    es: 'Diga por qué lo rechazó el banco.',
  },
  'cash.batch_not_at_bank': {
    en: 'Batch {batch} comes to {amount}, and the bank shows no deposit of that amount. Wait for it, or look for the difference.',
    es: 'El lote {batch} suma {amount} y el banco no muestra ningún depósito de ese importe. Espérelo o busque la diferencia.',
  },
  'cash.batch_settled_already': {
    en: 'Batch {batch} is booked already.',
    es: 'El lote {batch} ya está contabilizado.',
  },
  'cash.no_such_review': {
    en: 'There is no such list to look over.',
    es: 'No existe esa lista por revisar.',
  },
  'cash.own_review': {
    en: 'These are your own acts. Another person signs them.',
    es: 'Estos actos son suyos. Los firma otra persona.',
  },
  'cash.review_signed_already': {
    en: 'This list was looked over and signed already.',
    es: 'Esta lista ya fue revisada y firmada.',
  },
  'cash.batch_wrong': {
    en: 'The processor’s report of batch {batch} is {difference} off at {reference}. Ask for a corrected report.',
    es: 'El informe del procesador para el lote {batch} difiere en {difference} en {reference}. Pida uno corregido.',
  },
  'cash.book_is_ours': {
    en: 'The book of record of {company} is this desk, so nothing is told. Name another book first.',
    es: 'El libro oficial de {company} es este sistema y no hay nada que comunicar. Nombre antes otro libro.',
  },
  'cash.clear_differs': {
    en: 'The bank’s side is {bank} and ours {book}: {difference} apart. Mark rows that come to the same.',
    es: 'El lado del banco suma {bank} y el nuestro {book}: {difference} de diferencia. Marque filas que sumen lo mismo.',
  },
  'cash.clear_nothing': {
    en: 'Mark at least two rows that belong together.',
    es: 'Marque al menos dos filas que se correspondan.',
  },
  'cash.column_unreadable': {
    en: 'Row {row} of the columns names no field. Write `Title = field` with one of {fields}, or `Title = "text"`.',
    es: 'La fila {row} de las columnas no nombra ningún campo. Escriba `Título = campo` con uno de {fields}, o `Título = "texto"`.',
  },
  'cash.day_ahead': {
    en: '{day} lies ahead; today is {today}.',
    es: 'El {day} aún no ha llegado; hoy es {today}.',
  },
  'cash.day_differs': {
    en: '{day} does not balance: {count} rows differ. The first is {who}, {amount} off. Mend it, or say why it may wait.',
    es: 'El {day} no cuadra: difieren {count} filas. La primera es {who}, por {amount}. Corríjala o diga por qué puede esperar.',
  },
  'cash.day_signed_already': {
    en: '{day} is signed, and nothing has arrived since.',
    es: 'El {day} está firmado y no ha llegado nada desde entonces.',
  },
  'cash.deposit_count_differs': {
    en: '{counted} checks were counted and {keyed} keyed.',
    es: 'Se contaron {counted} cheques y se registraron {keyed}.',
  },
  'cash.deposit_differs': {
    en: 'Counted {counted}, keyed {keyed}: {difference} off. Look for the check that was keyed wrongly.',
    es: 'Contado {counted}, registrado {keyed}: {difference} de diferencia. Busque el cheque mal registrado.',
  },
  'cash.deposit_empty': {
    en: 'The deposit holds no check.',
    es: 'El depósito no contiene ningún cheque.',
  },
  'cash.deposit_image_missing': {
    en: 'Check {check} (item {item}) has no picture of both its sides. Scan it, or take the deposit to the counter.',
    es: 'El cheque {check} (partida {item}) no tiene imagen de sus dos caras. Escanéelo o lleve el depósito a ventanilla.',
  },
  'cash.deposit_not_so': {
    en: 'The deposit is {state, select, open {open} closed {closed} sent {sent} accepted {accepted} rejected {rejected} shredded {shredded} other {{state}}}; that cannot be done to it now.',
    es: 'El depósito está {state, select, open {abierto} closed {cerrado} sent {enviado} accepted {aceptado} rejected {rechazado} shredded {destruido} other {{state}}}; eso no se puede hacer ahora.',
  },
  'cash.due_in_the_past': {
    en: '{day} has passed. Say until when it may wait.',
    es: 'El {day} ya pasó. Diga hasta cuándo puede esperar.',
  },
  'cash.line_answered_already': {
    en: 'Line {line} was answered already: {state}. What was accepted there cannot be rejected here.',
    es: 'La línea {line} ya fue respondida: {state}. Lo aceptado allí no se puede rechazar aquí.',
  },
  'cash.lines_untreated': {
    en: '{count} open rows have no word yet. Say what each of them is.',
    es: 'Hay {count} filas abiertas sin explicación. Diga qué es cada una.',
  },
  'cash.no_such_bank_account': {
    en: 'There is no such bank account.',
    es: 'No existe esa cuenta bancaria.',
  },
  'cash.no_such_hold': {
    en: 'Nothing waits there any more.',
    es: 'Ahí ya no espera nada.',
  },
  'cash.no_such_line': {
    en: 'The file has no line {line}.',
    es: 'El archivo no tiene la línea {line}.',
  },
  'cash.no_such_posting_file': {
    en: 'The company made no such posting file.',
    es: 'La empresa no generó ese archivo de asientos.',
  },
  'cash.no_such_statement': {
    en: 'The account has no such statement.',
    es: 'La cuenta no tiene ese extracto.',
  },
  'cash.not_cleared': {
    en: 'That line is not cleared, or its clearing cannot be taken back: its receipt or its entry was made from it.',
    es: 'Esa línea no está conciliada, o no se puede deshacer: su cobro o su asiento se hizo a partir de ella.',
  },
  'cash.nothing_to_tell': {
    en: 'The other book knows everything that was posted in {company}.',
    es: 'El otro libro ya conoce todo lo contabilizado en {company}.',
  },
  'cash.paper_kept_until': {
    en: 'The paper is kept until {day}.',
    es: 'El papel se guarda hasta el {day}.',
  },
  'cash.rejection_says_why': {
    en: 'Line {line} was rejected without a word. Write down what the other system said.',
    es: 'La línea {line} se rechazó sin explicación. Anote lo que dijo el otro sistema.',
  },
  'cash.row_not_open': {
    en: 'A row is not open any more: somebody cleared or booked it meanwhile. Look again.',
    es: 'Una fila ya no está abierta: alguien la concilió o contabilizó entretanto. Vuelva a mirar.',
  },
  'cash.second_person_signs': {
    en: 'You worked on {day} yourself, so somebody else signs it.',
    es: 'Usted trabajó en el {day}, así que lo firma otra persona.',
  },
  'cash.statement_before_unsigned': {
    en: 'The statement to {day} is not signed yet. Sign them in their order.',
    es: 'El extracto hasta el {day} aún no está firmado. Fírmelos en su orden.',
  },
  'cash.statement_differs': {
    en: 'The bank’s side and ours are {amount} apart on {day}. Look for the row that stands on one side only.',
    es: 'El lado del banco y el nuestro difieren en {amount} al {day}. Busque la fila que solo está en un lado.',
  },
  'cash.statement_missing': {
    en: 'The statement to {day} does not open with what the last one closed with: {amount} apart. One is missing between them.',
    es: 'El extracto hasta el {day} no abre con lo que cerró el anterior: {amount} de diferencia. Falta uno entre ambos.',
  },
  'cash.statement_signed_already': {
    en: 'The statement to {day} is signed already.',
    es: 'El extracto hasta el {day} ya está firmado.',
  },
  'cash.statement_wrong': {
    en: 'The bank’s own figures to {day} do not add up: {amount} off. Ask the bank for a corrected file.',
    es: 'Las cifras del propio banco hasta el {day} no suman: {amount} de diferencia. Pida al banco un archivo corregido.',
  },
  'cash.treatment_other_way': {
    en: 'Money that went out cannot be that. Choose another treatment.',
    es: 'El dinero que salió no puede ser eso. Elija otro tratamiento.',
  },
} satisfies Readonly<Record<ClosingRefusal, Phrase>>;
