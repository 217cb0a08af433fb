/**
 * Rules of each VAT category: BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-IG and BR-IP of
 * EN 16931-1:2017, 6.4.3. They are nine families of one shape, so each is made from what the
 * category asks for; the number of a rule within its family means the same in all of them.
 */
import { comparable } from '../../exact.ts';
import { amountOf, isNear, isPositive, isZero, percentOf, sumOf } from './figures.ts';
import type { Terms, TermRule, Text } from './model.ts';
import { basisOf } from './sums.ts';
import {
  communityText,
  familyTexts,
  outsideText,
  reverseText,
  taxpayerText,
  textOf,
  vatText,
} from './words.ts';

type Rate = 'positive' | 'zero' | 'none' | 'any';
type Family = {
  readonly prefix: string;
  readonly code: string;
  readonly name: string;
  /** Numbers that must stand there, or must not. */
  readonly parties: (invoice: Terms) => boolean;
  readonly partiesText: string;
  readonly rate: Rate;
  /** Several groups of it, one for each rate. */
  readonly byRate: boolean;
  readonly exemption: boolean;
};

const represented = ({ representative }: Terms): boolean =>
  (representative?.vatId ?? null) !== null;
const ofTaxpayer = (i: Terms): boolean =>
  i.seller.vatId !== null || i.seller.taxId !== null || represented(i);
const ofVat = (i: Terms): boolean => i.seller.vatId !== null || represented(i);
const families: readonly Family[] = [
  {
    prefix: 'S',
    code: 'S',
    name: 'Standard rated',
    parties: ofTaxpayer,
    partiesText: taxpayerText,
    rate: 'positive',
    byRate: true,
    exemption: false,
  },
  {
    prefix: 'Z',
    code: 'Z',
    name: 'Zero rated',
    parties: ofTaxpayer,
    partiesText: taxpayerText,
    rate: 'zero',
    byRate: false,
    exemption: false,
  },
  {
    prefix: 'E',
    code: 'E',
    name: 'Exempt from VAT',
    parties: ofTaxpayer,
    partiesText: taxpayerText,
    rate: 'zero',
    byRate: false,
    exemption: true,
  },
  {
    prefix: 'AE',
    code: 'AE',
    name: 'Reverse charge',
    parties: (i) => ofTaxpayer(i) && (i.buyer.vatId !== null || i.buyer.legalId !== null),
    partiesText: reverseText,
    rate: 'zero',
    byRate: false,
    exemption: true,
  },
  {
    prefix: 'IC',
    code: 'K',
    name: 'Intra-community supply',
    parties: (i) => ofVat(i) && i.buyer.vatId !== null,
    partiesText: communityText,
    rate: 'zero',
    byRate: false,
    exemption: true,
  },
  {
    prefix: 'G',
    code: 'G',
    name: 'Export outside the EU',
    parties: ofVat,
    partiesText: vatText,
    rate: 'zero',
    byRate: false,
    exemption: true,
  },
  {
    prefix: 'O',
    code: 'O',
    name: 'Not subject to VAT',
    parties: (i) => i.seller.vatId === null && !represented(i) && i.buyer.vatId === null,
    partiesText: outsideText,
    rate: 'none',
    byRate: false,
    exemption: true,
  },
  {
    prefix: 'IG',
    code: 'L',
    name: 'IGIC',
    parties: ofTaxpayer,
    partiesText: taxpayerText,
    rate: 'any',
    byRate: true,
    exemption: false,
  },
  {
    prefix: 'IP',
    code: 'M',
    name: 'IPSI',
    parties: ofTaxpayer,
    partiesText: taxpayerText,
    rate: 'any',
    byRate: true,
    exemption: false,
  },
];

const rateHolds: Readonly<Record<Rate, (rate: Text) => boolean>> = {
  positive: isPositive,
  zero: isZero,
  none: (rate) => rate === null,
  any: (rate) => rate !== null && (amountOf(rate)?.units ?? -1n) >= 0n,
};
/** Where the category may stand: the last digits of its rules, and what is meant. */
const places = [
  { parties: '02', rate: '05', name: 'Invoice line (BG-25)', of: (i: Terms) => i.lines },
  {
    parties: '03',
    rate: '06',
    name: 'Document level allowance (BG-20)',
    of: (i: Terms) => i.allowances,
  },
  { parties: '04', rate: '07', name: 'Document level charge (BG-21)', of: (i: Terms) => i.charges },
] as const;

function rulesOf(family: Family): TermRule[] {
  const { prefix, code, name } = family;
  const isOf = ({ category }: { readonly category: Text }): boolean => category === code;
  const groups = ({ taxes }: Terms) => taxes.filter(isOf);
  return [
    {
      id: `BR-${prefix}-01`,
      text: familyTexts.group(name, family.byRate),
      holds: (i) => {
        const there = places.some(({ of }) => of(i).some(isOf));
        if (!there) return true;
        return family.byRate ? groups(i).length > 0 : groups(i).length === 1;
      },
    },
    ...places.flatMap(({ parties, rate, name: place, of }): TermRule[] => [
      {
        id: `BR-${prefix}-${parties}`,
        text: familyTexts.parties(place, name, family.partiesText),
        holds: (i) => !of(i).some(isOf) || family.parties(i),
      },
      {
        id: `BR-${prefix}-${rate}`,
        text: familyTexts.rate(place, name, family.rate),
        holds: (i) =>
          of(i)
            .filter(isOf)
            .every((part) => rateHolds[family.rate](part.rate)),
      },
    ]),
    {
      id: `BR-${prefix}-08`,
      text: familyTexts.basis(name, family.byRate),
      holds: (i) =>
        groups(i).every(({ basis, rate }) => {
          const same = family.byRate
            ? (part: Rated) => isOf(part) && isSame(part.rate, rate)
            : isOf;
          return isNear(basis, basisOf(i, same));
        }),
    },
    {
      id: `BR-${prefix}-09`,
      text: familyTexts.tax(name, family.byRate),
      holds: (i) =>
        groups(i).every(({ basis, rate, tax }) =>
          family.byRate ? isNear(tax, percentOf(sumOf([basis]), rate)) : isZero(tax),
        ),
    },
    {
      id: `BR-${prefix}-10`,
      text: familyTexts.exemption(name, family.exemption),
      holds: (i) =>
        groups(i).every(
          ({ reason, code: why }) => (reason !== null || why !== null) === family.exemption,
        ),
    },
  ];
}

type Rated = { readonly category: Text; readonly rate: Text };

function isSame(one: Text, other: Text): boolean {
  const [a, b] = [amountOf(one), amountOf(other)];
  return a !== undefined && b !== undefined && comparable(a) === comparable(b);
}

const has = ({ taxes }: Terms, code: string): boolean =>
  taxes.some(({ category }) => category === code);
const only = (parts: readonly { readonly category: Text }[]): boolean =>
  parts.every(({ category }) => category === 'O');

/** What goes beyond the shape that all families share. */
const further: readonly Omit<TermRule, 'text'>[] = [
  {
    id: 'BR-IC-11',
    holds: (i) => !has(i, 'K') || i.deliveredOn !== null || i.period !== null,
  },
  {
    id: 'BR-IC-12',
    holds: (i) => !has(i, 'K') || (i.deliverTo?.country ?? null) !== null,
  },
  {
    id: 'BR-O-11',
    holds: (i) => !has(i, 'O') || i.taxes.length === 1,
  },
  {
    id: 'BR-O-12',
    holds: (i) => !has(i, 'O') || only(i.lines),
  },
  {
    id: 'BR-O-13',
    holds: (i) => !has(i, 'O') || only(i.allowances),
  },
  {
    id: 'BR-O-14',
    holds: (i) => !has(i, 'O') || only(i.charges),
  },
];

export const categoryRules: readonly TermRule[] = [
  ...families.flatMap(rulesOf),
  ...further.map((each) => ({ ...each, text: textOf(each.id) })),
];
