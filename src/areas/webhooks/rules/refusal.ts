/** Why an endpoint is not taken or not changed. */
export type WebhookRefusal =
  | 'webhooks.no_key'
  | 'webhooks.no_such_endpoint'
  | 'webhooks.no_such_delivery'
  | 'webhooks.no_such_company'
  | 'webhooks.secret_shown_once'
  | 'webhooks.address_unfit'
  | 'webhooks.already_ended';
