-- Moves of many publications come in one statement (ADR 15): their posts follow them in one as well.
drop trigger post_follows_order on publication;
drop trigger post_follows_move on publication;
drop function post_follows_publication();

create view post_said as
select post_id,
       case
           when bool_or(state = 'UNCONFIRMED') then 'UNCONFIRMED'
           when bool_or(state = 'PUBLISHING') then 'PUBLISHING'
           when bool_and(state = 'CANCELLED') then 'CANCELLED'
           when bool_and(state in ('PUBLISHED', 'CANCELLED')) then 'PUBLISHED'
           when bool_or(state = 'SCHEDULED') and bool_or(state in ('PUBLISHED', 'FAILED')) then 'PUBLISHING'
           when bool_or(state = 'PUBLISHED') then 'PARTLY'
           when bool_or(state = 'FAILED') then 'FAILED'
           when bool_or(state = 'HELD') then 'HELD'
           else 'SCHEDULED'
       end as state
from publication
group by post_id;

create or replace function post_state_of(publications_of uuid) returns text
    language sql stable as $$
select coalesce((select state from post_said where post_id = publications_of), 'DRAFT')
$$;

create function posts_follow_publications() returns trigger
    language plpgsql as $$
declare
    moved uuid[];
begin
    -- Two channels of a post may end at the same moment: the second must see the first. In one order, so that two such
    -- statements cannot lock each other out.
    if tg_op = 'INSERT' then
        moved := array(select id from post where id in (select post_id from written)
                       order by id for no key update);
    else
        moved := array(select id from post
                       where id in (select post_id from written where (id, state) not in (select id, state from replaced))
                       order by id for no key update);
    end if;
    update post set state = said.state, version = version + 1
    from post_said said
    where post.id = any(moved) and said.post_id = any(moved) and said.post_id = post.id and said.state <> post.state;
    return null;
end
$$;

create trigger posts_follow_orders after insert on publication
    referencing new table as written
    for each statement execute function posts_follow_publications();

create trigger posts_follow_moves after update on publication
    referencing new table as written old table as replaced
    for each statement execute function posts_follow_publications();
