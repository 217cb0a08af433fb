/**
 * A message to a customer: an e-mail, a letter or a text, from its draft to what became of it.
 *
 *   draft ─▶ checked ─▶ approved ─▶ queued ─▶ sending ─▶ sent ─▶ delivered ─▶ replied
 *     └────────┴───────────┴─────────┤   ▲      │ │         └───────┴────▶ bounced
 *                                  held ─┘      │ └▶ unknown ─▶ sent, or queued once more
 *                                               └──▶ failed, or queued for another try
 *   draft … held, and a printed letter that is still here ─▶ cancelled
 *
 * The rule a newcomer would break: `sending` is written before the provider is called, and a
 * message whose outcome is unknown is never sent again until a person or a report settles it.
 */
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';

export const messageStates = [
  'draft',
  'checked',
  'approved',
  'queued',
  'held',
  'sending',
  'sent',
  'delivered',
  'replied',
  'bounced',
  'failed',
  'unknown',
  'cancelled',
] as const;
export type MessageState = (typeof messageStates)[number];

export const messageChannels = ['email', 'letter', 'sms'] as const;
export type MessageChannel = (typeof messageChannels)[number];

export const messagePurposes = ['collect', 'notice', 'answer', 'ask_consent'] as const;
export type MessagePurpose = (typeof messagePurposes)[number];

const waiting = ['draft', 'checked', 'approved', 'queued', 'held'] as const;
const out = ['sent', 'delivered', 'replied'] as const;

/** From which states each event may come, and where it leads. */
const steps = {
  reworded: { from: ['draft', 'checked'], to: 'draft' },
  checked: { from: ['draft'], to: 'checked' },
  approved: { from: ['checked'], to: 'approved' },
  queued: { from: ['draft', 'checked', 'approved', 'failed'], to: 'queued' },
  held: { from: ['queued', 'held'], to: 'held' },
  released: { from: ['held'], to: 'queued' },
  attempted: { from: ['queued', 'held'], to: 'sending' },
  // Also when the word comes after somebody had it sent again: then that is called off.
  sent: { from: ['sending', 'unknown', 'queued', 'held'], to: 'sent' },
  put_back: { from: ['sending', 'unknown'], to: 'queued' },
  failed: { from: ['sending', 'unknown'], to: 'failed' },
  lost: { from: ['sending'], to: 'unknown' },
  settled_sent: { from: ['unknown'], to: 'sent' },
  settled_not_sent: { from: ['unknown'], to: 'queued' },
  delivered: { from: [...out, 'unknown'], to: 'delivered' },
  replied: { from: [...out, 'unknown'], to: 'replied' },
  bounced: { from: [...out, 'unknown'], to: 'bounced' },
  cancelled: { from: [...waiting, 'failed'], to: 'cancelled' },
  // A printed letter that nobody has taken out of the house.
  withdrawn: { from: ['sending'], to: 'cancelled' },
} as const satisfies Readonly<
  Record<string, { readonly from: readonly MessageState[]; readonly to: MessageState }>
>;

export type MessageEvent = keyof typeof steps;

/** Where an event leads; refused where the message does not stand so that it can happen. */
export function nextState(
  from: MessageState,
  event: MessageEvent,
): Outcome<MessageState, 'correspondence.message_is'> {
  const step: { readonly from: readonly MessageState[]; readonly to: MessageState } = steps[event];
  return step.from.includes(from) ? accept(step.to) : refuse('correspondence.message_is', { from });
}

/** May it still be stopped: did nobody call a provider for it? */
export function isWaiting(state: MessageState): boolean {
  return waiting.some((each) => each === state);
}
