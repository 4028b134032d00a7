create table post (
    id           uuid primary key default uuidv7(),
    workspace_id uuid        not null,
    author_id    uuid,
    version      int         not null default 1,
    state        text        not null default 'DRAFT',
    due_at       timestamptz,
    zone         text        not null,
    content      jsonb       not null,
    line         text        not null default '',
    removed      boolean     not null default false,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

comment on column post.due_at is 'when it is to be published; kept when it is called off, so that a draft keeps its place';
comment on column post.zone is 'the zone in which the person meant the time';
comment on column post.line is 'the first line of the text, for cards and search';
comment on column post.removed is 'hidden from lists; kept for the history of what was published';

create index post_by_time on post (workspace_id, due_at) where not removed;
create index post_by_age on post (workspace_id, id) where not removed;

create table post_channel (
    post_id    uuid not null references post (id) on delete cascade,
    channel_id uuid not null,
    position   int  not null,
    primary key (post_id, channel_id)
);

create index post_channel_by_channel on post_channel (channel_id);

create table post_creation (
    workspace_id uuid        not null,
    key          text        not null,
    body_hash    bytea       not null,
    post_id      uuid        not null,
    created_at   timestamptz not null,
    primary key (workspace_id, key)
);

comment on table post_creation is 'idempotency keys of POST /api/posts, kept for a week';
