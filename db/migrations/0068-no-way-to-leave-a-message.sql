-- A call that rang where no message can be left: it counts for Regulation F and nowhere else.
alter table compliance.contact
  drop constraint contact_result_check,
  add constraint contact_result_check
      check (result in ('conversation', 'left_message', 'no_answer', 'no_message', 'unreachable',
                        'wrong_number', 'sent', 'failed'));
alter table compliance.contact_result
  drop constraint contact_result_result_check,
  add constraint contact_result_result_check
      check (result in ('conversation', 'left_message', 'no_answer', 'no_message', 'unreachable',
                        'wrong_number', 'sent', 'failed'));
