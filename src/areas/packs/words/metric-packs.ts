/** What the packs of figures say: weekly, board and flash. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'weekly.title': { en: 'Weekly figures against goals', es: 'Cifras de la semana contra metas' },
  'weekly.says': {
    en: 'The week’s figures against the month’s goals, for the company and each collector.',
    es: 'Las cifras de la semana contra las metas del mes, de la empresa y de cada gestor.',
  },
  'weekly.against_goal': {
    en: '{cash} came in this month, {share} % of the goal of {goal}.',
    es: 'Este mes ingresaron {cash}, el {share} % de la meta de {goal}.',
  },
  'weekly.no_goal': {
    en: '{cash} came in this month; no goal is set for it.',
    es: 'Este mes ingresaron {cash}; no hay meta fijada.',
  },
  'weekly.month_to_date': { en: 'this month so far', es: 'en lo que va del mes' },
  'weekly.people': { en: 'By collector', es: 'Por gestor' },
  'weekly.person': { en: 'Collector', es: 'Gestor' },
  'weekly.cash': { en: 'Cash this month', es: 'Cobrado este mes' },
  'weekly.goal': { en: 'Goal', es: 'Meta' },
  'weekly.share': { en: 'Attained', es: 'Cumplido' },
  'weekly.over_60': { en: 'Over 60 days', es: 'Más de 60 días' },
  'weekly.kept': { en: 'Promises kept', es: 'Promesas cumplidas' },
  'weekly.total': { en: 'Total', es: 'Total' },

  'board.title': { en: 'Receivables for the board', es: 'Cuentas por cobrar para el consejo' },
  'board.says': {
    en: 'A few pages for the board: DSO, aging over time, cash against forecast, risks, causes.',
    es: 'Pocas páginas para el consejo: DSO, antigüedad en el tiempo, cobros, riesgos, causas.',
  },
  'board.sum': {
    en: 'DSO is {dso} days, {add} of them late; {overdue} % of what is owed is past due.',
    es: 'El DSO es de {dso} días, {add} de ellos de mora; el {overdue} % de lo adeudado está vencido.',
  },
  'board.dso': { en: 'DSO and best possible DSO', es: 'DSO y mejor DSO posible' },
  'board.dso_alt': {
    en: 'DSO and best possible DSO at the end of the last six months',
    es: 'DSO y mejor DSO posible al cierre de los últimos seis meses',
  },
  'board.aging': { en: 'Aging over time', es: 'Antigüedad en el tiempo' },
  'board.aging_alt': {
    en: 'The balance by age at the end of the last six months',
    es: 'El saldo por antigüedad al cierre de los últimos seis meses',
  },
  'board.not_due': { en: 'Not due', es: 'Por vencer' },
  'board.cash': { en: 'Cash expected by week', es: 'Cobros esperados por semana' },
  'board.cash_alt': {
    en: 'Cash expected in the coming weeks, with the range of eight in ten cases',
    es: 'Cobros esperados en las próximas semanas, con el rango de ocho de cada diez casos',
  },
  'board.low': { en: 'Low', es: 'Bajo' },
  'board.expected': { en: 'Expected', es: 'Esperado' },
  'board.high': { en: 'High', es: 'Alto' },
  'board.risks': { en: 'Largest risks', es: 'Mayores riesgos' },
  'board.risk_table': { en: 'Over 60 days by account', es: 'Más de 60 días por cuenta' },
  'board.causes': { en: 'Why it is late', es: 'Por qué está vencido' },
  'board.causes_alt': {
    en: 'Amounts over 60 days by cause, the largest first',
    es: 'Importes de más de 60 días por causa, el mayor primero',
  },
  'board.unsaid': { en: 'not said', es: 'sin indicar' },
  'board.account': { en: 'Account', es: 'Cuenta' },
  'board.name': { en: 'Name', es: 'Nombre' },
  'board.balance': { en: 'Balance', es: 'Saldo' },
  'board.disputed': { en: 'Disputed', es: 'En disputa' },
  'board.cause': { en: 'Cause', es: 'Causa' },
  'board.owner': { en: 'Owner', es: 'Responsable' },

  'flash.title': { en: 'Daily flash', es: 'Boletín diario' },
  'flash.says': {
    en: 'One page for the CFO every morning: cash, what is owed, what is late, the largest accounts.',
    es: 'Una página para la dirección financiera cada mañana: cobros, adeudos, mora y mayores cuentas.',
  },
  'flash.sum': {
    en: '{ar} is owed, {late} of it past due. {cash} came in this month.',
    es: 'Se deben {ar}, de ello {late} vencido. Este mes ingresaron {cash}.',
  },
  'flash.largest': { en: 'Largest past due', es: 'Mayores vencidos' },
} as const satisfies Catalogue;
