/**
 * The messages of an EDIFACT interchange, and what its trailers state about it.
 *
 *   UNB ── UNH … UNT ── UNH … UNT ── UNZ
 *
 * Segments without an envelope are one message without a type.
 */
import { type Control } from '../neutral.ts';
import { type Segment, part } from './segments.ts';

export type EdifactMessage = {
  /** `REMADV`, `INVOIC`; empty without an envelope. */
  readonly type: string;
  readonly reference: string;
  /** Header and trailer included. */
  readonly segments: readonly Segment[];
};

/** Cuts an interchange at its message headers. */
export function messagesIn(segments: readonly Segment[]): EdifactMessage[] {
  const messages: { type: string; reference: string; segments: Segment[] }[] = [];
  let inside = false;
  for (const segment of segments) {
    const begins = segment.tag === 'UNH';
    if (begins || (!inside && !/^UN[ABGEZT]$/u.test(segment.tag))) {
      messages.push({
        type: begins ? part(segment, 1) : '',
        reference: begins ? part(segment, 0) : '',
        segments: [],
      });
      inside = true;
    }
    if (inside && !/^UN[BGEZ]$/u.test(segment.tag)) messages.at(-1)?.segments.push(segment);
    if (/^UN[TEZ]$/u.test(segment.tag)) inside = false;
  }
  return messages;
}

/** What trailers state: segments of a message, messages of an interchange. Counts only. */
export function controlsIn(
  segments: readonly Segment[],
  messages: readonly EdifactMessage[],
): Control[] {
  const counts = messages.flatMap((message) => {
    const trailer = message.segments.at(-1);
    if (trailer?.tag !== 'UNT') return [];
    return [countControl('segment_count', trailer, message.segments.length)];
  });
  const last = segments.findLast(({ tag }) => tag === 'UNZ');
  const groups = segments.filter(({ tag }) => tag === 'UNG').length;
  const found = groups > 0 ? groups : messages.length;
  return last ? [...counts, countControl('message_count', last, found)] : counts;
}

function countControl(what: string, trailer: Segment, found: number): Control {
  const stated = part(trailer, 0).replace(/^0+(?=\d)/u, '');
  return { kind: 'count', what, record: trailer.record, stated, found: String(found) };
}
