/** What variances say on their screen. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  title: { en: 'Variances', es: 'Diferencias' },
  sub: {
    en: 'Cash in the wrong place and amounts that did not come out.',
    es: 'Cobros en el lugar equivocado e importes que no cuadraron.',
  },
  none: { en: 'Nothing differs.', es: 'No hay diferencias.' },
  none_why: {
    en: 'Every payment pays what its payer named, and nothing lies free beside an open item.',
    es: 'Cada pago cubre lo que indicó su pagador y nada está libre junto a una partida abierta.',
  },
  causes: { en: 'Causes', es: 'Causas' },
  cause: { en: 'Cause', es: 'Causa' },
  on: { en: 'Received', es: 'Recibido' },
  who: { en: 'Account or payer', es: 'Cuenta o pagador' },
  amount: { en: 'Amount', es: 'Importe' },
  why: { en: 'What proves it', es: 'Qué lo prueba' },
  cause_misapplied: { en: 'misapplied', es: 'mal aplicado' },
  cause_wrong_account: { en: 'wrong account', es: 'otra cuenta' },
  cause_unapplied: { en: 'not applied', es: 'sin aplicar' },
  cause_duplicate: { en: 'paid twice', es: 'pagado dos veces' },
  cause_overpaid: { en: 'overpaid', es: 'pago en exceso' },
  cause_unearned_discount: { en: 'unearned discount', es: 'descuento no ganado' },
  cause_bank_fee: { en: 'bank fee', es: 'comisión bancaria' },
  cause_short_paid: { en: 'short paid', es: 'pago de menos' },
  cause_on_account: { en: 'on account', es: 'a cuenta' },
  cause_unidentified: { en: 'unidentified', es: 'sin identificar' },
  fix: { en: 'Fix it', es: 'Arreglar' },
  fix_move: { en: 'Move onto what was named', es: 'Mover a lo indicado' },
  fix_transfer: { en: 'Send to the account that owes it', es: 'Enviar a la cuenta que lo debe' },
  fix_apply: { en: 'Apply it', es: 'Aplicarlo' },
  fix_refund: { en: 'Ask for a refund', es: 'Pedir un reembolso' },
  fix_write_off: { en: 'Write off the rest', es: 'Cancelar el resto' },
  fix_back_on_desk: { en: 'Put back on the desk', es: 'Volver a la mesa' },
  fix_match: { en: 'Find whose it is', es: 'Buscar de quién es' },
  asks: {
    en: '{amount} moves. The books keep both the old and the new entry.',
    es: 'Se mueven {amount}. Los libros conservan el asiento anterior y el nuevo.',
  },
  done: { en: '{fix}: {amount} of {who}.', es: '{fix}: {amount} de {who}.' },
  nothing_here: { en: 'No variance is chosen', es: 'No hay ninguna diferencia elegida' },
  no_fix: {
    en: 'No single move is certain enough; open the account',
    es: 'Ningún movimiento es lo bastante seguro; abra la cuenta',
  },
} satisfies Catalogue;
