/** What the form of a reported contact says, as the route wants it. */
import type { aboutKinds } from '#areas/compliance/contract/shapes.ts';
import { reported, type reportContact } from '#areas/compliance/contract/gate.ts';
import type { BodyOf } from '#platform/contract/route.ts';

type About = (typeof aboutKinds)[number];

/** Which kind of thing a contact by this channel is. */
const aboutOf: Readonly<Record<string, About>> = {
  call: 'call',
  voicemail: 'call',
  letter: 'letter',
  visit: 'visit',
};

export function readReport(form: FormData): BodyOf<typeof reportContact> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const moment = new Date(text('at'));
  // A field of the browser holds the reader's own time, without its zone.
  const at = Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
  return reported.parse({
    channel: text('channel'),
    direction: text('direction'),
    purpose: text('purpose'),
    result: text('result'),
    note: text('note'),
    about: aboutOf[text('channel')] ?? 'message',
    contactId: text('contactId') === '' ? null : text('contactId'),
    ...(at === undefined ? {} : { at }),
  });
}
