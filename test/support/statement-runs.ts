/** Runs of statements in a story: started, made and taken out by the product's own actions. */
import { day, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { saveAddress } from '#areas/customers/actions/save-address.ts';
import { saveContact } from '#areas/customers/actions/save-contact.ts';
import { actOnRun } from '#areas/statements/actions/act-on-run.ts';
import { deliverPapers } from '#areas/statements/actions/deliver-papers.ts';
import { makePapers } from '#areas/statements/actions/make-papers.ts';
import { startRun } from '#areas/statements/actions/start-run.ts';
import { drawPapers } from '#areas/statements/answers/draw-papers.ts';
import { countsOf } from '#areas/statements/store/counts.ts';
import { papersOf } from '#areas/statements/store/papers.ts';
import { setLetterhead } from '#areas/team/actions/set-letterhead.ts';
import type { Story } from './builders.ts';

export const riverRoad = {
  attention: null,
  line1: '12 River Rd',
  line2: null,
  city: 'Hartford',
  state: 'CT',
  postalCode: '06101',
  country: 'US',
};

/** Gives the account an accounts payable clerk with an e-mail address. */
export async function giveClerk(
  desk: Pick<Story, 'done'>,
  accountId: Id,
  email: string,
): Promise<void> {
  const contact = {
    role: 'accounts_payable',
    name: 'Ann',
    email,
    phone: null,
    language: 'en',
    zone: null,
  } as const;
  await desk.done((context) =>
    saveContact(context, { accountId, contactId: undefined, contact, verified: true }),
  );
}

/** A letterhead, and the number with the post that barcodes need. */
export async function giveLetterhead(
  desk: Pick<Story, 'done' | 'companyId'>,
  mailerId: string | null,
): Promise<void> {
  const head = {
    legalName: 'Main Supply Inc.',
    line1: '1 Main St',
    line2: null,
    city: 'Hartford',
    state: 'CT',
    postalCode: '06103',
    country: 'US',
    email: 'ar@main.example',
    phone: null,
    taxId: null,
    iban: null,
    vatId: null,
    mailerId,
  };
  await desk.done((context) => setLetterhead(context, { companyId: desk.companyId, head }));
}

export async function giveAddress(desk: Pick<Story, 'done'>, accountId: Id): Promise<void> {
  await desk.done((context) => saveAddress(context, { accountId, address: riverRoad }));
}

/** Starts the run of a month and makes all its papers. */
export async function runMonth(desk: Story, to: string): Promise<Id> {
  const toOn = day(to);
  const wish = {
    kind: 'statement' as const,
    companyId: desk.companyId,
    fromOn: startOfMonth(toOn),
    toOn,
  };
  const { runId } = await desk.done((context) => startRun(context, wish));
  await makeAll(desk, runId);
  return runId;
}

export async function makeAll(desk: Story, runId: Id): Promise<void> {
  for (;;) {
    const { made } = await desk.done((context) => makePapers(context, runId, drawPapers));
    if (made === 0) return;
  }
}

/** Approves the run and takes out what is in order. */
export async function approveAll(desk: Story, runId: Id): Promise<void> {
  await desk.done((context) => actOnRun(context, { runId, act: 'approve' }));
  await deliverAll(desk, runId);
}

export async function deliverAll(desk: Story, runId: Id): Promise<void> {
  for (;;) {
    const { delivered } = await desk.done((context) => deliverPapers(context, runId));
    if (delivered === 0) return;
  }
}

export const papersIn = (desk: Story, runId: Id) => papersOf(desk.db, { runId }, null);
export const countsIn = (desk: Story, runId: Id) => countsOf(desk.db, runId);
