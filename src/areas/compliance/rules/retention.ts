/**
 * How long a record is kept, by what it is: the longest duty that applies to it wins, and a
 * legal hold beats every deletion.
 *
 * Where the law says “after the last activity”, the day that comes in is that day.
 */
import { type Day, plusMonths } from '#kernel/day.ts';

type Period = { readonly months: number; readonly source: string };

const years = (count: number) => count * 12;

const periods = {
  ecoa_business_adverse_action: { months: 12, source: '12 CFR 1002.12(b)(2)' },
  ecoa_consumer_adverse_action: { months: 25, source: '12 CFR 1002.12(b)(1)' },
  reg_f_collection_record: { months: years(3), source: '12 CFR 1006.100(a)' },
  reg_f_call_recording: { months: years(3), source: '12 CFR 1006.100(b)' },
  nyc_collection_record: { months: years(3), source: '6 RCNY 5-77' },
  reg_e_authorization: { months: years(2), source: '12 CFR 1005.13(b)' },
  nacha_authorization: { months: years(2), source: 'Nacha Operating Rules 2.3.2.5' },
  dc_unclaimed_property: { months: years(10), source: 'D.C. Law 24-45, 7020' },
  title_iv_record: { months: years(3), source: '34 CFR 668.24(e)' },
  hipaa_record: { months: years(6), source: '45 CFR 164.316(b)(2)' },
  w9: { months: years(4), source: '26 CFR 31.6001-1(e)(2)' },
  form_1099: { months: years(4), source: '26 CFR 31.6001-1(e)(2)' },
  tax_certificate: { months: years(4), source: 'policy: four years of state audits' },
  ledger: { months: years(7), source: 'policy' },
} as const satisfies Readonly<Record<string, Period>>;

export type RecordKind = keyof typeof periods;

export function isRecordKind(name: string): name is RecordKind {
  return Object.hasOwn(periods, name);
}

export type Retention = { readonly keepUntil: Day; readonly source: string };

/** The last day on which the record must still be there. */
export function keepUntil(kind: RecordKind, since: Day): Retention {
  const { months, source } = periods[kind];
  return { keepUntil: plusMonths(since, months), source };
}
