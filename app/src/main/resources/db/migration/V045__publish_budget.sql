-- What the networks themselves said is left of what they grant per time.
create table budget (
    key       text primary key,
    remaining int         not null,
    read_at   timestamptz not null,
    resets_at timestamptz not null
);

-- The shares: from which moment a publication may go, and how many units it takes.
create table budget_share (
    key            text        not null,
    publication_id uuid        not null references publication (id) on delete cascade,
    at             timestamptz not null,
    units          int         not null,
    primary key (key, publication_id, at)
);

create index budget_share_by_time on budget_share (key, at);
create index budget_share_by_publication on budget_share (publication_id);
