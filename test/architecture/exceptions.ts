/**
 * What the checks excuse, each with its reason.
 *
 * A list here is never longer than needed: an excuse that no longer excuses anything fails too.
 */

/** `schema.table key` of keys that need not begin with the account. */
export const keysWithoutAccount: Readonly<Record<string, string>> = {
  'customers.account account_merged_into_fkey': 'a merger names the account that went on',
  'customers.account account_number': 'outside numbers are unique in their company',
  'ledger.identity identity_pkey': 'reference table: outside identities are unique by source',
  'platform.audit audit_pkey': 'stays on the coordinator; many rows belong to no account',
  'platform.event event_pkey': 'stays on the coordinator; many rows belong to no account',
};

/** Rules and actions that are proved by a test elsewhere: file → that test. */
export const provedElsewhere: Readonly<Record<string, string>> = {};
