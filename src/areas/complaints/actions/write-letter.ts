/**
 * Writes to who complained, from a template in their language, and takes the step with it: the
 * acknowledgement acknowledges, the answer answers. Both or neither happen.
 */
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { writeByTemplate } from '#areas/correspondence/index.ts';
import type { ComplaintState, StepRefusal } from '../rules/complaint.ts';
import { complaintsOf } from '../store/complaints.ts';
import { stepComplaint } from './work-complaint.ts';

export type WriteLetter = {
  readonly accountId: Id;
  readonly complaintId: Id;
  readonly letter: 'acknowledge' | 'answer';
  readonly contactId: Id;
  /** What the letter says beside its form: what was found, in the reader's language. */
  readonly words: string;
  readonly cause: string | null;
};

export type LetterRefusal =
  | StepRefusal
  | 'complaint.no_such_complaint'
  | 'complaint.no_such_contact'
  | 'complaint.letter_refused';

const templates = {
  acknowledge: 'complaint-acknowledged',
  answer: 'complaint-answered',
} as const;

export async function writeLetter(
  context: Context,
  { letter, contactId, words, cause, ...ref }: WriteLetter,
): Promise<Outcome<{ state: ComplaintState; messageId: Id }, LetterRefusal>> {
  const { tx } = context;
  const [found] = await complaintsOf(tx, { ...ref, companies: 'all' });
  const account = await findAccount(tx, ref.accountId);
  if (!found || !account) return refuse('complaint.no_such_complaint');
  const contacts = await contactsOf(tx, account.customerId);
  const contact = contacts.find((each) => each.contactId === contactId);
  if (!contact) return refuse('complaint.no_such_contact');
  const stepped = await stepComplaint(context, {
    ...ref,
    step: letter,
    cause,
    satisfaction: null,
    note: words,
  });
  if (!stepped.ok) return stepped;
  const { language, email } = contact;
  const queued = await writeByTemplate(context, {
    key: `complaint/${ref.complaintId}/${letter}/${context.at}`,
    accountId: ref.accountId,
    contactId,
    channel: email === null || email === '' ? 'letter' : 'email',
    toName: contact.name,
    toAddress: email ?? '',
    language,
    templateKey: templates[letter],
    extra: {
      replyBy: day(found.answerBy),
      complaint: { subject: found.subject, receivedOn: found.receivedOn, words },
    },
  });
  if (!queued.ok) return refuse('complaint.letter_refused', { why: queued.refusal });
  return accept({ state: stepped.value.state, messageId: queued.value.messageId });
}
