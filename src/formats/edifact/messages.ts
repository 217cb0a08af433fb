/**
 * The messages of an EDIFACT interchange, and what its trailers state about it.
 *
 *   UNB ── UNH … UNT ── UNH … UNT ── UNZ
 *
 * Segments without an envelope are one message without a type.
 */
import { type Control, missingEnd } from '../neutral.ts';
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

/**
 * What trailers state: segments of a message, messages of each interchange. Counts only; but a
 * message without its trailer has lost its end, and its amounts with it, and an interchange
 * without its own may have lost messages.
 */
export function controlsIn(
  segments: readonly Segment[],
  messages: readonly EdifactMessage[],
): Control[] {
  const ofMessages = messages.flatMap((message) => {
    const trailer = message.segments.at(-1);
    if (trailer?.tag === 'UNT') {
      return [countControl('segment_count', trailer, message.segments.length)];
    }
    return message.type === '' ? [] : [missingTrailer(message)];
  });
  return [...ofMessages, ...controlsOfInterchanges(segments)];
}

function missingTrailer({ reference, segments }: EdifactMessage): Control {
  const record = segments.at(-1)?.record ?? 1;
  return missingEnd('message_trailer', record, reference);
}

/** Groups where there are any, else messages, since the interchange before. */
function controlsOfInterchanges(segments: readonly Segment[]): Control[] {
  let groups = 0;
  let messages = 0;
  let open: Segment | undefined;
  const controls = segments.flatMap((segment) => {
    if (segment.tag === 'UNB') open = segment;
    if (segment.tag === 'UNG') groups += 1;
    if (segment.tag === 'UNH') messages += 1;
    if (segment.tag !== 'UNZ') return [];
    const control = countControl('message_count', segment, groups > 0 ? groups : messages);
    groups = 0;
    messages = 0;
    open = undefined;
    return [control];
  });
  if (open === undefined || messages === 0) return controls;
  const { record } = segments.at(-1) ?? open;
  return [...controls, missingEnd('interchange_trailer', record, part(open, 4))];
}

function countControl(what: string, trailer: Segment, found: number): Control {
  const stated = part(trailer, 0).replace(/^0+(?=\d)/u, '');
  return { kind: 'count', what, record: trailer.record, stated, found: String(found) };
}
