/**
 * What a person says about a file before or after it was looked at: its kind, its columns,
 * and the answers to its questions.
 *
 * Settings are remembered for a source and applied to its next file. They win over what the
 * file looks like, but never over what it says: a currency given here is for rows without
 * one of their own.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type DecimalMark } from '#formats/values/amounts.ts';
import { type DateOrder } from '#formats/values/dates.ts';
import { type Kind, isKind } from './kinds.ts';

export type Settings = {
  readonly kind?: Kind | undefined;
  readonly company?: string | undefined;
  readonly currency?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalMark?: DecimalMark | undefined;
  /** Field to column name; an empty name says that the file does not have the field. */
  readonly mapping?: Readonly<Record<string, string>> | undefined;
  /** Round amounts half up to the currency's decimals instead of refusing them. */
  readonly rounds?: boolean | undefined;
  /** Amounts are whole minor units. */
  readonly cents?: boolean | undefined;
  /** The file lists everything that is open: what is not in it any more is closed. */
  readonly snapshot?: boolean | undefined;
  /** What the system that writes it is called; outside numbers are unique within it. */
  readonly source?: string | undefined;
};

export type SettingsRefusal = 'import.settings_unreadable';

/** Reads settings from JSON; refused with the name of the first part that is no setting. */
export function parseSettings(json: unknown): Outcome<Settings, SettingsRefusal> {
  if (!isRecord(json)) return refuse('import.settings_unreadable', { part: '' });
  const wrong = Object.entries(json).find(([name, value]) => !isSetting(name, value));
  if (wrong !== undefined) return refuse('import.settings_unreadable', { part: wrong[0] });
  // Every entry was checked against its type above.
  return accept(json as Settings);
}

function isSetting(name: string, value: unknown): boolean {
  if (value === undefined) return true;
  if (name === 'mapping') {
    return isRecord(value) && Object.values(value).every((column) => typeof column === 'string');
  }
  if (name === 'rounds' || name === 'cents' || name === 'snapshot')
    return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (name === 'kind') return isKind(value);
  if (name === 'currency') return /^[A-Za-z]{3}$/u.test(value);
  if (name === 'dateOrder') return value === 'ymd' || value === 'dmy' || value === 'mdy';
  if (name === 'decimalMark') return value === '.' || value === ',';
  if (name === 'source') return sourceName.test(value);
  return name === 'company';
}

/** Short and plain, because it stands in every line that says where data comes from. */
export const sourceName = /^[a-z0-9][a-z0-9._-]{0,39}$/u;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
