/** What proves a variance, a sentence a cause; and what the command line says of them. */
import type { Phrase } from '#kernel/words.ts';
import type { Cause } from '../rules/variances/variance.ts';

export const varianceWords = {
  'cash.variance_misapplied': {
    en: '{payer} named {other}, which is open; {amount} pays {document} instead.',
    es: '{payer} indicó {other}, que está abierta; {amount} paga {document} en su lugar.',
  },
  'cash.variance_wrong_account': {
    en: '{payer} named {other}, which another account owes; {amount} lies here ({document}).',
    es: '{payer} indicó {other}, que debe otra cuenta; {amount} está aquí ({document}).',
  },
  'cash.variance_unapplied': {
    en: '{amount} of {document} is free beside {other}, which is open.',
    es: '{amount} de {document} está libre junto a {other}, que está abierta.',
  },
  'cash.variance_duplicate': {
    en: '{payer} paid the same amount before, for {other}; {amount} has nothing to pay.',
    es: '{payer} ya pagó el mismo importe, por {other}; {amount} no tiene qué pagar.',
  },
  'cash.variance_overpaid': {
    en: '{payer} paid {amount} more than {other} came to.',
    es: '{payer} pagó {amount} más de lo que sumaba {other}.',
  },
  'cash.variance_unearned_discount': {
    en: '{payer} kept {amount} of {document} as a discount that was not earned.',
    es: '{payer} retuvo {amount} de {document} como descuento no ganado.',
  },
  'cash.variance_bank_fee': {
    en: '{amount} of {document} is what banks take: a fee on the way from {payer}.',
    es: '{amount} de {document} es lo que cobran los bancos: una comisión en el envío de {payer}.',
  },
  'cash.variance_short_paid': {
    en: '{payer} paid {document} short by {amount}.',
    es: '{payer} pagó {document} con {amount} de menos.',
  },
  'cash.variance_on_account': {
    en: '{amount} of {payer} lies on account; nothing says what it pays.',
    es: '{amount} de {payer} está a cuenta; nada dice qué paga.',
  },
  'cash.variance_unidentified': {
    en: 'Nobody knows whose {amount} of {payer} is.',
    es: 'Nadie sabe de quién es el pago de {payer} por {amount}.',
  },
  'cash.variance_announced': {
    en: '{payer} announced {amount}, {document} among it; a week later no such payment has come.',
    es: '{payer} anunció {amount}, con {document} incluida; una semana después no ha llegado.',
  },
  'cash.payer_unnamed': { en: 'an unnamed payer', es: 'un pagador sin nombre' },
} satisfies Readonly<Record<`cash.variance_${Cause}` | 'cash.payer_unnamed', Phrase>>;

export const varianceText = {
  'variance.cause': { en: 'Cause', es: 'Causa' },
  'variance.account': { en: 'Account', es: 'Cuenta' },
  'variance.why': { en: 'What proves it', es: 'Qué lo prueba' },
  'variance.fix': { en: 'Fix', es: 'Arreglo' },
  'variance.none': { en: 'No variances.', es: 'No hay diferencias.' },
} as const satisfies Readonly<Record<string, Phrase>>;
