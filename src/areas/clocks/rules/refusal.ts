/** Why a calendar address is not made, shown or revoked. */
export type ClockRefusal =
  | 'clocks.no_such_feed'
  | 'clocks.feed_shown_once'
  | 'clocks.only_people_have_feeds';
