/** What campaigns, their forms and their line above the worklist say. */
import type { Catalogue } from '#kernel/words.ts';

export const campaignWords = {
  campaigns_none: { en: 'No campaigns yet', es: 'Aún no hay campañas' },
  campaigns_none_why: {
    en: 'A campaign makes a filter into work on the lists of its people for some days.',
    es: 'Una campaña convierte un filtro en trabajo en las listas de su gente por unos días.',
  },
  campaigns_running: {
    en: '{count, plural, =0 {none running} one {# running} other {# running}}',
    es: '{count, plural, =0 {ninguna en curso} one {# en curso} other {# en curso}}',
  },
  campaign_start: { en: 'Start a campaign', es: 'Iniciar una campaña' },
  campaign_started: {
    en: 'Campaign started with {count, plural, one {# account} other {# accounts}}.',
    es: 'Campaña iniciada con {count, plural, one {# cuenta} other {# cuentas}}.',
  },
  campaign_change: { en: 'Change', es: 'Cambiar' },
  campaign_change_named: { en: 'Change {name}', es: 'Cambiar {name}' },
  campaign_changed: { en: 'Campaign changed.', es: 'Campaña cambiada.' },
  campaign_end: { en: 'End', es: 'Terminar' },
  campaign_end_named: { en: 'End {name}', es: 'Terminar {name}' },
  campaign_end_why: {
    en: 'Its accounts leave the lists unless something else calls for them.',
    es: 'Sus cuentas salen de las listas salvo que otra cosa las pida.',
  },
  campaign_ended: { en: 'Campaign ended.', es: 'Campaña terminada.' },
  campaign_save: { en: 'Save', es: 'Guardar' },
  campaign_name: { en: 'Name', es: 'Nombre' },
  campaign_text: {
    en: 'What is said and done, in a line',
    es: 'Qué se dice y se hace, en una línea',
  },
  campaign_goal: { en: 'What is to come in', es: 'Cuánto debe entrar' },
  campaign_ends_on: { en: 'Last day', es: 'Último día' },
  campaign_which: { en: 'Which accounts', es: 'Qué cuentas' },
  campaign_buckets: { en: 'Days late', es: 'Días de atraso' },
  campaign_owner: { en: 'Collector', es: 'Gestor' },
  campaign_owner_any: { en: 'whoever', es: 'cualquiera' },
  campaign_untouched: {
    en: 'Untouched for more than (days)',
    es: 'Sin contacto por más de (días)',
  },
  campaign_promise: { en: 'Promise', es: 'Promesa' },
  campaign_promise_any: { en: 'with or without', es: 'con o sin' },
  campaign_promise_yes: { en: 'with an open promise', es: 'con promesa abierta' },
  campaign_promise_no: { en: 'without a promise', es: 'sin promesa' },
  campaign_search: { en: 'Number or name contains', es: 'Número o nombre contiene' },
  campaign_list: { en: 'The list', es: 'La lista' },
  campaign_frozen: { en: 'frozen: as it is today', es: 'fija: como está hoy' },
  campaign_live: {
    en: 'live: accounts that come to fit are added every morning',
    es: 'viva: las cuentas que lleguen a cumplir se agregan cada mañana',
  },
  campaign_who: {
    en: 'Who works it (nobody ticked: the owners)',
    es: 'Quién la trabaja (nadie marcado: sus gestores)',
  },
  campaign_count: { en: 'Count what fits', es: 'Contar lo que cumple' },
  campaign_fits: {
    en: '{count, plural, one {# account fits} other {# accounts fit}}, {amount} open on it.',
    es: '{count, plural, one {Cumple # cuenta} other {Cumplen # cuentas}}, con {amount} abierto.',
  },
  campaign_count_first: {
    en: 'Count what fits first: then you know what you start.',
    es: 'Cuente primero lo que cumple: así sabe qué inicia.',
  },
  campaign_days: { en: '{from} to {to}', es: '{from} a {to}' },
  campaign_days_left: {
    en: '{count, plural, =0 {last day today} one {# day left} other {# days left}}',
    es: '{count, plural, =0 {hoy es el último día} one {queda # día} other {quedan # días}}',
  },
  campaign_over: { en: 'over', es: 'terminada' },
  campaign_done: { en: 'Done', es: 'Hechas' },
  campaign_promised: { en: 'Promised', es: 'Prometieron' },
  campaign_collected: { en: 'Collected, of what was open', es: 'Cobrado, de lo abierto' },
  campaign_collected_goal: { en: 'Collected, of the goal', es: 'Cobrado, de la meta' },
  campaign_of: { en: '{count, number} of {all, number}', es: '{count, number} de {all, number}' },
  campaign_of_goal: { en: '{amount} of {goal}', es: '{amount} de {goal}' },
  campaign_live_tag: { en: 'live', es: 'viva' },
  campaign_mine: {
    en: 'Yours: {done, number} of {accounts, number} done, {promised, number} promised, {collected} in',
    es: 'Suyas: {done, number} de {accounts, number} hechas, {promised, number} prometieron, {collected} cobrado',
  },
  campaign_team: {
    en: 'Team: {done, number} of {accounts, number} done, {collected} in',
    es: 'Equipo: {done, number} de {accounts, number} hechas, {collected} cobrado',
  },
  campaign_banner: { en: 'Campaign of the week', es: 'Campaña de la semana' },
} satisfies Catalogue;
