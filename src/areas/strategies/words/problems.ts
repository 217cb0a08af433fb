/** What is wrong with a strategy file: the place is shown beside it, the remedy is in it. */
import type { Catalogue } from '#kernel/words.ts';

export const problems = {
  'yaml.alias': {
    en: 'Anchors and aliases (& and *) are not read. Write the values out, or use extends.',
    es: 'No se leen anclas ni alias (& y *). Escriba los valores, o use extends.',
  },
  'yaml.duplicate_field': {
    en: 'This field stands twice. Keep one of them.',
    es: 'Este campo está dos veces. Deje uno.',
  },
  'yaml.empty': {
    en: 'The file says nothing. Begin with key, name and segment.',
    es: 'El archivo está vacío. Empiece con key, name y segment.',
  },
  'yaml.field_not_a_word': {
    en: 'A field’s name must be one word.',
    es: 'El nombre de un campo debe ser una palabra.',
  },
  'yaml.several_documents': {
    en: 'A file holds one strategy. Put what follows --- into another file.',
    es: 'Un archivo contiene una estrategia. Ponga lo que sigue a --- en otro archivo.',
  },
  'yaml.syntax': {
    en: 'This line does not read as YAML. Check the indentation, colons, quotes and brackets here and just above.',
    es: 'Esta línea no se lee como YAML. Revise la sangría, los dos puntos, las comillas y los corchetes aquí y justo arriba.',
  },
  'yaml.tab': {
    en: 'Indent with spaces, not with tabs.',
    es: 'Sangre con espacios, no con tabuladores.',
  },
  'yaml.tag': {
    en: 'Tags (!) are not read. Write the value alone.',
    es: 'No se leen etiquetas (!). Escriba solo el valor.',
  },
  'yaml.too_deep': {
    en: 'This nests deeper than {limit} levels. Write it flatter.',
    es: 'Esto anida más de {limit} niveles. Escríbalo más plano.',
  },
  'yaml.too_large': {
    en: 'The file is longer than {limit} characters. Split it into several strategies.',
    es: 'El archivo supera los {limit} caracteres. Divídalo en varias estrategias.',
  },
  'strategy.not_fields': {
    en: '{field} takes fields: {known}.',
    es: '{field} lleva campos: {known}.',
  },
  'strategy.missing_field': {
    en: '{field} is missing. Add it.',
    es: 'Falta {field}. Agréguelo.',
  },
  'strategy.unknown_field': {
    en: 'There is no field {said} here. Known are: {known}.',
    es: 'Aquí no hay un campo {said}. Se conocen: {known}.',
  },
  'strategy.misspelt_field': {
    en: 'There is no field {said} here. Did you mean {known}?',
    es: 'Aquí no hay un campo {said}. ¿Quiso decir {known}?',
  },
  'strategy.not_a_list': {
    en: '{field} takes a list: lines that begin with a hyphen, or [ ].',
    es: '{field} lleva una lista: líneas que empiezan con guion, o [ ].',
  },
  'strategy.list_too_short': {
    en: '{field} needs at least {least}.',
    es: '{field} necesita al menos {least}.',
  },
  'strategy.not_a_text': {
    en: '{field} takes a text of 1 to {most} characters.',
    es: '{field} lleva un texto de 1 a {most} caracteres.',
  },
  'strategy.not_a_key': {
    en: '{field} takes small letters, digits and hyphens, beginning with a letter; {said} does not fit.',
    es: '{field} lleva minúsculas, cifras y guiones, y empieza con una letra; {said} no sirve.',
  },
  'strategy.not_a_whole_number': {
    en: '{field} takes a whole number from {least} to {most}, not {said}.',
    es: '{field} lleva un número entero de {least} a {most}, no {said}.',
  },
  'strategy.not_a_percentage': {
    en: '{field} takes a percentage up to {most}, such as 12 or 1.5, not {said}.',
    es: '{field} lleva un porcentaje de hasta {most}, como 12 o 1.5, no {said}.',
  },
  'strategy.not_a_day': {
    en: '{field} takes a day as 2026-04-30, not {said}.',
    es: '{field} lleva un día como 2026-04-30, no {said}.',
  },
  'strategy.not_yes_or_no': {
    en: '{field} takes true or false, not {said}.',
    es: '{field} lleva true o false, no {said}.',
  },
  'strategy.not_one_of': {
    en: '{field} takes one of {choices}; {said} is none of them.',
    es: '{field} lleva uno de {choices}; {said} no es ninguno.',
  },
  'strategy.not_a_currency': {
    en: '{field} takes a currency of three capitals, such as USD, not {said}.',
    es: '{field} lleva una moneda de tres mayúsculas, como USD, no {said}.',
  },
  'strategy.not_an_amount': {
    en: '{said} is no amount. Write it as "1250.00", with no more decimals than its currency has.',
    es: '{said} no es un importe. Escríbalo como "1250.00", sin más decimales que los de su moneda.',
  },
  'strategy.amount_not_positive': {
    en: 'An amount in {currency} must be above zero. Leave the line out for none.',
    es: 'Un importe en {currency} debe ser mayor que cero. Quite la línea si no hay.',
  },
  'strategy.currency_twice': {
    en: '{currency} stands twice. Keep one amount a currency.',
    es: '{currency} está dos veces. Deje un importe por moneda.',
  },
  'strategy.amount_without_currency': {
    en: '{fact} is an amount. Say its currency beside it.',
    es: '{fact} es un importe. Diga su moneda al lado.',
  },
  'strategy.one_test': {
    en: 'A condition takes one test: is, any_of, not, none_of, at_least or at_most. Here are: {tests}.',
    es: 'Una condición lleva una prueba: is, any_of, not, none_of, at_least o at_most. Aquí hay: {tests}.',
  },
  'strategy.test_for_numbers': {
    en: '{fact} is a word. Test it with is, any_of, not or none_of.',
    es: '{fact} es una palabra. Pruébela con is, any_of, not o none_of.',
  },
  'strategy.test_for_words': {
    en: '{fact} is a figure. Test it with at_least or at_most.',
    es: '{fact} es una cifra. Pruébela con at_least o at_most.',
  },
  'strategy.no_conditions': {
    en: 'Say under where which accounts are meant.',
    es: 'Diga en where a qué cuentas se refiere.',
  },
  'strategy.template_missing': {
    en: 'The step {step} sends a message ({act}). Say which template.',
    es: 'El paso {step} envía un mensaje ({act}). Diga qué plantilla.',
  },
  'strategy.escalation_missing': {
    en: 'The step {step} hands the account over. Say to whom: escalate_to.',
    es: 'El paso {step} entrega la cuenta. Diga a quién: escalate_to.',
  },
  'strategy.step_twice': {
    en: 'Two steps have the key {step}. Give each its own.',
    es: 'Dos pasos tienen la clave {step}. Dé a cada uno la suya.',
  },
  'strategy.steps_out_of_order': {
    en: 'Steps stand in the order of their days: {step} on day {days} comes after {before} on day {least}. Move the step or change its days.',
    es: 'Los pasos van en el orden de sus días: {step}, día {days}, está después de {before}, día {least}. Mueva el paso o cambie sus días.',
  },
  'strategy.no_such_step': {
    en: 'There is no step {said}. Steps are: {known}.',
    es: 'No hay un paso {said}. Los pasos son: {known}.',
  },
  'strategy.no_such_template': {
    en: 'There is no approved template {template} for the step {step}. Choose one, or approve it first.',
    es: 'No hay una plantilla aprobada {template} para el paso {step}. Elija otra, o apruébela primero.',
  },
  'strategy.no_such_company': {
    en: 'There is no company {company}. Write its code, or leave company out for all of them.',
    es: 'No hay una empresa {company}. Escriba su código, o quite company para todas.',
  },
  'strategy.no_such_strategy': {
    en: 'There is no other strategy {said} in force. Publish it first, or name another one.',
    es: 'No hay otra estrategia {said} en vigor. Publíquela primero, o nombre otra.',
  },
  'strategy.order_taken': {
    en: 'The order {order} belongs to {by}. An account has one strategy: choose another number.',
    es: 'El orden {order} es de {by}. Una cuenta tiene una estrategia: elija otro número.',
  },
  'strategy.inherits_in_a_circle': {
    en: 'The strategies inherit in a circle: {chain}. Take extends out of one of them.',
    es: 'Las estrategias heredan en círculo: {chain}. Quite extends de una de ellas.',
  },
  'strategy.one_excluded': {
    en: 'An exclusion names one of account, tag and segment.',
    es: 'Una exclusión nombra uno de account, tag y segment.',
  },
  'strategy.ends_before_it_starts': {
    en: 'It ends on {to}, before it starts on {from}.',
    es: 'Termina el {to}, antes de empezar el {from}.',
  },
} satisfies Catalogue;
