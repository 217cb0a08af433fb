/**
 * What the day's list says: reasons, the parts of a score, refusals, the command line.
 *
 * A reason is one plain sentence, as one would say it to the colleague at the next desk. It fits
 * two lines of the list, so the overdue amount, which stands beside it, is not said again.
 */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { WorklistRefusal } from './rules/refusal.ts';
import type { WorkKind } from './rules/work.ts';
import { words as briefWords } from './words/brief.ts';
import { words as clockWords } from './words/clocks.ts';
import { words as coverWords } from './words/cover.ts';
import { words as orderWords } from './words/order.ts';
import { words as upliftWords } from './words/uplift.ts';

const reasons = {
  ...clockWords,
  'reason.promise_broken': {
    en: 'Promise of {dueOn} broken{level, plural, =1 {} other {, the {level, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} on these debts}}{came, select, some {; {received} came} other {}}',
    es: 'Promesa del {dueOn} incumplida{level, plural, =1 {} other {, la #.ª por esta deuda}}{came, select, some {; llegaron {received}} other {}}',
  },
  'reason.promise_due_today': {
    en: '{amount} promised for today; may come until {lastDay}',
    es: '{amount} prometidos para hoy; pueden llegar hasta el {lastDay}',
  },
  'reason.promise_in_grace': {
    en: 'Promised for {dueOn}, not here yet; breaks after {lastDay}',
    es: 'Prometido para el {dueOn}, no ha llegado; se incumple tras el {lastDay}',
  },
  'reason.plan_breached': {
    en: 'Payment plan broken, {amount} past due{mend, select, yes {; can be mended until {cureUntil}} other {}}',
    es: 'Plan de pagos incumplido, {amount} vencidos{mend, select, yes {; se puede subsanar hasta el {cureUntil}} other {}}',
  },
  'reason.plan_late': {
    en: 'Instalment of {dueOn} is late: {amount}',
    es: 'La cuota del {dueOn} está atrasada: {amount}',
  },
  'reason.plan_due': {
    en: 'Instalment of {amount} due {dueOn}',
    es: 'Cuota de {amount} vence el {dueOn}',
  },
  'reason.callback': {
    en: 'Call {person} back {until}{said, select, some {: {note}} other {}}',
    es: 'Volver a llamar a {person} {until}{said, select, some {: {note}} other {}}',
  },
  'reason.dispute_answered': {
    en: 'An answer to the dispute over {amount} came back',
    es: 'Llegó una respuesta al reclamo por {amount}',
  },
  'reason.dispute_late': {
    en: 'The dispute over {amount} is late since {since}{named, select, some { with {owner}} other {}}',
    es: 'El reclamo por {amount} está atrasado desde el {since}{named, select, some { con {owner}} other {}}',
  },
  'reason.reply_waiting': {
    en: 'Mail of {person} waits for an answer since {since}{named, select, some {: {subject}} other {}}{others, plural, =0 {} other {, and # more}}',
    es: 'Un correo de {person} espera respuesta desde el {since}{named, select, some {: {subject}} other {}}{others, plural, =0 {} other { y # más}}',
  },
  'reason.strategy_call': {
    en: 'Call about {amount}, {days, plural, one {# day} other {# days}} late (step {step})',
    es: 'Llamar por {amount}, {days, plural, one {# día} other {# días}} de atraso (paso {step})',
  },
  'reason.follow_up': {
    en: 'You asked to come back to it {until}',
    es: 'Se pidió volver a ella el {until}',
  },
  'reason.follow_up_noted': {
    en: 'Back as asked {until}: {note}',
    es: 'De vuelta como se pidió el {until}: {note}',
  },
  'reason.task': {
    en: 'Task due {dueOn}: {title}{others, plural, =0 {} other {, and # more}}',
    es: 'Tarea para el {dueOn}: {title}{others, plural, =0 {} other {, y # más}}',
  },
  'reason.task_urgent': {
    en: 'Urgent task: {title}{others, plural, =0 {} other {, and # more}}',
    es: 'Tarea urgente: {title}{others, plural, =0 {} other {, y # más}}',
  },
  'reason.campaign': {
    en: '{name}{said, select, some {: {text}} other {}}',
    es: '{name}{said, select, some {: {text}} other {}}',
  },
  'reason.overdue': {
    en: '{days, plural, one {# day} other {# days}} late{way, select, none {, oldest {document}} other {{usual, select, late {, usually {usualDays, number}} time {, usually pays in time} other {}}; {way, select, call {a call} email {a mail} sms {a text} other {a letter}} adds about {adds}}}',
    es: '{days, plural, one {# día} other {# días}} de atraso{way, select, none {, lo más antiguo {document}} other {{usual, select, late {, lo usual: {usualDays, number}} time {, suele pagar a tiempo} other {}}; {way, select, call {una llamada} email {un correo} sms {un mensaje} other {una carta}} suma unos {adds}}}',
  },
  'reason.left_alone': {
    en: 'Control group until {until}: left alone on purpose, to measure what the work adds',
    es: 'Grupo de control hasta el {until}: no se le pide nada a propósito, para medir lo que aporta el trabajo',
  },
  'reason.overdue_also': {
    en: 'Also {amount}, {days, plural, one {# day} other {# days}} late, oldest {document}',
    es: 'También {amount}, {days, plural, one {# día} other {# días}} de atraso, lo más antiguo {document}',
  },
  'reason.warning_slower': {
    en: 'Pays {now} days late, {before} before{others, plural, =0 {} other {, and # more}}',
    es: 'Paga con {now} días de atraso, antes {before}{others, plural, =0 {} other { y # más}}',
  },
  'reason.warning_skipped': {
    en: 'Passed over {document}, {days} days late, and paid {count} later ones{others, plural, =0 {} other {, and # more}}',
    es: 'Saltó {document}, con {days} días de atraso, y pagó {count} posteriores{others, plural, =0 {} other { y # más}}',
  },
  'reason.warning_silent': {
    en: 'No payment for {days} days, usual are {usual}; the last on {since}{others, plural, =0 {} other {, and # more}}',
    es: 'Sin pagos desde hace {days} días, lo usual son {usual}; el último el {since}{others, plural, =0 {} other { y # más}}',
  },
  'reason.warning_breaks_promises': {
    en: 'Kept {kept} of {judged} promises{others, plural, =0 {} other {, and # more}}',
    es: 'Cumplió {kept} de {judged} promesas{others, plural, =0 {} other { y # más}}',
  },
  'reason.order_held': {
    en: '{orders, plural, one {# order waits} other {# orders wait}} since {since}',
    es: '{orders, plural, one {# pedido espera} other {# pedidos esperan}} desde {since}',
  },
  'reason.order_at_risk': {
    en: '{alerts, plural, one {# order has} other {# orders have}} shipped and {alerts, plural, one {is} other {are}} not covered any more',
    es: '{alerts, plural, one {# pedido salió} other {# pedidos salieron}} y ya no {alerts, plural, one {está cubierto} other {están cubiertos}}',
  },
  'reason.unposted_cash': {
    en: 'Payment seen in bank, unposted: {amount}. Do not chase',
    es: 'Pago visto en el banco, sin contabilizar: {amount}. No reclamar',
  },
  'reason.unapplied_cash': {
    en: '{amount} never applied; would clear {document}',
    es: '{amount} sin aplicar; saldarían {document}',
  },
  'reason.fix_contact': {
    en: 'Mail to {address} has come back since {since}; mend the contact{others, plural, =0 {} other {, and # more}}',
    es: 'El correo a {address} vuelve desde el {since}; corrija el contacto{others, plural, =0 {} other { y # más}}',
  },
  'reason.letter_returned': {
    en: 'A letter to {address} came back on {since}; mend the address{others, plural, =0 {} other {, and # more}}',
    es: 'Una carta a {address} volvió el {since}; corrija la dirección{others, plural, =0 {} other { y # más}}',
  },
  'reason.check_portal': {
    en: 'Check {portal}: {rejected, plural, =0 {} other {# rejected, }}{submit, plural, =0 {} other {# to put in, }}{look, plural, =0 {} other {# to look up, }}first {document}',
    es: 'Revise {portal}: {rejected, plural, =0 {} one {# rechazada, } other {# rechazadas, }}{submit, plural, =0 {} other {# por cargar, }}{look, plural, =0 {} other {# por revisar, }}primero {document}',
  },
  'reason.incomplete_data': {
    en: 'No e-mail address and no telephone number',
    es: 'Sin correo electrónico ni teléfono',
  },
} satisfies Catalogue;

const parts = {
  'part.clock_due': clockWords['part.clock_due'],
  'part.promise_broken': { en: 'A promise was broken', es: 'Se incumplió una promesa' },
  'part.promise_due': { en: 'A promise is due', es: 'Vence una promesa' },
  'part.plan_breached': { en: 'A payment plan is broken', es: 'Hay un plan de pagos incumplido' },
  'part.plan_late': { en: 'A payment plan is late', es: 'Hay un plan de pagos atrasado' },
  'part.plan_due': { en: 'An instalment is due', es: 'Vence una cuota' },
  'part.callback': { en: 'Somebody asked to be called', es: 'Alguien pidió que le llamen' },
  'part.dispute': { en: 'A dispute waits for us', es: 'Un reclamo nos espera' },
  'part.reply_waiting': { en: 'A mail waits for an answer', es: 'Un correo espera respuesta' },
  'part.strategy_call': { en: 'The strategy asks for a call', es: 'La estrategia pide llamar' },
  'part.follow_up': { en: 'Somebody asked to come back to it', es: 'Se pidió volver a ella' },
  'part.task': { en: 'A task is due', es: 'Hay una tarea pendiente' },
  'part.campaign': { en: 'A campaign asks for it', es: 'Una campaña la pide' },
  'part.overdue': { en: 'Something is overdue', es: 'Hay algo vencido' },
  'part.early_warning': { en: 'An early warning stands', es: 'Hay un aviso temprano' },
  'part.order_held': { en: 'An order waits', es: 'Un pedido espera' },
  'part.unposted_cash': { en: 'Paid at the bank', es: 'Pagado en el banco' },
  'part.unapplied_cash': { en: 'Money waits to be applied', es: 'Hay dinero sin aplicar' },
  'part.fix_contact': { en: 'Mail comes back', es: 'El correo vuelve' },
  'part.check_portal': { en: 'Their portal waits', es: 'Su portal espera' },
  'part.incomplete_data': { en: 'Nobody can be reached', es: 'No hay a quién contactar' },
  'part.broken_before': {
    en: 'Promises broken before it: {count}',
    es: 'Promesas incumplidas antes: {count}',
  },
  'part.worth': {
    en: '{way, select, call {A call} email {A mail} sms {A text} other {A letter}} adds about {amount} expected within 30 days',
    es: '{way, select, call {Una llamada} email {Un correo} sms {Un mensaje} other {Una carta}} suma unos {amount} esperados en 30 días',
  },
  'part.worth_alone': {
    en: 'Without it {pct} % is expected to come by itself; {basis, select, learned {the effect is learned from the control group} other {the effect is assumed, not measured yet}}',
    es: 'Sin ella se espera que llegue solo un {pct} %; {basis, select, learned {el efecto se aprendió del grupo de control} other {el efecto es un supuesto, aún no medido}}',
  },
  'part.forgotten': {
    en: 'More than 60 days late, {never, select, yes {and nobody was ever in touch} other {and nobody was in touch for {days, plural, one {# day} other {# days}}}}',
    es: 'Más de 60 días de atraso, {never, select, yes {y nunca hubo contacto} other {y sin contacto desde hace {days, plural, one {# día} other {# días}}}}',
  },
  'part.left_alone': {
    en: 'Control group until {until}: no points for what is overdue',
    es: 'Grupo de control hasta el {until}: sin puntos por lo vencido',
  },
  'part.size': {
    en: 'Size: {amount} overdue',
    es: 'Tamaño: {amount} vencidos',
  },
  'part.age': {
    en: 'Age: {days, plural, one {# day} other {# days}} late',
    es: 'Antigüedad: {days, plural, one {# día} other {# días}} de atraso',
  },
} satisfies Readonly<Record<`part.${WorkKind}`, Phrase>> & Catalogue;

const refusals = {
  ...coverWords,
  ...orderWords,
  ...upliftWords,
  'worklist.needs_person': {
    en: 'Only a person can answer for the work on an account.',
    es: 'Solo una persona puede responder por el trabajo de una cuenta.',
  },
  'worklist.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'worklist.not_listed': {
    en: 'Nothing calls for this account today, so it has no rank.',
    es: 'Hoy nada reclama esta cuenta, así que no tiene lugar.',
  },
  'worklist.locked': {
    en: '{name} is working this account now.',
    es: '{name} está trabajando esta cuenta.',
  },
  'worklist.only_your_brief': {
    en: 'You can read only your own brief. A manager reads those of the team.',
    es: 'Solo puede leer su propio resumen. Un jefe lee los del equipo.',
  },
  'worklist.locked_save': {
    en: '{name} is working this account now. Nothing was saved; save it anyway if you agreed on it.',
    es: '{name} está trabajando esta cuenta. No se guardó nada; guárdelo igual si lo acordaron.',
  },
  'worklist.snooze_unreadable': {
    en: '“{text}” is not a time to come back. Write 2d, 3 weeks, 2h, tomorrow, mon 9, 15 dec, next week or 2026-12-01 14:00.',
    es: '«{text}» no es un momento para volver. Escriba 2d, 3 semanas, 2h, mañana, lun 9, 15 dic, la próxima semana o 2026-12-01 14:00.',
  },
  'worklist.snooze_in_past': {
    en: '{until} has already passed; today is {today}.',
    es: '{until} ya pasó; hoy es {today}.',
  },
  'worklist.snooze_too_far': {
    en: '{until} is too far ahead. The furthest day is {furthest}.',
    es: '{until} queda muy lejos. El último día posible es el {furthest}.',
  },
} satisfies Readonly<Record<WorklistRefusal, Phrase>>;

const commands = {
  ...briefWords,
  'command.worklist': {
    en: 'prints the day’s list: one row an account, with why',
    es: 'imprime la lista del día: una fila por cuenta, con el motivo',
  },
  'worklist.rank': { en: '#', es: 'N.º' },
  'worklist.account': { en: 'Account', es: 'Cuenta' },
  'worklist.customer': { en: 'Customer', es: 'Cliente' },
  'worklist.company': { en: 'Company', es: 'Empresa' },
  'worklist.amount': { en: 'Overdue', es: 'Vencido' },
  'worklist.currency': { en: 'Currency', es: 'Moneda' },
  'worklist.owner': { en: 'Owner', es: 'Gestor' },
  'worklist.owner_covered': { en: '{owner}, covered by {cover}', es: '{owner}, suple {cover}' },
  'worklist.why': { en: 'Why now', es: 'Por qué ahora' },
  'worklist.empty': { en: 'Nothing is waiting.', es: 'No hay nada pendiente.' },
  'worklist.user_unknown': {
    en: 'Nobody here has the address {user}.',
    es: 'Nadie aquí tiene la dirección {user}.',
  },
} satisfies Catalogue;

export const words = { ...reasons, ...parts, ...refusals, ...commands } satisfies Catalogue;
