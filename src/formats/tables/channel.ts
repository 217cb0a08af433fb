/**
 * On which rails money moved, by the words a bank writes beside it.
 *
 * The words only sort a line for the person who looks at it and for the engine's evidence;
 * nothing is posted because a text holds `WIRE`.
 */
import { type Channel } from '../neutral.ts';

const signs: readonly (readonly [RegExp, Channel])[] = [
  [
    /\b(?:service charge|fee|fees|comisi[oó]n|comisiones|geb[uü]hr|entgelt|frais|spese|kosten)\b/u,
    'charge',
  ],
  [/\block ?box\b/u, 'lockbox'],
  [/\b(?:zelle|rtp|fednow|real time|instant|bizum|spei|pix|echtzeit)\b/u, 'instant'],
  [/\b(?:wire|fedwire|chips|swift|imad|fed ref)\b/u, 'wire'],
  [
    /\b(?:ach|ppd|ccd|ctx|web id|direct dep(?:osit)?|ach_credit|ach_debit|eft|preauthorized)\b/u,
    'ach',
  ],
  [/\b(?:check|cheque|chq|chk|scheck|ch[eè]que|assegno)\b/u, 'check'],
  [
    /\b(?:visa|mastercard|amex|card|tarjeta|karte|carte|bankcard|merchant|stripe|adyen|square)\b/u,
    'card',
  ],
  [/\b(?:cash|atm|efectivo|cajero|bargeld|geldautomat|esp[eè]ces|contanti)\b/u, 'cash'],
  [/\b(?:sepa|transfer|xfer|transferencia|traspaso|virement|bonifico|overboeking)\b/u, 'transfer'],
  [/(?:(?:ü|u|ue)berweisung|gutschrift|lastschrift|dauerauftrag|overschrijving)/u, 'transfer'],
];

/** The first rails whose words stand in the text. */
export function channelOf(text: string): Channel {
  const plain = text.toLowerCase();
  return signs.find(([words]) => words.test(plain))?.[1] ?? 'other';
}

/** The reason for which an earlier payment came back, when the text says that it did. */
export function returnReason(text: string): string | undefined {
  if (
    !/\b(?:return(?:ed)?|rtn|nsf|devuel\w*|devoluci[oó]n|r[uü]cklast\w*|reject(?:ed)?)\b/iu.test(
      text,
    )
  ) {
    return undefined;
  }
  const code = /\b(R\d{2}|AC0\d|AM0\d|MD0\d|MS0\d)\b/u.exec(text)?.[1];
  return code ?? (/\bnsf\b|insufficient/iu.test(text) ? 'NSF' : undefined);
}
