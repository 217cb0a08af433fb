/** What the packs say: refusals, commands, the rhythm in words. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'packs.no_such_kind': {
    en: 'There is no pack of the kind {kind}. See the list of kinds.',
    es: 'No hay un paquete de la clase {kind}. Vea la lista de clases.',
  },
  'packs.kind_unknown': {
    en: 'There is no pack of the kind {kind}; there are {known}.',
    es: 'No hay un paquete de la clase {kind}; hay {known}.',
  },
  'packs.setting_missing': {
    en: 'Say which: --set {setting}=VALUE, where VALUE is one of: {choices}.',
    es: 'Indique cuál: --set {setting}=VALOR, donde VALOR es uno de: {choices}.',
  },
  'packs.nobody_named': {
    en: 'Name at least one reader.',
    es: 'Nombre al menos a un destinatario.',
  },
  'packs.too_many_named': {
    en: 'At most {most} readers can be named; name a role instead.',
    es: 'Se pueden nombrar a lo sumo {most} destinatarios; nombre mejor un rol.',
  },
  'packs.review_passed': {
    en: 'The review date {on} has passed. Choose a day ahead.',
    es: 'La fecha de revisión {on} ya pasó. Elija un día futuro.',
  },
  'packs.review_too_far': {
    en: 'Review the schedule by {latest} at the latest.',
    es: 'Revise la programación a más tardar el {latest}.',
  },
  'packs.no_such_schedule': {
    en: 'There is no such schedule, or it is of a company that you do not see.',
    es: 'No existe esa programación, o es de una empresa que usted no ve.',
  },
  'packs.schedule_retired': {
    en: 'The schedule is retired. Set up a new one.',
    es: 'La programación fue retirada. Cree una nueva.',
  },
  'packs.issued_already': {
    en: 'The issue of {period} is made and sent already; the archive has it.',
    es: 'La edición de {period} ya fue elaborada y enviada; está en el archivo.',
  },
  'packs.no_such_issue': {
    en: 'There is no such issue, or it was not sent to you.',
    es: 'No existe esa edición, o no le fue enviada.',
  },
  'packs.no_such_company': {
    en: 'Name a company that you see.',
    es: 'Nombre una empresa que usted vea.',
  },
  'packs.not_for_you': {
    en: 'You may not read this pack. Ask the manager for your own part of another.',
    es: 'Usted no puede leer este paquete. Pida a la gerencia su parte de otro.',
  },
  'packs.settings_unreadable': {
    en: 'The settings are no JSON object of texts.',
    es: 'Los ajustes no son un objeto JSON de textos.',
  },
  'packs.as_of_ahead': {
    en: 'The day {asOf} has not come. Name today or a day before.',
    es: 'El día {asOf} aún no llega. Indique hoy o un día anterior.',
  },
  'packs.not_to_sign': {
    en: 'Only whole editions of the over-60 report are signed.',
    es: 'Solo se firman ediciones completas del informe de más de 60 días.',
  },
  'packs.signed_already': {
    en: 'The issue was signed already by {by}.',
    es: 'La edición ya fue firmada por {by}.',
  },
  'packs.not_under_way': {
    en: 'This mail is not on its way.',
    es: 'Este correo no está en camino.',
  },
  'packs.nothing_to_settle': {
    en: 'This mail was sent or waits; there is nothing to settle.',
    es: 'Este correo fue enviado o espera; no hay nada que resolver.',
  },
  'packs.no_such_owner': {
    en: 'Name somebody of the desk who is active.',
    es: 'Nombre a alguien del equipo que esté activo.',
  },
  'packs.plan_day_passed': {
    en: 'The day {on} has passed. Until when will it be done?',
    es: 'El día {on} ya pasó. ¿Hasta cuándo se hará?',
  },
  'packs.nothing_said': {
    en: 'Say why the account is late, or what is done about it.',
    es: 'Indique por qué la cuenta está vencida o qué se hace al respecto.',
  },
  'packs.action_plan_open': {
    en: 'The account has an open plan of action with {owner}. Change its steps there.',
    es: 'La cuenta tiene un plan de acción abierto con {owner}. Cambie allí sus pasos.',
  },
  'packs.no_late_debt': {
    en: 'Nothing of this account is overdue and undisputed: there is no cause to say.',
    es: 'Nada de esta cuenta está vencido sin reclamo: no hay causa que indicar.',
  },
  'packs.reader_gone': { en: 'works here no more', es: 'ya no trabaja aquí' },
  'packs.reader_of_other_company': {
    en: 'does not see this company',
    es: 'no ve esta empresa',
  },
  'packs.reader_may_not': { en: 'may not read this pack', es: 'no puede leer este paquete' },
  'packs.owner_may_not': {
    en: 'The owner of the schedule may not show this pack to others.',
    es: 'La persona responsable de la programación no puede mostrar este paquete a otros.',
  },
  'packs.every_day': { en: 'every business day at {hour}', es: 'cada día hábil a las {hour}' },
  'packs.every_week': { en: 'every {weekday} at {hour}', es: 'cada {weekday} a las {hour}' },
  'packs.every_month': {
    en: 'every month on day {day} at {hour}',
    es: 'cada mes el día {day} a las {hour}',
  },
  'packs.every_business_day': {
    en: 'every month on business day {no} at {hour}',
    es: 'cada mes el día hábil {no} a las {hour}',
  },
  'packs.every_last_business_day': {
    en: 'every month, {no, plural, =1 {on the last business day} other {# business days before its end}} at {hour}',
    es: 'cada mes, {no, plural, =1 {el último día hábil} other {# días hábiles antes de su fin}} a las {hour}',
  },
  'packs.role': { en: 'everybody in the role {role}', es: 'todos los del rol {role}' },
  'command.packs': {
    en: 'Packs that send themselves: the schedules; `make` writes one to a folder, `send` makes and sends what is due',
    es: 'Paquetes que se envían solos: las programaciones; `make` escribe uno en una carpeta, `send` elabora y envía lo pendiente',
  },
  'packs.none': { en: 'Nothing is scheduled.', es: 'No hay nada programado.' },
  'packs.name': { en: 'Name', es: 'Nombre' },
  'packs.kind': { en: 'Kind', es: 'Clase' },
  'packs.when': { en: 'When', es: 'Cuándo' },
  'packs.next': { en: 'Next', es: 'Próxima' },
  'packs.last': { en: 'Last issue', es: 'Última edición' },
  'packs.state': { en: 'State', es: 'Estado' },
  'packs.owner': { en: 'Owner', es: 'Responsable' },
  'packs.state_active': { en: 'active', es: 'activa' },
  'packs.state_paused': { en: 'paused', es: 'en pausa' },
  'packs.state_retired': { en: 'retired', es: 'retirada' },
  'packs.sent_count': {
    en: '{made, plural, one {# issue} other {# issues}} made, {sent, plural, one {# mail} other {# mails}} sent.',
    es: '{made, plural, one {# edición elaborada} other {# ediciones elaboradas}}, {sent, plural, one {# correo enviado} other {# correos enviados}}.',
  },
  'packs.no_mail': {
    en: 'No mail server is set up (SMTP_URL, MAIL_FROM); what was made waits to be sent.',
    es: 'No hay servidor de correo configurado (SMTP_URL, MAIL_FROM); lo elaborado espera su envío.',
  },
} as const satisfies Catalogue;
