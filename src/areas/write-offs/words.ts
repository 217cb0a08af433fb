/** Every refusal of the write-offs, and what the register and the small balances say. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { WriteOffsRefusal } from './rules/refusal.ts';
import type { LeftOut } from './rules/sweeping.ts';

type Reasons = `write_offs.left_out_${LeftOut}`;

export const words = {
  'write_offs.cut_off_too_late': {
    en: 'By the policy nothing due after {last} is a small balance yet.',
    es: 'Según la política, nada con vencimiento posterior al {last} es todavía un saldo menor.',
  },
  'write_offs.fee_beyond_all': {
    en: 'An agency keeps between 0 and 100 percent of what it brings.',
    es: 'Una agencia retiene entre el 0 y el 100 por ciento de lo que cobra.',
  },
  'write_offs.list_changed': {
    en: 'The list changed: {now} rests now, {seen} when you looked. Look again.',
    es: 'La lista cambió: ahora hay {now} restos y había {seen} cuando usted la vio. Revísela de nuevo.',
  },
  'write_offs.no_such_placement': {
    en: 'There is no such placement on this account.',
    es: 'No existe esa colocación en esta cuenta.',
  },
  'write_offs.no_such_write_off': {
    en: 'There is no such write-off on this account.',
    es: 'No existe ese castigo en esta cuenta.',
  },
  'write_offs.nothing_small': {
    en: 'There is no small balance to give up.',
    es: 'No hay ningún saldo menor que castigar.',
  },
  'write_offs.nothing_to_place': {
    en: 'Name an amount of more than nothing, with no more decimals than the currency has.',
    es: 'Indique un importe mayor que cero, sin más decimales que los de la moneda.',
  },
  'write_offs.now_left_out': {
    en: 'It is disputed or held meanwhile.',
    es: 'Entretanto está en disputa o retenido.',
  },
  'write_offs.placed_already': {
    en: '{agency} has this account already. Call it back first.',
    es: '{agency} ya tiene esta cuenta. Recupérela primero.',
  },
  'write_offs.placed_beyond_owed': {
    en: 'Only {owed} is owed or written off on this account.',
    es: 'En esta cuenta solo se deben o se castigaron {owed}.',
  },
  'write_offs.recalled_already': {
    en: 'It was called back on {day} already.',
    es: 'Ya se recuperó el {day}.',
  },
  'write_offs.left_out_disputed': { en: 'disputed', es: 'en disputa' },
  'write_offs.left_out_held': { en: 'held by law', es: 'retenido por ley' },
  'write_offs.left_out_on_plan': { en: 'in a plan', es: 'en un plan' },
  'command.write-offs': {
    en: 'The register of write-offs, or the small balances that would go',
    es: 'El registro de castigos, o los saldos menores que se irían',
  },
  'write_offs.register': { en: 'Write-offs', es: 'Castigos' },
  'write_offs.none': { en: 'Nothing was written off.', es: 'No se castigó nada.' },
  'write_offs.none_small': { en: 'No small balances.', es: 'No hay saldos menores.' },
  'write_offs.would_go': {
    en: '{count} due by {day} would go: {weight}.',
    es: 'Se irían {count} con vencimiento hasta el {day}: {weight}.',
  },
  'write_offs.on': { en: 'Day', es: 'Día' },
  'write_offs.account': { en: 'Account', es: 'Cuenta' },
  'write_offs.name': { en: 'Name', es: 'Nombre' },
  'write_offs.document': { en: 'Document', es: 'Documento' },
  'write_offs.due': { en: 'Due', es: 'Vence' },
  'write_offs.open': { en: 'Open', es: 'Abierto' },
  'write_offs.amount': { en: 'Amount', es: 'Importe' },
  'write_offs.currency': { en: 'Currency', es: 'Moneda' },
  'write_offs.by': { en: 'Done by', es: 'Hecho por' },
  'write_offs.asked_by': { en: 'Asked by', es: 'Pedido por' },
  'write_offs.approved_by': { en: 'Approved by', es: 'Aprobado por' },
  'write_offs.reason': { en: 'Reason', es: 'Motivo' },
  'write_offs.recovered': { en: 'Recovered', es: 'Recuperado' },
  'write_offs.reversed_on': { en: 'Reversed', es: 'Revertido' },
  'write_offs.left_out': { en: 'Stays because', es: 'Se queda porque' },
} satisfies Record<WriteOffsRefusal | Reasons, Phrase> & Catalogue;
