/**
 * What the checks excuse, each with its reason.
 *
 * A list here is never longer than needed: an excuse that no longer excuses anything fails too.
 */

/** `schema.table key` of keys that need not begin with the account. */
export const keysWithoutAccount: Readonly<Record<string, string>> = {
  'customers.account account_merged_into_fkey': 'a merger names the account that went on',
  'customers.account account_number': 'outside numbers are unique in their company',
  'correspondence.text_received text_received_pkey':
    'a text may come from a number that no account has',
  'correspondence.text_received text_received_provider_id_key':
    'the provider numbers texts whoever sent them',
  'ledger.identity identity_pkey': 'reference table: outside identities are unique by source',
  'clocks.clock clock_pkey': 'a deadline may belong to no account',
  'clocks.clock clock_key_key': 'who started a clock finds it by its key',
  'clocks.standing standing_pkey': 'a deadline may belong to no account',
  'clocks.standing standing_clock_id_fkey': 'a deadline may belong to no account',
  'clocks.standing standing_key_key': 'who started a clock finds it by its key',
  'approvals.request request_pkey': 'reference table: a request may belong to no account',
  'tasks.task task_series_id_nominal_on_key': 'a duty may belong to no account',
  'tasks.task task_pkey': 'reference table: a task may belong to no account',
  'platform.audit audit_pkey': 'stays on the coordinator; many rows belong to no account',
  'platform.event event_pkey': 'stays on the coordinator; many rows belong to no account',
};

/** Rules and actions that are proved by a test that leads to them: file → that test. */
export const provedElsewhere: Readonly<Record<string, string>> = {
  'src/areas/forecast/actions/acknowledge-alerts.ts': 'src/areas/forecast/http.test.ts',
  'src/areas/forecast/actions/begin-run.ts': 'src/areas/forecast/actions/run-forecast.test.ts',
  'src/areas/forecast/actions/complete-run.ts': 'src/areas/forecast/actions/run-forecast.test.ts',
  'src/areas/forecast/actions/keep-part.ts': 'src/areas/forecast/actions/run-forecast.test.ts',
  'src/areas/promises/actions/plans/keep-amount-notice.ts':
    'src/areas/promises/actions/plans/planning.test.ts',
  'src/areas/promises/actions/plans/keep-clocks.ts':
    'src/areas/promises/actions/plans/planning.test.ts',
  'src/areas/promises/actions/plans/tell-plan.ts':
    'src/areas/promises/actions/plans/planning.test.ts',
  'src/areas/correspondence/actions/letters/learnt-since.ts':
    'test/scenarios/letters-in-the-mail.test.ts',
  'src/areas/correspondence/actions/mailbox/act-on-mail.ts':
    'src/areas/correspondence/actions/mailbox/take-in-mail.test.ts',
  'src/areas/correspondence/actions/mailbox/answer-mail.ts':
    'src/areas/correspondence/http/mailbox.test.ts',
  'src/areas/correspondence/rules/templates/standard/mail-answers.ts':
    'src/areas/correspondence/http/mailbox.test.ts',
  'src/areas/correspondence/actions/mailbox/take-dispute.ts':
    'src/areas/correspondence/http/mailbox.test.ts',
  'src/areas/correspondence/actions/mailbox/take-promise.ts':
    'src/areas/correspondence/http/mailbox.test.ts',
  'src/areas/correspondence/actions/mailbox/take-report.ts':
    'src/areas/correspondence/actions/mailbox/take-in-mail.test.ts',
  'src/areas/correspondence/rules/mailbox/intent.ts':
    'src/areas/correspondence/rules/mailbox/corpus.test.ts',
  'src/areas/correspondence/rules/mailbox/phrases.ts':
    'src/areas/correspondence/rules/mailbox/corpus.test.ts',
  'src/areas/correspondence/rules/mailbox/said-day.ts':
    'src/areas/correspondence/rules/mailbox/corpus.test.ts',
  'src/areas/correspondence/rules/mailbox/said-money.ts':
    'src/areas/correspondence/rules/mailbox/corpus.test.ts',
  'src/areas/correspondence/rules/mailbox/sentences.ts':
    'src/areas/correspondence/rules/mailbox/corpus.test.ts',
  'src/areas/bank-files/actions/enter-file.ts': 'src/areas/bank-files/actions/take-in-file.test.ts',
  'src/areas/bank-files/actions/hand-out-file.ts': 'src/areas/bank-files/http.test.ts',
  'src/areas/bank-files/actions/replace-file.ts':
    'src/areas/bank-files/actions/take-in-file.test.ts',
  'src/areas/bank-files/actions/take-advices.ts':
    'src/areas/bank-files/actions/take-in-file.test.ts',
  'src/areas/bank-files/actions/take-in-fetched.ts':
    'src/areas/bank-files/answers/fetch-feeds.test.ts',
  'src/areas/correspondence/actions/copies/copy-letter.ts':
    'src/areas/correspondence/http/copies.test.ts',
  'src/areas/statements/actions/make-invoices.ts': 'test/scenarios/invoices-are-mailed.test.ts',
  'src/areas/bank-files/actions/take-statements.ts':
    'src/areas/bank-files/actions/take-in-file.test.ts',
  'src/areas/cash/actions/afterwards.ts': 'test/scenarios/cash-batches.test.ts',
  'src/areas/cash/actions/call-back.ts': 'test/scenarios/cash-batches.test.ts',
  'src/areas/cash/actions/learn-payer.ts': 'test/scenarios/cash-batches.test.ts',
  'src/areas/cash/actions/post-house-entry.ts':
    'src/areas/cash/actions/reconciliation/reconciling.test.ts',
  'src/areas/cash/actions/post-money.ts': 'test/scenarios/cash-batches.test.ts',
  'src/areas/cash/actions/place-remittances.ts': 'test/scenarios/cash-matching.test.ts',
  'src/areas/cash/actions/save-board.ts': 'src/areas/cash/http.test.ts',
  'src/areas/cash/actions/wait-for-payer.ts': 'src/areas/cash/http.test.ts',
  'src/areas/correspondence/actions/calls/ask-callback.ts':
    'src/areas/correspondence/actions/calls/end-call.test.ts',
  'src/areas/correspondence/actions/calls/claim-payment.ts':
    'src/areas/correspondence/actions/calls/end-call.test.ts',
  'src/areas/correspondence/actions/calls/confirm-in-writing.ts':
    'src/areas/correspondence/actions/calls/end-call.test.ts',
  'src/areas/correspondence/actions/calls/record-call-contact.ts':
    'src/areas/correspondence/actions/calls/end-call.test.ts',
  'src/areas/correspondence/actions/calls/send-copies.ts':
    'src/areas/correspondence/actions/calls/end-call.test.ts',
  'src/areas/correspondence/actions/calls/stop-contact.ts':
    'src/areas/correspondence/actions/calls/end-call.test.ts',
  'src/areas/correspondence/actions/calls/report-dialer.ts':
    'src/areas/correspondence/http/calls.test.ts',
  'src/areas/correspondence/actions/texts/report-text.ts':
    'src/areas/correspondence/http/texts.test.ts',
  'src/areas/correspondence/actions/texts/send-text.ts':
    'src/areas/correspondence/http/texts.test.ts',
  'src/areas/correspondence/actions/texts/take-text.ts':
    'src/areas/correspondence/http/texts.test.ts',
  'src/areas/correspondence/actions/messages/note-reply.ts':
    'src/areas/correspondence/actions/bounces/take-bounce.test.ts',
  'src/areas/correspondence/actions/messages/send-draft.ts':
    'src/areas/correspondence/http/messages.test.ts',
  'src/areas/correspondence/actions/messages/steer-message.ts':
    'src/areas/correspondence/answers/sending/send-next.test.ts',
  'src/areas/correspondence/actions/sending/attempt-message.ts':
    'src/areas/correspondence/answers/sending/send-next.test.ts',
  'src/areas/correspondence/actions/sending/record-outcome.ts':
    'src/areas/correspondence/answers/sending/send-next.test.ts',
  'src/areas/correspondence/actions/sending/save-sender.ts':
    'src/areas/correspondence/http/messages.test.ts',
  'src/areas/correspondence/actions/sending/settle-message.ts':
    'src/areas/correspondence/answers/sending/send-next.test.ts',
  'src/areas/correspondence/actions/sending/steer-sending.ts':
    'src/areas/correspondence/answers/sending/send-next.test.ts',
  'src/areas/correspondence/rules/templates/fields.ts':
    'src/areas/correspondence/actions/templates/check-template.test.ts',
  'src/areas/correspondence/rules/templates/items-table.ts':
    'src/areas/correspondence/actions/templates/render-template.test.ts',
  'src/areas/correspondence/rules/templates/judge-template.ts':
    'src/areas/correspondence/actions/templates/check-template.test.ts',
  'src/areas/correspondence/rules/templates/legal.ts':
    'src/areas/correspondence/actions/templates/check-template.test.ts',
  'src/areas/correspondence/rules/templates/scope.ts':
    'src/areas/correspondence/actions/templates/render-template.test.ts',
  'src/areas/correspondence/rules/templates/standard/all.ts':
    'src/areas/correspondence/actions/templates/check-template.test.ts',
  'src/areas/correspondence/rules/templates/standard/template-text.ts':
    'src/areas/correspondence/actions/templates/check-template.test.ts',
  'src/areas/correspondence/rules/templates/template.ts':
    'src/areas/correspondence/http/templates.test.ts',
  'src/areas/correspondence/actions/copies/send-copy.ts':
    'src/areas/correspondence/http/copies.test.ts',
  'src/areas/cash/rules/matching/confidence.ts': 'src/areas/cash/rules/matching/learn.test.ts',
  'src/areas/cash/rules/matching/explanation.ts': 'src/areas/cash/rules/matching/cases.test.ts',
  'src/areas/cash/rules/matching/orders.ts': 'src/areas/cash/rules/matching/named.test.ts',
  'src/areas/cash/rules/matching/paid-before.ts': 'src/areas/cash/rules/matching/cases.test.ts',
  'src/areas/cash/rules/matching/references.ts': 'src/areas/cash/rules/matching/named.test.ts',
  'src/areas/cash/rules/matching/rest.ts': 'src/areas/cash/rules/matching/named.test.ts',
  'src/areas/cash/rules/matching/slots.ts': 'src/areas/cash/rules/matching/named.test.ts',
  'src/areas/cash/rules/matching/unattended.ts': 'src/areas/cash/rules/matching/invariants.test.ts',
  'src/areas/cash/rules/matching/unnamed.ts': 'src/areas/cash/rules/matching/cases.test.ts',
  'src/areas/imports/actions/base-converter.ts': 'src/areas/imports/actions/import-book.test.ts',
  'src/areas/imports/actions/import-company.ts': 'src/areas/imports/actions/import-book.test.ts',
  'src/areas/imports/actions/known-in-ledger.ts': 'src/areas/imports/actions/import-book.test.ts',
  'src/areas/imports/actions/record-portion.ts': 'src/areas/imports/actions/import-book.test.ts',
  'src/areas/imports/actions/take-part.ts': 'src/areas/imports/actions/import-book.test.ts',
  'src/areas/strategies/rules/reading/charges.ts':
    'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/strategies/rules/reading/conditions.ts':
    'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/strategies/rules/reading/document.ts':
    'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/strategies/rules/reading/examples.ts':
    'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/strategies/rules/reading/exceptions.ts':
    'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/strategies/rules/reading/inherit.ts':
    'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/strategies/rules/reading/reader.ts':
    'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/strategies/rules/reading/scalars.ts':
    'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/strategies/rules/reading/steps.ts': 'src/areas/strategies/rules/read-strategy.test.ts',
  'src/areas/imports/rules/row-home.ts': 'test/scenarios/a-large-book.test.ts',
  'src/areas/imports/rules/book-applications.ts': 'src/areas/imports/rules/build-postings.test.ts',
  'src/areas/imports/actions/take-desk-record.ts':
    'src/areas/imports/actions/import-desk-records.test.ts',
  'src/areas/imports/actions/undo-desk-records.ts':
    'src/areas/imports/actions/import-desk-records.test.ts',
  'src/areas/imports/rules/desk-synonyms.ts': 'src/areas/imports/rules/synonyms.test.ts',
  'src/areas/imports/actions/post-differences.ts':
    'src/areas/imports/actions/take-snapshot.test.ts',
  'src/areas/imports/rules/presets/preset.ts':
    'src/areas/imports/rules/presets/find-preset.test.ts',
  'src/areas/ledger/actions/undo-imported-entries.ts':
    'src/areas/imports/actions/undo-import.test.ts',
  'src/areas/tasks/actions/standing-task.ts': 'src/areas/tasks/actions/tasks.test.ts',
  'src/areas/strategies/actions/cancel-run.ts': 'src/areas/strategies/http/runs.test.ts',
  'src/areas/strategies/actions/decide-part.ts':
    'src/areas/strategies/actions/run-strategies.test.ts',
  'src/areas/strategies/actions/finish-begun.ts': 'src/areas/strategies/http/runs.test.ts',
  'src/areas/strategies/actions/set-experiment.ts': 'src/areas/strategies/http/runs.test.ts',
  'src/areas/strategies/actions/write-notices.ts': 'src/areas/strategies/actions/carry-out.test.ts',
};

/** Actions that stand early because they are costly to add later, and who will call them. */
export const actionsToCome: Readonly<Record<string, string>> = {
  'src/areas/customers/actions/house-account.ts': 'lines without a customer, issue 4',
};
