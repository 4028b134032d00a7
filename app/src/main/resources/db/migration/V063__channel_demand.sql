-- What a place that a channel posts to demands of posts, as its network told it.
create table channel_demand (
    channel_id uuid not null references channel on delete cascade,
    place text not null,
    told text,
    told_at timestamptz,
    asked_at timestamptz not null,
    primary key (channel_id, place)
);
create index channel_demand_asked on channel_demand (asked_at);
