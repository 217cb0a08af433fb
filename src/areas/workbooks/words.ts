/** What the workbooks say: in the sheets, on the command line, and why something is refused. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import { words as worklistWords } from '#areas/worklist/words.ts';
import type { CellRefusal, WorkbookRefusal } from './rules/refusal.ts';
import { columnWords } from './words/columns.ts';

/** Why an account is on the list is said as the list says it. */
export const whyWords: Catalogue = worklistWords;

const cells = {
  'workbooks.row_tampered': {
    en: 'What this row held when it went out was changed in the file. Download the workbook again.',
    es: 'Se cambió en el archivo lo que esta fila tenía al salir. Descargue el libro de nuevo.',
  },
  'workbooks.row_unknown': {
    en: 'The key “{key}” is not of this workbook. Rows are not added here, nor taken from another.',
    es: 'La clave «{key}» no es de este libro. Aquí no se agregan filas ni se traen de otro.',
  },
  'workbooks.row_without_key': {
    en: 'The row has no key, so it is nobody’s. Restore the key, or write it at the desk.',
    es: 'La fila no tiene clave, así que no es de nadie. Restituya la clave o anótelo en el escritorio.',
  },
  'workbooks.row_twice': {
    en: 'The key stands in row {line} already. Keep one of the two rows.',
    es: 'La clave ya está en la fila {line}. Deje una de las dos filas.',
  },
  'workbooks.row_gone': {
    en: 'It is not there any more, or you may not see it. Download the workbook again.',
    es: 'Ya no existe, o usted no puede verlo. Descargue el libro de nuevo.',
  },
  'workbooks.row_says_two_things': {
    en: 'Rows of the same thing say different things; the first is row {line}. Make them agree.',
    es: 'Hay filas de lo mismo que dicen cosas distintas; la primera es la {line}. Haga que coincidan.',
  },
  'workbooks.locked_cell': {
    en: 'This cell is locked: it held “{was}” and now holds “{is}”. Restore it; until then nothing of the row is taken.',
    es: 'Esta celda está bloqueada: tenía «{was}» y ahora tiene «{is}». Restitúyala; mientras tanto no se toma nada de la fila.',
  },
  'workbooks.bad_day': {
    en: '“{value}” is not a day. Write one such as 2026-12-15.',
    es: '«{value}» no es un día. Escriba uno como 2026-12-15.',
  },
  'workbooks.bad_amount': {
    en: '“{value}” is not an amount in {currency}. Write one such as 1250.10.',
    es: '«{value}» no es un importe en {currency}. Escriba uno como 1250.10.',
  },
  'workbooks.bad_choice': {
    en: '“{value}” cannot be chosen here. Choose from the cell’s list.',
    es: '«{value}» no se puede elegir aquí. Elija de la lista de la celda.',
  },
  'workbooks.bad_person': {
    en: 'Nobody here is called “{value}”. Choose from the cell’s list.',
    es: 'Aquí nadie se llama «{value}». Elija de la lista de la celda.',
  },
  'workbooks.too_long': {
    en: 'The text is longer than {most} characters. Shorten it.',
    es: 'El texto pasa de {most} caracteres. Acórtelo.',
  },
  'workbooks.needed': {
    en: 'This cell may not be emptied. Restore it, or write what it shall be.',
    es: 'Esta celda no puede quedar vacía. Restitúyala o escriba lo que debe ser.',
  },
  'workbooks.not_permitted': {
    en: 'You may not change this ({permission}). Ask somebody who may to apply it.',
    es: 'Usted no puede cambiar esto ({permission}). Pida a quien pueda que lo aplique.',
  },
  'workbooks.next_action_without_day': {
    en: 'A next action needs its day. Fill “Come back on”.',
    es: 'Una próxima acción necesita su día. Llene «Volver el».',
  },
  'workbooks.promise_incomplete': {
    en: 'A promise needs its day and who said it. Fill “Promised for” and “Said by”.',
    es: 'Una promesa necesita su día y quién la dijo. Llene «Prometido para el» y «Dicho por».',
  },
  'workbooks.promise_not_open': {
    en: 'Only an open promise can be changed or withdrawn.',
    es: 'Solo se puede cambiar o retirar una promesa abierta.',
  },
  'workbooks.task_needs_note': {
    en: 'Say in “Comment” for whom the task waits, or why it is dropped.',
    es: 'Diga en «Comentario» a quién espera la tarea o por qué se descarta.',
  },
} satisfies Readonly<Record<CellRefusal, Phrase>>;

const refusals = {
  ...cells,
  'workbooks.not_ours': {
    en: '“{file}” is not a workbook of this desk: its signed sheet is missing. Download one and edit that.',
    es: '«{file}» no es un libro de este escritorio: falta su hoja firmada. Descargue uno y edítelo.',
  },
  'workbooks.tampered': {
    en: 'The signed sheet of “{file}” was changed, or another desk signed it. Download the workbook again.',
    es: 'La hoja firmada de «{file}» fue cambiada, o la firmó otro escritorio. Descargue el libro de nuevo.',
  },
  'workbooks.unknown_workbook': {
    en: 'This desk never handed out that workbook. Download a new one.',
    es: 'Este escritorio nunca entregó ese libro. Descargue uno nuevo.',
  },
  'workbooks.no_sheet': {
    en: 'The sheet “{sheet}” is missing. Restore it, or download the workbook again.',
    es: 'Falta la hoja «{sheet}». Restitúyala o descargue el libro de nuevo.',
  },
  'workbooks.no_key_column': {
    en: 'The sheet “{sheet}” has no column “{column}”. Restore it, or download the workbook again.',
    es: 'La hoja «{sheet}» no tiene la columna «{column}». Restitúyala o descargue el libro de nuevo.',
  },
  'workbooks.too_large': {
    en: 'The file is too large: at most {limit} {unit}. Delete rows that you did not edit.',
    es: 'El archivo es demasiado grande: a lo sumo {limit} {unit}. Borre filas que no editó.',
  },
  'workbooks.no_secret': {
    en: 'This desk has no key to sign with. Set DUNLIN_SECRET_KEY.',
    es: 'Este escritorio no tiene clave para firmar. Defina DUNLIN_SECRET_KEY.',
  },
  'workbooks.unknown_kind': {
    en: 'There is no workbook “{kind}”. There are: {kinds}.',
    es: 'No hay un libro «{kind}». Hay: {kinds}.',
  },
  'workbooks.too_many_rows': {
    en: 'That would be more than {most} rows. Narrow it to a company, a collector or an account.',
    es: 'Serían más de {most} filas. Limítelo a una empresa, un gestor o una cuenta.',
  },
  'workbooks.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'workbooks.no_such_person': {
    en: 'Nobody here has the address {email}.',
    es: 'Aquí nadie tiene la dirección {email}.',
  },
  'workbooks.no_such_upload': {
    en: 'You brought no such workbook back.',
    es: 'Usted no devolvió un libro así.',
  },
  'workbooks.undecided': {
    en: '{count, plural, one {A conflict is} other {# conflicts are}} not decided: {cells}. Choose theirs or ours for each.',
    es: '{count, plural, one {Hay un conflicto} other {Hay # conflictos}} sin decidir: {cells}. Elija el suyo o el nuestro en cada uno.',
  },
  'workbooks.nothing_to_undo': {
    en: 'Nothing of this workbook stands that could be taken back.',
    es: 'No queda nada de este libro que se pueda deshacer.',
  },
  'workbooks.one_file': {
    en: 'Bring one workbook at a time.',
    es: 'Traiga un libro a la vez.',
  },
} satisfies Readonly<Record<WorkbookRefusal, Phrase>>;

const commands = {
  'command.workbook_out': {
    en: 'writes a signed workbook to edit in Excel or LibreOffice',
    es: 'escribe un libro firmado para editar en Excel o LibreOffice',
  },
  'command.workbook_in': {
    en: 'shows what an edited workbook changes, and applies it',
    es: 'muestra qué cambia un libro editado, y lo aplica',
  },
  'command.workbook_undo': {
    en: 'takes back what an edited workbook changed',
    es: 'deshace lo que cambió un libro editado',
  },
  'workbooks.written': {
    en: '{file}: {rows, plural, one {# row} other {# rows}}.',
    es: '{file}: {rows, plural, one {# fila} other {# filas}}.',
  },
  'workbooks.no_edits': { en: 'Nothing was edited.', es: 'No se editó nada.' },
  'workbooks.tally': {
    en: '{clean} clean, {conflict} in conflict, {refused} refused, {already} already so.',
    es: '{clean} limpios, {conflict} en conflicto, {refused} rechazados, {already} ya así.',
  },
  'workbooks.applied': {
    en: 'Applied: {applied}. Refused: {refused}. Left out: {leftOut}.',
    es: 'Aplicados: {applied}. Rechazados: {refused}. Omitidos: {leftOut}.',
  },
  'workbooks.undone': {
    en: 'Taken back: {undone}. Left as they are: {kept}.',
    es: 'Deshechos: {undone}. Dejados como están: {kept}.',
  },
  'workbooks.cell': { en: 'Cell', es: 'Celda' },
  'workbooks.outcome': { en: 'Outcome', es: 'Resultado' },
  'workbooks.old': { en: 'As exported', es: 'Al salir' },
  'workbooks.theirs': { en: 'In the file', es: 'En el archivo' },
  'workbooks.ours': { en: 'Now', es: 'Ahora' },
  'workbooks.why': { en: 'Why', es: 'Por qué' },
  'workbooks.outcome_clean': { en: 'clean', es: 'limpio' },
  'workbooks.outcome_conflict': { en: 'conflict', es: 'conflicto' },
  'workbooks.outcome_refused': { en: 'refused', es: 'rechazado' },
  'workbooks.outcome_already': { en: 'already so', es: 'ya así' },
} satisfies Catalogue;

export const words = { ...refusals, ...columnWords, ...commands } satisfies Catalogue;
