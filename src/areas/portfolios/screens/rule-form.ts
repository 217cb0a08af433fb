/**
 * A rule between its form and the wire: lists are typed with commas, ZIP codes as spans.
 *
 * What is left empty asks nothing: a rule without conditions fits every account.
 */
import type { WireCondition, WireRule } from '#areas/portfolios/contract.ts';
import { takers } from '#areas/portfolios/contract.ts';

/** How the form is read: one value of a name, or all of them. */
export type Fields = {
  readonly text: (name: string) => string;
  readonly all: (name: string) => readonly string[];
};

export const listParts = [
  'states',
  'cities',
  'countries',
  'segments',
  'families',
  'currencies',
  'kinds',
] as const;
export const amountParts = ['balanceFrom', 'balanceBelow', 'overdueFrom', 'overdueBelow'] as const;

/** The rule as typed; whether it may stand so is for the contract to say. */
export function readRule({ text, all }: Fields): WireRule {
  const to = takers.find((taker) => taker === text('to')) ?? 'member';
  const people = to === 'member' ? [text('memberId')] : all('memberIds');
  const languages = (['en', 'es'] as const).filter((each) => all('languages').includes(each));
  const asked: WireCondition = {
    ...Object.fromEntries(listParts.map((part) => [part, listOf(text(part))])),
    ...Object.fromEntries(amountParts.map((part) => [part, text(part) || undefined])),
    zips: spansOf(text('zips')),
    languages: languages.length === 0 ? undefined : languages,
    names: lettersOf(text('namesFrom'), text('namesTo')),
    hasParent: text('hasParent') === '' ? undefined : text('hasParent') === 'yes',
  };
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return {
    name: text('name').trim(),
    when: Object.fromEntries(given),
    give: { to, memberIds: to === 'family_head' ? [] : people.filter((each) => each !== '') },
  };
}

/** `TX, OK` as its parts, each once; undefined when there are none. */
export function listOf(text: string): string[] | undefined {
  const parts = text
    .split(/[,;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? undefined : [...new Set(parts)];
}

type Span = { from: string; to: string };

function spansOf(text: string): Span[] | undefined {
  return listOf(text)?.map((part) => {
    const [from = part, to = from] = part.split(/\s*[-–]\s*/u);
    return { from, to: to === '' ? from : to };
  });
}

/** One end alone is meant openly: from A on, or up to F. */
function lettersOf(from: string, to: string): Span | undefined {
  const [first, last] = [from.trim(), to.trim()];
  if (first === '' && last === '') return undefined;
  return { from: first === '' ? '0' : first, to: last === '' ? 'ZZZ' : last };
}

/** ZIP codes as one types them. */
export function zipsText(zips: WireCondition['zips']): string {
  return (zips ?? []).map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(', ');
}
