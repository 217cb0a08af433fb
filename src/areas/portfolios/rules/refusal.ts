/** Every no that this area says, by name; its words have a sentence for each. */
export type PeopleRefusal =
  | 'portfolios.member_not_there'
  | 'portfolios.member_sees_other_companies';

export type ReassignRefusal =
  | PeopleRefusal
  | 'portfolios.nothing_to_move'
  | 'portfolios.list_changed'
  | 'portfolios.no_such_company';

export type UndoRefusal = 'portfolios.no_such_reassignment' | 'portfolios.undone_already';

export type RulesRefusal =
  | PeopleRefusal
  | 'portfolios.rules_changed_meanwhile'
  | 'portfolios.rule_without_people'
  | 'portfolios.amount_unreadable'
  | 'portfolios.no_such_company';

export type CampaignRefusal =
  | PeopleRefusal
  | 'portfolios.campaign_day_passed'
  | 'portfolios.campaign_ended'
  | 'portfolios.campaign_without_accounts'
  | 'portfolios.no_such_campaign'
  | 'portfolios.no_such_company'
  | 'portfolios.amount_unreadable';

export type PortfoliosRefusal =
  | CampaignRefusal
  | PeopleRefusal
  | ReassignRefusal
  | RulesRefusal
  | UndoRefusal;
