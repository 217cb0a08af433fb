/** What other areas' server code may call of refunds. */
export { setCredit } from './actions/set-credit.ts';
export { requestRefund } from './actions/request-refund.ts';
export { saveSetting } from './actions/save-setting.ts';
