/** What the form of a schedule says, as the server takes it. */
import type { Language } from '#kernel/words.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { setSchedule, WireRecipient } from '#areas/packs/contract.ts';

export const everies = ['day', 'week', 'month', 'first', 'last'] as const;
export type Every = (typeof everies)[number];

export const receiverRoles = ['manager', 'controller', 'cfo', 'senior', 'collector'] as const;

type Plan = BodyOf<typeof setSchedule>;

type Told = {
  readonly every: Every;
  readonly language: Language;
  /** The names of what else the kind asks. */
  readonly settings: readonly string[];
};

export function planFrom(form: FormData, { every, language, settings }: Told): Plan {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    kind: text('kind'),
    name: text('name'),
    rhythm: rhythmFrom(every, text),
    recipients: recipientsFrom(form, text, language),
    settings: Object.fromEntries(settings.map((name) => [name, text(`setting.${name}`)])),
  };
}

function rhythmFrom(every: Every, text: (name: string) => string): Plan['rhythm'] {
  const hour = Number(text('hour'));
  if (every === 'day') return { every, hour };
  if (every === 'week') return { every, weekday: Number(text('weekday')), hour };
  if (every === 'month') return { every, day: Number(text('day')), hour };
  return { every: 'month', businessDay: every === 'first' ? 1 : -1, hour };
}

function recipientsFrom(
  form: FormData,
  text: (name: string) => string,
  language: Language,
): WireRecipient[] {
  const roles = form.getAll('role').filter((role) => typeof role === 'string');
  const [person, outside] = [text('person'), text('outside')];
  return [
    ...roles.map((role) => ({ kind: 'role' as const, role })),
    ...(person === '' ? [] : [{ kind: 'member' as const, memberId: person }]),
    ...(outside === ''
      ? []
      : [{ kind: 'address' as const, name: outside, address: outside, language }]),
  ];
}
