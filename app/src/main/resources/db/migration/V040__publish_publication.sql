create table publication (
    id              uuid primary key default uuidv7(),
    workspace_id    uuid        not null,
    post_id         uuid        not null,
    channel_id      uuid        not null,
    network         text        not null,
    account         text        not null,
    format          text        not null,
    line            text        not null,
    delivery        jsonb       not null,
    late_after      interval    not null,
    late_action     text        not null check (late_action in ('SPACE', 'HOLD', 'SKIP')),
    late_spacing    interval    not null,
    due_at          timestamptz not null,
    priority        smallint    not null default 0,

    -- where the walk stands
    state           text        not null default 'SCHEDULED' check (state in
        ('SCHEDULED', 'PUBLISHING', 'PUBLISHED', 'FAILED', 'UNCONFIRMED', 'HELD', 'CANCELLED')),
    step            jsonb,
    -- a step that must not be repeated was begun; its end is not known
    begun           boolean     not null default false,
    -- when the call of that step was over for certain
    over_at         timestamptz,
    -- a step that must not be repeated has succeeded
    shown           boolean     not null default false,
    -- the answer to a repeatable step was lost
    doubt           boolean     not null default false,
    in_act          boolean     not null default false,
    spaced          boolean     not null default false,
    next_at         timestamptz not null,
    why             text,
    attempts        int         not null default 0,
    trying          boolean     not null default false,
    failures        int         not null default 0,
    deadline        timestamptz,
    held_for        text check (held_for in ('CHANNEL', 'LATE', 'PERSON')),
    problem_code    text,
    problem_message text,
    remote_id       text,
    permalink       text,
    more            jsonb,
    note            text        not null default '',
    published_at    timestamptz,
    moves           int         not null default 0,
    version         int         not null default 0,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now()
) with (fillfactor = 80);

create index publication_line on publication (channel_id, next_at) where state in ('SCHEDULED', 'PUBLISHING');
create index publication_cut on publication (channel_id) where state = 'PUBLISHING' and begun;
create index publication_held on publication (channel_id) where state = 'HELD';
create index publication_remote on publication (channel_id, remote_id) where remote_id is not null;
create index publication_post on publication (post_id);
create index publication_list on publication (workspace_id, state, due_at, id);

create table attempt (
    publication_id uuid        not null references publication (id) on delete cascade,
    number         int         not null,
    at             timestamptz not null,
    step           text        not null,
    decision       text        not null,
    detail         text        not null,
    duration_ms    bigint      not null,
    exchanges      jsonb       not null,
    primary key (publication_id, number)
);

-- The names that the requirement gives to the same facts.
create view queue_jobs as
select p.id,
       p.post_id,
       p.network                                   as platform,
       p.network || ':' || p.channel_id            as job_id,
       case
           when p.state in ('SCHEDULED', 'HELD') then 'waiting'
           when p.state = 'PUBLISHING' then case when p.in_act then 'active' else 'waiting' end
           when p.state = 'PUBLISHED' then 'completed'
           else 'failed'
       end                                         as status,
       p.attempts,
       null::int                                   as max_attempts,
       p.delivery                                  as data,
       case when p.remote_id is null then null
            else jsonb_build_object('id', p.remote_id, 'permalink', p.permalink) end as result,
       case when p.problem_code is null then null
            else jsonb_build_object('code', p.problem_code, 'message', p.problem_message) end as error,
       (select min(a.at) from attempt a where a.publication_id = p.id) as started_at,
       case when p.state in ('PUBLISHED', 'FAILED', 'CANCELLED') then p.updated_at end as completed_at,
       p.created_at
from publication p;
