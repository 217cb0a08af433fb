/**
 * The rules of law and policy that a credit may stand under, as data: what each asks, where it is
 * written, how sure we are of it.
 *
 * A pack is switched on by a person and shows whether counsel has looked; what is marked
 * `recalled` was not read in its source. `decide` stands with the rules that each names.
 */
import type { ClockKind } from '#areas/clocks/rules/kinds.ts';
import type { Phrase } from '#kernel/words.ts';

export const packIds = [
  'title_iv',
  'regz_open',
  'regz_closed',
  'medicare',
  'card',
  'unclaimed_dc',
] as const;
export type PackId = (typeof packIds)[number];

export type RefundPack = {
  readonly id: PackId;
  readonly clock: ClockKind;
  readonly jurisdiction: string;
  readonly citation: string;
  readonly source: 'found' | 'recalled' | 'policy';
  readonly effectiveFrom: string;
  /** Until somebody says otherwise. */
  readonly isEnabled: boolean;
  readonly name: Phrase;
  readonly asks: Phrase;
  readonly parameters: Readonly<Record<string, string | number>>;
};

export const packs: readonly RefundPack[] = [
  {
    id: 'title_iv',
    clock: 'title_iv_14d',
    jurisdiction: 'US',
    citation: '34 CFR 668.164(h)(2)',
    source: 'found',
    effectiveFrom: '2016-07-01',
    isEnabled: true,
    name: { en: 'Title IV credit balance', es: 'Saldo del Título IV' },
    asks: {
      en: 'Pay 14 calendar days after it arose or classes began, on the business day before.',
      es: 'Pagar 14 días naturales después de surgir o de iniciar clases, el día hábil anterior.',
    },
    parameters: { days: 14, retryDays: 45, returnDays: 240, earlierYear: '200.00' },
  },
  {
    id: 'regz_open',
    clock: 'refund_written_request',
    jurisdiction: 'US',
    citation: '12 CFR 1026.11(a)',
    source: 'found',
    effectiveFrom: '2011-12-30',
    isEnabled: true,
    name: { en: 'Regulation Z, open-end credit', es: 'Reglamento Z, crédito abierto' },
    asks: {
      en: 'Above $1: within 7 business days of a written request, else in good faith at 6 months.',
      es: 'Sobre $1: en 7 días hábiles tras pedirlo por escrito; si no, de buena fe a los 6 meses.',
    },
    parameters: { businessDays: 7, months: 6, above: '1.00' },
  },
  {
    id: 'regz_closed',
    clock: 'refund_good_faith',
    jurisdiction: 'US',
    citation: '12 CFR 1026.21',
    source: 'found',
    effectiveFrom: '2011-12-30',
    isEnabled: false,
    name: { en: 'Regulation Z, closed-end credit', es: 'Reglamento Z, crédito cerrado' },
    asks: {
      en: 'Above $1: on a written request, else in good faith at 6 months.',
      es: 'Sobre $1: al pedirlo por escrito; si no, de buena fe a los 6 meses.',
    },
    parameters: { months: 6, above: '1.00' },
  },
  {
    id: 'medicare',
    clock: 'medicare_60d',
    jurisdiction: 'US',
    citation: '42 CFR 401.305',
    source: 'found',
    effectiveFrom: '2025-01-01',
    isEnabled: true,
    name: { en: 'Medicare overpayment', es: 'Pago en exceso de Medicare' },
    asks: {
      en: 'Report and return within 60 days of knowing; an inquiry rests it for 180 days at most.',
      es: 'Informar y devolver en 60 días de saberlo; una indagación lo suspende hasta 180 días.',
    },
    parameters: { days: 60, inquiryDays: 180, lookbackYears: 6 },
  },
  {
    id: 'card',
    clock: 'refund_card',
    jurisdiction: 'networks',
    citation: 'merchant agreement: credits',
    source: 'recalled',
    effectiveFrom: '2013-01-01',
    isEnabled: true,
    name: { en: 'Card refund', es: 'Reembolso a tarjeta' },
    asks: {
      en: 'Back to the same card, at most what was captured, within 5 calendar days of approval.',
      es: 'A la misma tarjeta, a lo sumo lo cobrado, en 5 días naturales desde la aprobación.',
    },
    parameters: { days: 5 },
  },
  {
    id: 'unclaimed_dc',
    clock: 'unclaimed_dormant',
    jurisdiction: 'US-DC',
    citation: 'D.C. Law 24-45, 7005, 7014, 7026, 7029',
    source: 'found',
    effectiveFrom: '2022-03-10',
    isEnabled: true,
    name: { en: 'Unclaimed property, D.C.', es: 'Bienes no reclamados, D.C.' },
    asks: {
      en: 'Dormant after 36 months without a word; letter 180 to 60 days before; report by 1 Nov.',
      es: 'Inactivo tras 36 meses sin contacto; carta 180 a 60 días antes; informe al 1 nov.',
    },
    parameters: { months: 36, letterFrom: 180, letterTo: 60, above: '50.00' },
  },
];

const byId: ReadonlyMap<string, RefundPack> = new Map(packs.map((pack) => [pack.id, pack]));

export function packOf(packId: PackId): RefundPack {
  const found = byId.get(packId);
  if (!found) throw new Error(`no pack ${packId}`);
  return found;
}

export function isPackId(text: string): text is PackId {
  return byId.has(text);
}
