/** How an account gets its papers, over HTTP. */
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { saveAddress } from '../actions/save-address.ts';
import { setDelivery } from '../actions/set-delivery.ts';
import * as contract from '../contract/delivery.ts';
import { deliveriesOf } from '../store/delivery.ts';

export const deliveryRoutes: readonly Served[] = [
  serve(contract.delivery, async ({ params, desk }) => {
    const [found] = await deliveriesOf(desk.db, [id(params.accountId)]);
    if (!found) return refuse('customers.no_such_account');
    const { accountId: _, name: __, language: ___, ...answer } = found;
    return accept(answer);
  }),
  serve(contract.setDelivery, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const { reason, ...wish } = body;
    return perform(
      'customers.set_delivery',
      reason,
      (context) => setDelivery(context, { accountId, ...wish }),
      accountId,
    );
  }),
  serve(contract.saveAddress, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'customers.save_address',
      body.reason,
      (context) => saveAddress(context, { accountId, address: body.address }),
      accountId,
    );
  }),
];
