/**
 * Fedwire messages as tags: `{2000}000001234567{3100}121042882Wells Fargo NA*…`.
 *
 * A message begins at its tag 1500. The parts of a tag are ended by `*`, or stand at fixed
 * widths in messages of older systems.
 */

export type WireTag = { readonly tag: string; readonly value: string };

export type WireMessage = {
  /** Counted from 1. */
  readonly record: number;
  readonly tags: readonly WireTag[];
};

/** The messages of a file; text before the first tag is none of theirs. */
export function wireMessages(text: string): WireMessage[] {
  const messages: { record: number; tags: WireTag[] }[] = [];
  for (const [, tag = '', value = ''] of text.matchAll(/\{(\d{4})\}([^{]*)/gu)) {
    const last = messages.at(-1);
    const begun = tag === '1500' && last?.tags.some((each) => each.tag === '2000');
    const message = last && !begun ? last : { record: messages.length + 1, tags: [] };
    if (message !== last) messages.push(message);
    message.tags.push({ tag, value: value.replace(/[\r\n]+$/u, '') });
  }
  return messages;
}

/** What a tag holds; empty when the message has none. */
export function valueOf(message: WireMessage, tag: string): string {
  return message.tags.find((each) => each.tag === tag)?.value ?? '';
}

/** The parts of a tag, by their stars, else by the widths that each part has. */
export function partsOf(value: string, widths: readonly number[]): string[] {
  if (value.includes('*')) return value.split('*').map((part) => part.trim());
  let at = 0;
  return widths.map((width) => {
    const part = value.slice(at, at + width).trim();
    at += width;
    return part;
  });
}
