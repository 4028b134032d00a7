-- How texts are looked for: without case, accents and the strokes of letters. Only what every PostgreSQL has, no extension.
create function media_plain(said text) returns text language sql immutable strict parallel safe
    return translate(
        regexp_replace(normalize(casefold(said collate pg_unicode_fast), NFKD), '[\u0300-\u036f]', '', 'g'),
        'łøđħŧı', 'lodhti');

-- How names are told apart: by their letters, not by case.
create function media_key(said text) returns text language sql immutable strict parallel safe
    return normalize(casefold(said collate pg_unicode_fast), NFC);

-- Words and numbers, each once.
create function media_words(said text) returns text[] language sql immutable strict parallel safe
    return array(
        select distinct left(found[1], 100)
        from regexp_matches(
            media_plain(said) collate pg_unicode_fast, '([[:alpha:]]+|[[:digit:]]+)', 'g') as found);

-- All of them, each at least by its beginning; null when there is none.
create function media_query(said text) returns tsquery language sql immutable strict parallel safe
    return (select string_agg(quote_literal(word) || ':*', ' & ') from unnest(media_words(said)) as word)::tsquery;

create table media_folder (
    id uuid primary key default uuidv7(),
    workspace_id uuid not null,
    -- null = at the top
    parent_id uuid,
    name text not null,
    key text collate "C" not null generated always as (media_key(name)) stored,
    created_at timestamptz not null,
    unique (workspace_id, id),
    foreign key (workspace_id, parent_id) references media_folder (workspace_id, id)
);

create unique index media_folder_name on media_folder (workspace_id, parent_id, key) nulls not distinct;

create table media_tag (
    id uuid primary key default uuidv7(),
    workspace_id uuid not null,
    name text not null,
    key text collate "C" not null generated always as (media_key(name)) stored,
    created_at timestamptz not null,
    unique (workspace_id, key)
);

create table asset_tag (
    asset_id uuid not null references asset (id) on delete cascade,
    tag_id uuid not null references media_tag (id) on delete cascade,
    primary key (asset_id, tag_id)
);

create index asset_tag_tag on asset_tag (tag_id);

alter table asset
    add column alt text not null default '',
    add column folder_id uuid,
    -- the names of its tags, so that one index finds all words
    add column tagged text not null default '',
    -- what deliveries call its bytes; null = as the asset itself, another one after they were replaced
    add column file_id uuid unique,
    add foreign key (workspace_id, folder_id) references media_folder (workspace_id, id);

alter table asset
    add column sorted text collate "C" not null generated always as (left(media_plain(name), 200)) stored,
    add column words tsvector not null
        generated always as (array_to_tsvector(media_words(name || ' ' || alt || ' ' || tagged))) stored;

create index asset_folder on asset (folder_id, id desc) where folder_id is not null;
create index asset_name on asset (workspace_id, sorted, id);
create index asset_size on asset (workspace_id, bytes, id);
create index asset_words on asset using gin (words);

-- Bytes that were replaced, as long as something ordered before may still send them.
create table asset_earlier (
    -- the asset's file_id of that time
    id uuid primary key,
    workspace_id uuid not null,
    asset_id uuid not null references asset (id) on delete cascade,
    name text not null,
    kind text not null,
    type text not null,
    bytes bigint not null,
    sha256 text not null,
    replaced_at timestamptz not null
);

create index asset_earlier_asset on asset_earlier (asset_id);
create index asset_earlier_file on asset_earlier (sha256);

-- The deliveries that may still send them.
create table asset_earlier_hold (
    earlier_id uuid not null references asset_earlier (id) on delete cascade,
    delivery_id uuid not null,
    primary key (earlier_id, delivery_id)
);
