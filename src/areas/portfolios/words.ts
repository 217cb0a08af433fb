/** What the portfolio says: every refusal, and what the command line prints. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { PortfoliosRefusal } from './rules/refusal.ts';

const refusals = {
  'portfolios.amount_unreadable': {
    en: '“{amount}” is not an amount in {currency}.',
    es: '«{amount}» no es un importe en {currency}.',
  },
  'portfolios.campaign_day_passed': {
    en: 'A campaign ends today or later, not on {endsOn}.',
    es: 'Una campaña termina hoy o después, no el {endsOn}.',
  },
  'portfolios.campaign_ended': {
    en: 'This campaign has ended. Start a new one.',
    es: 'Esta campaña ya terminó. Inicie otra.',
  },
  'portfolios.campaign_without_accounts': {
    en: 'No account fits. Ask for more.',
    es: 'Ninguna cuenta cumple. Amplíe la consulta.',
  },
  'portfolios.list_changed': {
    en: 'The preview had {expected} accounts; now it would be {now}. Look at it again.',
    es: 'La vista previa tenía {expected} cuentas; ahora serían {now}. Revísela de nuevo.',
  },
  'portfolios.member_not_there': {
    en: 'Nobody of the desk answers to that.',
    es: 'Esa persona no está en el equipo.',
  },
  'portfolios.member_sees_other_companies': {
    en: '{name} does not work for this company.',
    es: '{name} no trabaja para esta empresa.',
  },
  'portfolios.no_such_campaign': {
    en: 'There is no such campaign.',
    es: 'No existe esa campaña.',
  },
  'portfolios.no_such_company': {
    en: 'There is no such company, or you do not work for it.',
    es: 'No existe esa empresa, o usted no trabaja para ella.',
  },
  'portfolios.no_such_reassignment': {
    en: 'There is no such act.',
    es: 'No existe esa reasignación.',
  },
  'portfolios.nothing_to_move': {
    en: 'Nothing would move: every account that has a collector is where it belongs. Accounts without one are given out by the rules, or with Reassign on the aging.',
    es: 'Nada se movería: cada cuenta con cobrador está donde corresponde. Las que no tienen se reparten con las reglas o con Reasignar en la antigüedad.',
  },
  'portfolios.rule_without_people': {
    en: 'Rule {rule} gives accounts to nobody. Name at least one person.',
    es: 'La regla {rule} no asigna a nadie. Indique al menos una persona.',
  },
  'portfolios.rules_changed_meanwhile': {
    en: 'Somebody else saved the rules meanwhile. Reload them, then change them.',
    es: 'Alguien más guardó las reglas entretanto. Vuelva a cargarlas y cámbielas.',
  },
  'portfolios.undone_already': {
    en: 'This was taken back already.',
    es: 'Esto ya se deshizo.',
  },
} satisfies Readonly<Record<PortfoliosRefusal, Phrase>>;

const commands = {
  'command.portfolio': {
    en: 'who has how many accounts, how much work and how much money',
    es: 'quién tiene cuántas cuentas, cuánto trabajo y cuánto dinero',
  },
  'command.assign': {
    en: 'assignment rules: write them down, preview what they move, apply, take back',
    es: 'reglas de asignación: guardarlas, ver qué mueven, aplicarlas, deshacer',
  },
  'command.campaigns': {
    en: 'campaigns with what they brought in; start one, end one',
    es: 'campañas y lo que han cobrado; iniciar, terminar',
  },
  'portfolio.person': { en: 'Collector', es: 'Gestor' },
  'portfolio.nobody': { en: '(nobody)', es: '(nadie)' },
  'portfolio.accounts': { en: 'Accounts', es: 'Cuentas' },
  'portfolio.due': { en: 'Due work', es: 'Pendientes' },
  'portfolio.overdue': { en: 'Overdue', es: 'Vencido' },
  'portfolio.balance': { en: 'Balance', es: 'Saldo' },
  'portfolio.promises': { en: 'Promises due', es: 'Promesas que vencen' },
  'portfolio.minutes': { en: 'Minutes', es: 'Minutos' },
  'portfolio.capacity': { en: 'Of', es: 'De' },
  'portfolio.before': { en: 'Before', es: 'Antes' },
  'portfolio.after': { en: 'After', es: 'Después' },
  'portfolio.would_move': {
    en: '{accounts, plural, one {# account} other {# accounts}} would move, {balance}. Nothing was changed.',
    es: '{accounts, plural, one {Se movería # cuenta} other {Se moverían # cuentas}}, {balance}. No se cambió nada.',
  },
  'portfolio.moved': {
    en: '{accounts, plural, one {# account} other {# accounts}} moved, {balance}. Take back with: dunlin assign --undo {reassignmentId}',
    es: '{accounts, plural, one {Se movió # cuenta} other {Se movieron # cuentas}}, {balance}. Deshacer con: dunlin assign --undo {reassignmentId}',
  },
  'portfolio.undone': {
    en: '{restored, plural, one {# account} other {# accounts}} went back; {leftAlone} moved again since and stay.',
    es: '{restored, plural, one {Volvió # cuenta} other {Volvieron # cuentas}}; {leftAlone} se movieron después y se quedan.',
  },
  'portfolio.rules_saved': {
    en: 'Rules saved as version {version}.',
    es: 'Reglas guardadas como versión {version}.',
  },
  'portfolio.rules_unreadable': {
    en: 'The rules in {file} cannot be read: {problem}',
    es: 'No se pueden leer las reglas de {file}: {problem}',
  },
  'portfolio.name_company': {
    en: 'There are several companies. Name one with --company: {companies}',
    es: 'Hay varias empresas. Indique una con --company: {companies}',
  },
  'portfolio.user_unknown': {
    en: 'Nobody has the address {user}.',
    es: 'Nadie tiene la dirección {user}.',
  },
  'campaigns.started': {
    en: 'Started with {accounts, plural, one {# account} other {# accounts}}, {asked} open. End it with: dunlin campaigns end {campaignId}',
    es: 'Iniciada con {accounts, plural, one {# cuenta} other {# cuentas}}, {asked} abierto. Terminarla con: dunlin campaigns end {campaignId}',
  },
  'campaigns.would_start': {
    en: '{accounts, plural, one {# account fits} other {# accounts fit}}, {asked} open. Nothing was started.',
    es: '{accounts, plural, one {Cumple # cuenta} other {Cumplen # cuentas}}, {asked} abierto. No se inició nada.',
  },
  'campaigns.ended': { en: 'Ended on {endedOn}.', es: 'Terminada el {endedOn}.' },
  'campaigns.none': { en: 'No campaigns.', es: 'No hay campañas.' },
  'campaigns.name': { en: 'Campaign', es: 'Campaña' },
  'campaigns.days': { en: 'Days', es: 'Días' },
  'campaigns.accounts': { en: 'Accounts', es: 'Cuentas' },
  'campaigns.done': { en: 'Done', es: 'Hechas' },
  'campaigns.promised': { en: 'Promised', es: 'Prometieron' },
  'campaigns.collected': { en: 'Collected', es: 'Cobrado' },
  'campaigns.goal': { en: 'Goal', es: 'Meta' },
} satisfies Catalogue;

export const words = { ...refusals, ...commands } satisfies Catalogue;
