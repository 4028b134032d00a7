-- A post's state is said by its publications. Here and not in Java, so that a move of a publication is one statement.
create function post_state_of(publications_of uuid) returns text
    language sql stable as $$
select case
           when count(*) = 0 then 'DRAFT'
           when bool_or(state = 'UNCONFIRMED') then 'UNCONFIRMED'
           when bool_or(state = 'PUBLISHING') then 'PUBLISHING'
           when bool_and(state = 'CANCELLED') then 'CANCELLED'
           when bool_and(state in ('PUBLISHED', 'CANCELLED')) then 'PUBLISHED'
           when bool_or(state = 'SCHEDULED') and bool_or(state in ('PUBLISHED', 'FAILED')) then 'PUBLISHING'
           when bool_or(state = 'PUBLISHED') then 'PARTLY'
           when bool_or(state = 'FAILED') then 'FAILED'
           when bool_or(state = 'HELD') then 'HELD'
           else 'SCHEDULED'
       end
from publication
where post_id = publications_of
$$;

create function post_follows_publication() returns trigger
    language plpgsql as $$
declare
    before text;
    after  text;
begin
    -- two channels of a post may end at the same moment: the second must see the first
    select state into before from post where id = new.post_id for update;
    if found then
        after := post_state_of(new.post_id);
        if after <> before then
            update post set state = after, version = version + 1 where id = new.post_id;
        end if;
    end if;
    return null;
end
$$;

create trigger post_follows_order after insert on publication
    for each row execute function post_follows_publication();

create trigger post_follows_move after update of state on publication
    for each row when (old.state is distinct from new.state) execute function post_follows_publication();
