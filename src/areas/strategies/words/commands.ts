/** What `dunlin strategies` says. */
import type { Catalogue } from '#kernel/words.ts';

export const commandWords = {
  'command.strategies_list': {
    en: 'lists the strategies: what is in force, what waits for whom',
    es: 'lista las estrategias: qué está en vigor y qué espera a quién',
  },
  'command.strategies_show': {
    en: 'prints a strategy as it is written',
    es: 'muestra una estrategia como está escrita',
  },
  'command.strategies_check': {
    en: 'judges a strategy file, runs its examples and says what it changes',
    es: 'revisa un archivo de estrategia, ejecuta sus ejemplos y dice qué cambia',
  },
  'command.strategies_propose': {
    en: 'proposes a strategy file as the next version',
    es: 'propone un archivo de estrategia como la versión siguiente',
  },
  'command.strategies_diff': {
    en: 'says in plain words what a strategy file or a version changes',
    es: 'dice en palabras sencillas qué cambia un archivo o una versión',
  },
  'command.strategies_approve': {
    en: 'approves a version that somebody else wrote',
    es: 'aprueba una versión que escribió otra persona',
  },
  'command.strategies_publish': {
    en: 'puts an approved version into force from a day on',
    es: 'pone en vigor una versión aprobada desde un día',
  },
  'command.strategies_reject': {
    en: 'rejects a version that somebody else wrote',
    es: 'rechaza una versión que escribió otra persona',
  },
  'command.strategies_withdraw': {
    en: 'takes a version back before it is in force',
    es: 'anula una versión antes de que entre en vigor',
  },
  'command.strategies_retire': {
    en: 'ends a strategy from a day on without another in its place',
    es: 'termina una estrategia desde un día sin otra en su lugar',
  },
  'command.strategies_attest': {
    en: 'notes that a member has read a published version',
    es: 'anota que un miembro ha leído una versión publicada',
  },
  'command.strategies_overlap': {
    en: 'counts accounts that several strategies would take, and those that none takes',
    es: 'cuenta las cuentas que varias estrategias tomarían y las que ninguna toma',
  },
  'strategies.rejected': {
    en: '{key} version {version} is rejected.',
    es: '{key} versión {version} está rechazada.',
  },
  'strategies.withdrawn_version': {
    en: '{key} version {version} is withdrawn.',
    es: '{key} versión {version} está anulada.',
  },
  'strategies.retired': {
    en: '{key} ends on {on}.',
    es: '{key} termina el {on}.',
  },
  'strategies.attested': {
    en: '{name} has read {key} version {version}.',
    es: '{name} ha leído {key} versión {version}.',
  },
  'strategies.no_such_reader': {
    en: 'Nobody here has the e-mail address {email}.',
    es: 'Nadie aquí tiene el correo {email}.',
  },
  'strategies.overlap_of': {
    en: '{accounts, plural, one {# account owes} other {# accounts owe}}; {several} in several segments, {none} in none.',
    es: '{accounts, plural, one {# cuenta debe} other {# cuentas deben}}; {several} en varios segmentos, {none} en ninguno.',
  },
  'strategies.overlap_takes': { en: 'Taken by', es: 'La toma' },
  'strategies.overlap_also': { en: 'Would also fit', es: 'También serviría' },
  'strategies.overlap_accounts': { en: 'Accounts', es: 'Cuentas' },
  'strategies.overlap_example': { en: 'For example', es: 'Por ejemplo' },
  'strategies.overlap_nobody': { en: 'nobody', es: 'nadie' },
  'command.strategies_schema': {
    en: 'prints the shape of a strategy file as JSON Schema',
    es: 'muestra la forma de un archivo de estrategia como JSON Schema',
  },
  'strategies.no_such_file': {
    en: 'There is no file {file} that can be read.',
    es: 'No hay un archivo {file} que se pueda leer.',
  },
  'strategies.does_not_read': {
    en: 'The file has {problems, plural, one {# problem} other {# problems}}; the first is in line {line}, column {column}: {field}. Check it and correct it first.',
    es: 'El archivo tiene {problems, plural, one {# problema} other {# problemas}}; el primero en la línea {line}, columna {column}: {field}. Revíselo y corríjalo primero.',
  },
  'strategies.no_such_strategy': {
    en: 'There is no strategy {key}.',
    es: 'No hay una estrategia {key}.',
  },
  'strategies.no_such_version': {
    en: '{key} has no version {version}.',
    es: '{key} no tiene versión {version}.',
  },
  'strategies.order': { en: 'Order', es: 'Orden' },
  'strategies.key': { en: 'Strategy', es: 'Estrategia' },
  'strategies.name': { en: 'Name', es: 'Nombre' },
  'strategies.version': { en: 'Version', es: 'Versión' },
  'strategies.state': { en: 'State', es: 'Estado' },
  'strategies.from': { en: 'From', es: 'Desde' },
  'strategies.by': { en: 'By', es: 'Por' },
  'strategies.state_proposed': { en: 'proposed', es: 'propuesta' },
  'strategies.state_tested': { en: 'tested', es: 'probada' },
  'strategies.state_approved': { en: 'approved', es: 'aprobada' },
  'strategies.state_published': { en: 'published', es: 'publicada' },
  'strategies.state_superseded': { en: 'superseded', es: 'reemplazada' },
  'strategies.state_retired': { en: 'retired', es: 'retirada' },
  'strategies.state_rejected': { en: 'rejected', es: 'rechazada' },
  'strategies.state_withdrawn': { en: 'withdrawn', es: 'anulada' },
  'strategies.for_whom': { en: 'For', es: 'Para' },
  'strategies.steps': { en: 'Steps', es: 'Pasos' },
  'strategies.none': { en: 'No strategies.', es: 'No hay estrategias.' },
  'strategies.fits': {
    en: '{file}: fits. {passed, plural, one {# example passes} other {# examples pass}}, {failed, plural, one {# fails} other {# fail}}.',
    es: '{file}: correcto. {passed, plural, one {# ejemplo pasa} other {# ejemplos pasan}}, {failed, plural, one {# falla} other {# fallan}}.',
  },
  'strategies.example_fails': {
    en: 'Example fails: {name}. Expected {expected}, found {found}.',
    es: 'Ejemplo fallido: {name}. Se esperaba {expected}, resultó {found}.',
  },
  'strategies.heir_breaks': {
    en: '{key} inherits from it and would not fit any more.',
    es: '{key} hereda de ella y dejaría de ser correcta.',
  },
  'strategies.nothing': { en: 'nothing', es: 'nada' },
  'strategies.proposed': {
    en: '{key} version {version} is proposed. {passed, plural, one {# example passes} other {# examples pass}}, {failed, plural, one {# fails} other {# fail}}. A second person approves it.',
    es: '{key} versión {version} está propuesta. {passed, plural, one {# ejemplo pasa} other {# ejemplos pasan}}, {failed, plural, one {# falla} other {# fallan}}. La aprueba una segunda persona.',
  },
  'strategies.approved': {
    en: '{key} version {version} is approved. Publish it to put it into force.',
    es: '{key} versión {version} está aprobada. Publíquela para ponerla en vigor.',
  },
  'strategies.published': {
    en: '{key} version {version} is in force from {from}.',
    es: '{key} versión {version} está en vigor desde el {from}.',
  },
  'strategies.no_difference': { en: 'No difference in meaning.', es: 'Sin diferencia de sentido.' },
} satisfies Catalogue;
