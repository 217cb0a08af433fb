/** Deposits of checks over HTTP: opened, filled, closed, sent, answered; the ticket, the file. */
import { id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { openPicture } from '#platform/files/open-picture.ts';
import { writePng } from '#platform/files/write-png.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { addImages } from '../actions/deposits/add-images.ts';
import { addCheck, openDeposit, removeCheck } from '../actions/deposits/fill-deposit.ts';
import { moveDeposit, setChannel } from '../actions/deposits/move-deposit.ts';
import { rejectCheck } from '../actions/deposits/reject-check.ts';
import { depositTicket, readDeposits, wireDeposit } from '../answers/deposits/deposit.ts';
import { told } from '../answers/closing/day.ts';
import * as contract from '../contract/deposits.ts';
import { closingPolicyOf } from '../store/closing/policy.ts';
import { pictureOf, sentFile } from '../store/deposits/checks.ts';
import { itemsOf, oneDeposit, rejectedOf, rejectionOf } from '../store/deposits/deposits.ts';
import { readAmount, readOptional } from './amounts.ts';
import { companyOf } from './closing.ts';

const readings: readonly Served[] = [
  serve(contract.deposits, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    return accept(await readDeposits(desk.db, company.value, query.limit, session.language));
  }),
  serve(contract.oneDeposit, async ({ params, query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const { companyId } = company.value;
    const card = await oneDeposit(desk.db, companyId, id(params.depositId));
    if (!card) return refuse('cash.no_such_deposit');
    const policy = await closingPolicyOf(desk.db, companyId);
    const items = await itemsOf(desk.db, card.depositId);
    return accept({
      deposit: wireDeposit(card, policy, session.language),
      items: items.map((item) => ({ ...item, amount: told(item.amount, card.currency) })),
      rejected: (await rejectedOf(desk.db, card.depositId)).map((item) => {
        return { ...item, amount: told(item.amount, card.currency) };
      }),
      rejection: (await rejectionOf(desk.db, card.depositId)) ?? null,
    });
  }),
  serveFile(contract.checkImage, async ({ params, query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const card = await oneDeposit(desk.db, company.value.companyId, id(params.depositId));
    if (!card) return refuse('cash.no_such_deposit');
    const picture = await pictureOf(desk.db, card.depositId, params.itemNo, params.side);
    if (!picture) return refuse('cash.no_such_check');
    const name = `check-${params.itemNo}-${params.side}.${picture.mediaType.slice(6)}`;
    const tiff = picture.mediaType === 'image/tiff' && query.as === 'png';
    const dots = tiff ? openPicture(picture.content) : undefined;
    if (dots) return accept({ name: `${name}.png`, type: 'image/png', body: writePng(dots) });
    return accept({ name, type: picture.mediaType, body: picture.content });
  }),
  serveFile(contract.depositTicket, async ({ params, query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const card = await oneDeposit(desk.db, company.value.companyId, id(params.depositId));
    if (!card) return refuse('cash.no_such_deposit');
    const body = await depositTicket(desk.db, card, session.language);
    return accept({ name: `deposit-${card.depositedOn}.pdf`, type: 'application/pdf', body });
  }),
  serveFile(contract.depositFile, async ({ params, query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const card = await oneDeposit(desk.db, company.value.companyId, id(params.depositId));
    const file = card && (await sentFile(desk.db, card.depositId));
    if (!card || !file) return refuse('cash.no_such_deposit');
    const name = `deposit-${card.depositedOn}.x937`;
    return accept({ name, type: 'application/octet-stream', body: file.content });
  }),
];

const writings: readonly Served[] = [
  serve(contract.openDeposit, ({ body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const amount = readAmount(body.amount, currency(body.currency));
    if (!amount.ok) return Promise.resolve(amount);
    const { count, note } = body;
    const { companyId } = company.value;
    const bankAccountId = id(body.bankAccountId);
    const wish = { companyId, bankAccountId, count, amount: amount.value, note };
    return perform('cash.open_deposit', note || 'a deposit of checks', (context) =>
      openDeposit(context, wish),
    );
  }),
  serve(contract.addCheck, async ({ params, body, session, desk, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return company;
    const { companyId } = company.value;
    const depositId = id(params.depositId);
    const card = await oneDeposit(desk.db, companyId, depositId);
    if (!card) return refuse('cash.no_such_deposit');
    const amount = readOptional(body.amount, card.currency);
    if (!amount.ok) return amount;
    const { micr, receiptId, lookedAt } = body;
    const wish = {
      companyId,
      depositId,
      micr,
      amount: amount.value?.minor,
      receiptId: receiptId === undefined ? undefined : id(receiptId),
      lookedAt,
    };
    return perform('cash.add_check', 'a check of the deposit', (context) =>
      addCheck(context, wish),
    );
  }),
  serve(contract.removeCheck, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { companyId } = company.value;
    const wish = { companyId, depositId: id(params.depositId), itemNo: params.itemNo };
    return perform('cash.remove_check', body.reason, (context) => removeCheck(context, wish));
  }),
  serve(contract.rejectCheck, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { companyId } = company.value;
    const wish = { companyId, depositId: id(params.depositId), itemNo: params.itemNo };
    return perform('cash.reject_check', body.reason, (context) => rejectCheck(context, wish));
  }),
  serveUpload(contract.addImages, ({ params, query, session, files, perform }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return Promise.resolve(company);
    const { companyId } = company.value;
    const wish = {
      companyId,
      depositId: id(params.depositId),
      files: files.map(({ name, bytes }) => ({ name, content: bytes, sha256: fingerprint(bytes) })),
    };
    return perform('cash.add_images', `${files.length} pictures`, (context) =>
      addImages(context, wish),
    );
  }),
  serve(contract.moveDeposit, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { act, said } = body;
    const { companyId } = company.value;
    const wish = { companyId, depositId: id(params.depositId), act, said };
    return perform('cash.move_deposit', said || act, (context) =>
      moveDeposit(context, wish, openPicture),
    );
  }),
  serve(contract.setDepositChannel, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { company: _, ...channel } = body;
    const { companyId } = company.value;
    const wish = { companyId, bankAccountId: id(params.bankAccountId), channel };
    return perform('cash.set_channel', 'how checks are sent', (context) =>
      setChannel(context, wish),
    );
  }),
];

export const depositRoutes: readonly Served[] = [...readings, ...writings];
