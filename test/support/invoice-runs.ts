/** Invoices in a story as the billing system issued them, and runs that mail them. */
import { day, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { recordDocuments } from '#areas/invoices/index.ts';
import { startRun } from '#areas/statements/actions/start-run.ts';
import { accept } from '#kernel/outcome.ts';
import { newId } from '#platform/ids.ts';
import { type Story, documentWish } from './builders.ts';
import { makeAll } from './statement-runs.ts';

type Billed = {
  readonly amount: string;
  readonly issued: string;
  readonly number: string;
  readonly po?: string;
  readonly due?: string;
};

/** Posts an invoice with its document and one line; answers the document. */
export async function bill(desk: Story, accountId: Id, told: Billed): Promise<Id> {
  const documentId = newId();
  const wish = { ...documentWish(accountId, 'invoice', told), documentId };
  await desk.done(async (context) => {
    await recordDocuments(
      context.tx,
      [
        {
          accountId,
          documentId,
          kind: 'invoice',
          number: told.number,
          poNumber: told.po ?? null,
          orderNumber: null,
          issuedOn: day(told.issued),
          currency: wish.net.currency,
          net: wish.net.minor,
          tax: 0n,
          termsCode: null,
          discountOn: null,
          discount: null,
          credits: null,
          lines: [{ description: 'Valves', net: wish.net.minor, taxCode: null, tax: 0n }],
        },
      ],
      context.at,
    );
    return accept(undefined);
  });
  await desk.done((context) => postItem(context, wish));
  return documentId;
}

export const startInvoices = (desk: Story, to: string) => {
  const toOn = day(to);
  const period = { fromOn: startOfMonth(toOn), toOn };
  return desk.act((context) =>
    startRun(context, { kind: 'invoice', companyId: desk.companyId, ...period }),
  );
};

/** Starts a run of the month's invoices and makes all of them ready. */
export async function runInvoices(desk: Story, to: string): Promise<Id> {
  const started = await startInvoices(desk, to);
  if (!started.ok) throw new Error(started.refusal);
  await makeAll(desk, started.value.runId);
  return started.value.runId;
}
