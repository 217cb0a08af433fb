/** One case over the wire: read, handed on, decided, with links and files. */
import { type Id, id } from '#kernel/ids.ts';
import { type Money, type Currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { hashToken, newToken } from '#platform/auth/tokens.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { assignCase } from '../actions/assign-case.ts';
import { decideCase } from '../actions/decide-case.ts';
import { inviteOutsider, revokeInvitation } from '../actions/invite-outsider.ts';
import { moveCase } from '../actions/move-case.ts';
import { addEvidence, findCause, noteCase, tellAnswer } from '../actions/note-case.ts';
import { rebillCase } from '../actions/rebill-case.ts';
import { researchPack } from '../answers/research-pack.ts';
import { wireCaseFile } from '../answers/wire-case.ts';
import * as contract from '../contract/case.ts';
import { evidenceKinds } from '../rules/link.ts';
import { caseFile } from '../store/case-file.ts';
import { evidenceFile } from '../store/links.ts';

export const caseRoutes: readonly Served[] = [
  serve(contract.disputeCase, async ({ params, desk, session }) => {
    const reader = {
      today: desk.clock.today(),
      now: desk.clock.now(),
      language: session.language,
    };
    const found = await wireCaseFile(desk.db, refOf(params), reader);
    return found ? accept(found) : refuse('dispute.no_such_case');
  }),
  serve(contract.assignDispute, ({ params, body, perform }) => {
    const ref = refOf(params);
    const wish = {
      ...ref,
      ...body,
      coordinatorId: idOf(body.coordinatorId),
      ownerId: idOf(body.ownerId),
    };
    const reason = body.note || 'whose case it is';
    return perform(
      'disputes.assign_case',
      reason,
      (context) => assignCase(context, wish),
      ref.accountId,
    );
  }),
  serve(contract.moveDispute, ({ params, body, perform }) => {
    const ref = refOf(params);
    const reason = body.note || `dispute: ${body.move}`;
    return perform(
      'disputes.move_case',
      reason,
      (context) => moveCase(context, { ...ref, ...body }),
      ref.accountId,
    );
  }),
  serve(contract.noteDispute, ({ params, body, perform }) => {
    const ref = refOf(params);
    return perform(
      'disputes.note_case',
      'a note to the case',
      (context) => noteCase(context, { ...ref, ...body }),
      ref.accountId,
    );
  }),
  serve(contract.causeOfDispute, ({ params, body, perform }) => {
    const ref = refOf(params);
    return perform(
      'disputes.find_cause',
      body.note || 'the root cause',
      (context) => findCause(context, { ...ref, ...body }),
      ref.accountId,
    );
  }),
  serve(contract.answerDispute, ({ params, body, perform }) => {
    const ref = refOf(params);
    return perform(
      'disputes.tell_answer',
      `answered by ${body.by}`,
      (context) => tellAnswer(context, { ...ref, ...body }),
      ref.accountId,
    );
  }),
  serve(contract.decideDispute, async ({ params, body, perform, desk }) => {
    const ref = refOf(params);
    const file = await caseFile(desk.db, ref);
    if (!file) return refuse('dispute.no_such_case');
    const amount = amountOf(body.amount, file.amount.currency);
    if (!amount.ok) return amount;
    const wish = { ...ref, ...body, amount: amount.value };
    const decided = await perform(
      'disputes.decide_case',
      body.note,
      (context) => decideCase(context, wish),
      ref.accountId,
    );
    if (!decided.ok) return decided;
    const { state, requestIds } = decided.value;
    return accept({ state, requestIds: [...requestIds] });
  }),
  serve(contract.rebillDispute, ({ params, body, perform }) => {
    const ref = refOf(params);
    return perform(
      'disputes.rebill_case',
      `billed anew as ${body.number}`,
      (context) => rebillCase(context, { ...ref, ...body }),
      ref.accountId,
    );
  }),
];

/** Links for outsiders, and the files of a case. */
export const caseFileRoutes: readonly Served[] = [
  serve(contract.inviteOutsider, async ({ params, body, perform, wire }) => {
    const ref = refOf(params);
    const token = newToken();
    const tokenHash = hashToken(token);
    const made = await perform(
      'disputes.invite_outsider',
      `asked ${body.toName}`,
      (context) => inviteOutsider(context, { ...ref, ...body, tokenHash }),
      ref.accountId,
    );
    if (!made.ok) return made;
    const { linkId, mark } = made.value;
    const shown = mark === tokenHash && !wire.dryRun;
    return accept({ linkId, path: shown ? `/answer/${token}` : null });
  }),
  serve(contract.revokeLink, ({ params, perform }) => {
    const ref = refOf(params);
    return perform(
      'disputes.revoke_link',
      'the link is taken back',
      (context) => revokeInvitation(context, { ...ref, linkId: id(params.linkId) }),
      ref.accountId,
    );
  }),
  serveUpload(contract.addEvidence, ({ params, files, fields, perform }) => {
    const ref = refOf(params);
    const kind = evidenceKinds.find((each) => each === fields['kind']) ?? 'other';
    return perform(
      'disputes.add_evidence',
      'files for the case',
      (context) => addEvidence(context, { ...ref, kind, files }),
      ref.accountId,
    );
  }),
  serveFile(contract.evidence, async ({ params, desk }) => {
    const file = await evidenceFile(desk.db, id(params.accountId), id(params.evidenceId));
    if (!file) return refuse('dispute.no_such_file');
    return accept({ name: file.fileName, type: file.mediaType, body: file.content });
  }),
  serveFile(contract.researchPack, async ({ params, desk, session }) => {
    const reader = {
      today: desk.clock.today(),
      now: desk.clock.now(),
      language: session.language,
    };
    const pack = await researchPack(desk.db, refOf(params), reader);
    return pack ? accept(pack) : refuse('dispute.no_such_case');
  }),
];

function refOf(params: { accountId: string; caseId: string }): { accountId: Id; caseId: Id } {
  return { accountId: id(params.accountId), caseId: id(params.caseId) };
}

function idOf(text: string | null): Id | null {
  return text === null ? null : id(text);
}

function amountOf(
  text: string | null,
  currency: Currency,
): Outcome<Money | null, 'dispute.amount_unreadable'> {
  if (text === null) return accept(null);
  const amount = parseMoney(text, currency);
  return amount ? accept(amount) : refuse('dispute.amount_unreadable', { amount: text, currency });
}
