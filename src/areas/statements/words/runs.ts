/** What a run of statements or invoices says: every refusal with its remedy. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { Problem } from '../rules/paper.ts';
import type { RunRefusal } from '../rules/run.ts';

const refusals = {
  'statements.no_such_company': {
    en: 'There is no company {company} to see.',
    es: 'No hay ninguna empresa {company} a la vista.',
  },
  'statements.no_such_run': {
    en: 'There is no such run.',
    es: 'No existe esa corrida.',
  },
  'statements.run_not_moving': {
    en: 'Nothing is under way that could be paused.',
    es: 'No hay nada en curso que se pueda pausar.',
  },
  'statements.run_not_paused': {
    en: 'The run is not paused.',
    es: 'La corrida no está en pausa.',
  },
  'statements.run_over': {
    en: 'The run is over; start another one.',
    es: 'La corrida terminó; inicie otra.',
  },
  'statements.run_not_in_review': {
    en: 'A run is approved while it is in review: all papers made, none gone.',
    es: 'Una corrida se aprueba mientras está en revisión: todo hecho, nada enviado.',
  },
  'statements.period_backwards': {
    en: 'The period ends before it begins.',
    es: 'El período termina antes de comenzar.',
  },
  'statements.period_not_over': {
    en: 'The period ends on {to}, which is after today, {today}.',
    es: 'El período termina el {to}, después de hoy, {today}.',
  },
  'statements.run_exists': {
    en: 'There is a run to {to} already. Stop it first if it is to be made again.',
    es: 'Ya hay una corrida al {to}. Deténgala antes si debe repetirse.',
  },
  'statements.nothing_to_send': {
    en: 'Nobody owed anything and nothing happened in this period.',
    es: 'Nadie debía nada ni hubo movimientos en este período.',
  },
  'statements.no_invoice_to_send': {
    en: 'No invoice of this period waits to go out: all are in a run already, or none was issued.',
    es: 'Ninguna factura de este período espera salir: todas están en una corrida o no se emitió ninguna.',
  },
  'statements.not_written': {
    en: 'The book cannot write this invoice out. Complete the letterhead or attach the original, then run again.',
    es: 'El libro no puede escribir esta factura. Complete el membrete o adjunte el original y repita la corrida.',
  },
  'statements.no_such_paper': {
    en: 'This run has no such paper.',
    es: 'Esta corrida no tiene ese documento.',
  },
  'statements.not_an_exception': {
    en: 'This paper goes out by itself once the run is approved.',
    es: 'Este documento sale solo cuando se apruebe la corrida.',
  },
  'statements.gone_already': {
    en: 'This paper is on its way already.',
    es: 'Este documento ya está en camino.',
  },
  'statements.no_way_out': {
    en: 'There is no address to send it to. Add one to the account, then run again or print it.',
    es: 'No hay dirección a la que enviarlo. Agregue una a la cuenta y repita o imprímalo.',
  },
  'statements.mail_not_set_up': {
    en: 'No mail server is set up. Start with SMTP_URL and MAIL_FROM.',
    es: 'No hay servidor de correo. Arranque con SMTP_URL y MAIL_FROM.',
  },
  'statements.mail_not_taken': {
    en: 'The mail server did not take the test: {detail}',
    es: 'El servidor de correo no aceptó la prueba: {detail}',
  },
} satisfies Readonly<Record<RunRefusal, Phrase>>;

const problems = {
  'problem.no_email': {
    en: 'no e-mail address: printed instead',
    es: 'sin correo electrónico: se imprime',
  },
  'problem.no_address': { en: 'no postal address', es: 'sin dirección postal' },
  'problem.address_refused': {
    en: 'the last letter came back',
    es: 'la última carta volvió',
  },
  'problem.credit_balance': { en: 'credit balance', es: 'saldo a favor' },
  'problem.new_address': {
    en: 'another address than last time',
    es: 'otra dirección que la última vez',
  },
  'problem.language_unsure': {
    en: 'contact and account differ in language',
    es: 'contacto y cuenta difieren en idioma',
  },
  'problem.big_change': {
    en: 'much more or less than last time',
    es: 'mucho más o menos que la última vez',
  },
  'problem.nothing_open': {
    en: 'paid or credited already',
    es: 'ya pagada o acreditada',
  },
  'problem.billed_twice': {
    en: 'the same amount was billed for this order already',
    es: 'el mismo importe ya se facturó para este pedido',
  },
  'problem.no_order_number': {
    en: 'no order number, unlike the customer’s other invoices',
    es: 'sin número de pedido, a diferencia de sus otras facturas',
  },
  'problem.much_larger': {
    en: 'more than twice the largest of a year',
    es: 'más del doble de la mayor de un año',
  },
  'problem.due_already': {
    en: 'due before it goes out',
    es: 'vence antes de salir',
  },
  'problem.not_written': {
    en: 'cannot be written out: no original, and letterhead or amounts are incomplete',
    es: 'no se puede escribir: sin original, y faltan membrete o importes',
  },
} satisfies Readonly<Record<`problem.${Problem}`, Phrase>>;

const commands = {
  'command.statements': {
    en: 'Runs of statements: start one, see how it stands and what is out of the ordinary',
    es: 'Corridas de estados de cuenta: iniciar una, ver cómo va y qué se sale de lo común',
  },
  'command.invoices': {
    en: 'Runs of invoices to be mailed: start one, see how it stands and what is out of the ordinary',
    es: 'Corridas de facturas por enviar: iniciar una, ver cómo va y qué se sale de lo común',
  },
  'invoices.started': {
    en: 'Run {runId}: {selected, plural, one {# invoice} other {# invoices}} of {from} to {to}, as known at {knownAt}.',
    es: 'Corrida {runId}: {selected, plural, one {# factura} other {# facturas}} de {from} a {to}, según lo sabido a las {knownAt}.',
  },
  'invoices.none': { en: 'No run of invoices yet.', es: 'Aún no hay corridas de facturas.' },
  'column.document': { en: 'Invoice', es: 'Factura' },
  'statements.started': {
    en: 'Run {runId}: {selected, plural, one {# statement} other {# statements}} of {from} to {to}, as known at {knownAt}.',
    es: 'Corrida {runId}: {selected, plural, one {# estado} other {# estados}} de {from} a {to}, según lo sabido a las {knownAt}.',
  },
  'statements.counts': {
    en: 'selected {selected} = sent {sent} + exceptions {exceptions}; made {made}, waiting for an answer {waiting}, held {held}',
    es: 'seleccionados {selected} = enviados {sent} + excepciones {exceptions}; hechos {made}, sin respuesta {waiting}, retenidos {held}',
  },
  'statements.none': { en: 'No run of statements yet.', es: 'Aún no hay corridas.' },
  'statements.no_exceptions': { en: 'Nothing out of the ordinary.', es: 'Nada fuera de lo común.' },
  'column.run': { en: 'Run', es: 'Corrida' },
  'column.company': { en: 'Company', es: 'Empresa' },
  'column.to': { en: 'To', es: 'Hasta' },
  'column.state': { en: 'State', es: 'Estado' },
  'column.selected': { en: 'Selected', es: 'Elegidos' },
  'column.account': { en: 'Account', es: 'Cuenta' },
  'column.name': { en: 'Name', es: 'Nombre' },
  'column.problems': { en: 'Why', es: 'Por qué' },
  'column.balance': { en: 'Balance', es: 'Saldo' },
  'state.preparing': { en: 'being made', es: 'en preparación' },
  'state.review': { en: 'in review', es: 'en revisión' },
  'state.delivering': { en: 'going out', es: 'en envío' },
  'state.done': { en: 'done', es: 'terminada' },
  'state.stopped': { en: 'stopped', es: 'detenida' },
  'state.paused': { en: 'paused', es: 'en pausa' },
} satisfies Catalogue;

export const runWords = { ...refusals, ...problems, ...commands } satisfies Catalogue;
