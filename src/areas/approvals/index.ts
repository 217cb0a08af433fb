/** What other areas' server code may call of approvals: ask, read what was granted, say the end. */
export { mayAlone, reachOf } from './actions/may-alone.ts';
export { askedLately, requestApproval } from './actions/request-approval.ts';
export { grantedRequest, settleRequest } from './actions/settle-request.ts';
