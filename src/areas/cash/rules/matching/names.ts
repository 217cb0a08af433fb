/**
 * Which customers a payer's name may mean, as a bank writes it: cut at 16, 24 or 35 letters,
 * in initials, with five letters a word, with THE before or OPERATING behind it, mistyped.
 *
 * A name finds candidates, never certainty: two customers of one name are two candidates.
 */
import { packed, plainWords, slips } from './text.ts';

export type NameFit = 'exact' | 'cut' | 'short' | 'slip' | 'two_slips' | 'initials';
export type NameCandidate = { readonly accountId: string; readonly fit: NameFit };

export type NameIndex = {
  /** Every way to write a customer's name, in order. */
  readonly forms: readonly Form[];
  readonly byTrigram: ReadonlyMap<string, readonly number[]>;
};

type Form = { readonly text: string; readonly accountId: string; readonly kind: FormKind };
type FormKind = 'full' | 'short' | 'initials';

const legalWords = new Set(
  (
    'INC CORP CORPORATION CO COMPANY LLC LTD LIMITED LP LLP PLC PC PA GROUP INCORPORATED ' +
    'SA CV SRL SL GMBH AG BV NV PTY'
  ).split(' '),
);
/** What accounts-payable departments hang behind their name. */
const tailWords = 'DBA AP OPERATING PAYABLES PAYABLE DISBURSEMENTS DISBURSEMENT ACCOUNT TRUST';
const tails = tailWords.split(' ');
const shortened: Readonly<Record<string, string>> = {
  UNIVERSITY: 'UNIV',
  SYSTEMS: 'SYS',
  INTERNATIONAL: 'INTL',
  MANUFACTURING: 'MFG',
  SERVICES: 'SVCS',
  SERVICE: 'SVC',
  ASSOCIATES: 'ASSOC',
  DISTRICT: 'DIST',
  MANAGEMENT: 'MGMT',
  TECHNOLOGIES: 'TECH',
  DEPARTMENT: 'DEPT',
  HOSPITAL: 'HOSP',
  COUNTY: 'CNTY',
  NATIONAL: 'NATL',
  CORPORATION: 'CORP',
  COMPANY: 'CO',
  LIMITED: 'LTD',
  CORP: 'CORPORATION',
  CO: 'COMPANY',
};

/** Prepares the names once; candidates are then found without looking at every customer. */
export function indexNames(
  accounts: readonly { readonly id: string; readonly name: string }[],
): NameIndex {
  const forms = accounts
    .flatMap(({ id, name }) => formsOf(id, name))
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const byTrigram = new Map<string, number[]>();
  for (const [at, form] of forms.entries()) {
    if (form.kind === 'initials') continue;
    for (const part of trigrams(form.text.slice(0, 20))) {
      const list = byTrigram.get(part);
      if (list) list.push(at);
      else byTrigram.set(part, [at]);
    }
  }
  return { forms, byTrigram };
}

/** The customers whom the name may mean; the best fits first. */
export function customersNamed(index: NameIndex, name: string): NameCandidate[] {
  const readings = readingsOf(name);
  const sure = bestOf(
    readings.flatMap((reading) => prefixed(index, reading)),
    isCut(name) ? 'cut' : 'exact',
  );
  if (sure.length > 0) return sure;
  return bestOf(
    readings.flatMap((reading) => resembling(index, reading)),
    'slip',
  );
}

/** Where ACH, instant payments and wires cut a name. */
export const cuts = [16, 24, 35];

/** Is the name as long as a rail lets through, but for a blank at the end? */
export function isCut(name: string): boolean {
  return cuts.some((length) => name.trim().length === length || name.trim().length === length - 1);
}

const order: readonly NameFit[] = ['exact', 'cut', 'short', 'initials', 'slip', 'two_slips'];

/** Each candidate by its best fit; when one is good enough, the weaker ones are left out. */
function bestOf(found: readonly NameCandidate[], enough: NameFit): NameCandidate[] {
  const best = new Map<string, NameCandidate>();
  for (const one of found) {
    const known = best.get(one.accountId);
    if (!known || order.indexOf(one.fit) < order.indexOf(known.fit)) best.set(one.accountId, one);
  }
  const limit = order.indexOf(enough);
  const ranks = [...best.values()].map(({ fit }) => order.indexOf(fit));
  const top = Math.min(...ranks) <= limit ? limit : order.length;
  return [...best.values()]
    .filter(({ fit }) => order.indexOf(fit) <= top)
    .toSorted(
      (a, b) => order.indexOf(a.fit) - order.indexOf(b.fit) || (a.accountId < b.accountId ? -1 : 1),
    );
}

function formsOf(accountId: string, name: string): Form[] {
  const words = plainWords(name).split(' ');
  const legal = words.length > 1 && legalWords.has(words.at(-1) ?? '') ? [words.at(-1) ?? ''] : [];
  const core = legal.length > 0 ? words.slice(0, -1) : words;
  const texts = new Map<string, FormKind>();
  const add = (parts: readonly string[], kind: FormKind): void => {
    const text = parts.join('');
    if (text.length > 1 && !texts.has(text)) texts.set(text, kind);
  };
  add(words, 'full');
  add(core, 'full');
  add(
    words.map((word) => shortened[word] ?? word),
    'short',
  );
  add([...core.map((word) => shortened[word] ?? word), ...legal], 'short');
  add(
    words.map((word) => word.slice(0, 5)),
    'short',
  );
  if (core.length > 1) add([...core.map((word) => word.slice(0, 1)), ...legal], 'initials');
  return [...texts].map(([text, kind]) => ({ text, accountId, kind }));
}

/** The name as it stands, without THE, and without what hangs behind it. */
function readingsOf(name: string): string[] {
  const words = plainWords(name).split(' ').filter(Boolean);
  const readings = [words];
  const first = words[0] ?? '';
  if (words.length > 1 && (first === 'THE' || slips(first, 'THE', 1) === 1)) {
    readings.push(words.slice(1));
  }
  const shorter = readings.flatMap((reading) => {
    const last = reading.at(-1) ?? '';
    const hangs = last.length > 1 && tails.some((tail) => tail.startsWith(last));
    return reading.length > 1 && hangs ? [reading.slice(0, -1)] : [];
  });
  return [...readings, ...shorter]
    .map((reading) => reading.join(''))
    .filter((text) => text.length > 1);
}

function prefixed({ forms }: NameIndex, text: string): NameCandidate[] {
  const found: NameCandidate[] = [];
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((forms[middle]?.text ?? '') < text) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < forms.length; at += 1) {
    const form = forms[at];
    if (!form?.text.startsWith(text)) break;
    const whole = form.text.length === text.length;
    const fit = fitOf(form.kind, whole);
    if (fit && (whole || text.length >= 5)) found.push({ accountId: form.accountId, fit });
    if (found.length > 400) break;
  }
  return found;
}

function fitOf(kind: FormKind, whole: boolean): NameFit | null {
  if (kind === 'initials') return whole ? 'initials' : null;
  if (kind === 'short') return 'short';
  return whole ? 'exact' : 'cut';
}

function resembling({ forms, byTrigram }: NameIndex, text: string): NameCandidate[] {
  if (text.length < 5) return [];
  const shared = new Map<number, number>();
  const parts = trigrams(text.slice(0, 20));
  for (const part of parts) {
    for (const at of byTrigram.get(part) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  const enough = Math.max(2, parts.size - 7);
  const found: NameCandidate[] = [];
  for (const [at, count] of shared) {
    const form = forms[at];
    if (!form || count < enough) continue;
    const fit = slipFit(text, form.text);
    if (fit) found.push({ accountId: form.accountId, fit });
  }
  return found;
}

/** Slips against the form as far as the text goes: the bank may have cut the rest. */
function slipFit(text: string, form: string): NameFit | null {
  const most = text.length >= 9 ? 2 : 1;
  let least = most + 1;
  for (const length of [text.length - 1, text.length, text.length + 1, form.length]) {
    if (length > form.length) continue;
    least = Math.min(least, slips(text, form.slice(0, length), most));
  }
  if (least > most) return null;
  return least <= 1 ? 'slip' : 'two_slips';
}

function trigrams(text: string): Set<string> {
  const parts = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) parts.add(text.slice(at, at + 3));
  return parts;
}

/** Does the text name the customer, in full or as far as the bank did not cut it? */
export function namesCustomer(text: string, name: string): boolean {
  const said = packed(text);
  const whole = packed(name);
  if (whole.length < 6) return false;
  if (said.includes(whole)) return true;
  for (let length = whole.length - 1; length >= 6; length -= 1) {
    if (said.endsWith(whole.slice(0, length))) return true;
  }
  return false;
}
