/**
 * An amount as the payable line of a check says it: `Two hundred and 05/100`.
 *
 * In English always, because the bank reads it; where words and figures differ, the words count.
 */
import { type Money, formatMoney } from '#kernel/money.ts';

const ones = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion'];

export function amountInWords(amount: Money): string {
  const [whole = '0', fraction = ''] = formatMoney(amount).split('.');
  const words = wholeInWords(BigInt(whole));
  const said = words.charAt(0).toUpperCase() + words.slice(1);
  return fraction === '' ? said : `${said} and ${fraction}/1${'0'.repeat(fraction.length)}`;
}

function wholeInWords(whole: bigint): string {
  if (whole === 0n) return 'zero';
  const said: string[] = [];
  let rest = whole;
  for (const scale of scales) {
    const group = Number(rest % 1000n);
    if (group > 0) said.unshift(`${belowThousand(group)}${scale}`);
    rest /= 1000n;
  }
  return said.join(' ');
}

function belowThousand(group: number): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const parts = [
    hundreds > 0 ? `${ones[hundreds] ?? ''} hundred` : '',
    rest > 0 ? belowHundred(rest) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function belowHundred(rest: number): string {
  if (rest < 20) return ones[rest] ?? '';
  const ten = tens[Math.floor(rest / 10)] ?? '';
  return rest % 10 === 0 ? ten : `${ten}-${ones[rest % 10] ?? ''}`;
}
