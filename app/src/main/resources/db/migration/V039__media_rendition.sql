-- A file made from another one, once for each recipe. Its id is reckoned from both, so that whoever needs the same names the same.
create table rendition (
    id uuid primary key,
    workspace_id uuid not null,
    asset_id uuid not null references asset (id),
    -- the bytes it is made from: the asset's file may be replaced
    source text not null,
    -- network.Recipe, and network.Media of the original
    recipe jsonb not null,
    original jsonb not null,
    state text not null check (state in ('WANTED', 'MAKING', 'READY', 'FAILED')),
    progress real not null,
    attempts int not null,
    -- why it failed: the key of a sentence
    problem text,
    -- network.Media of the result
    result jsonb,
    sha256 text,
    thumbnail boolean not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

create index rendition_asset on rendition (asset_id);

create index rendition_file on rendition (sha256);

-- The posts that need it; one that nobody needs is not made, and goes after a time.
create table rendition_use (
    rendition_id uuid not null references rendition (id) on delete cascade,
    user_id uuid not null,
    primary key (rendition_id, user_id)
);

create index rendition_use_user on rendition_use (user_id);

-- A link may open a rendition as well.
alter table asset_link drop constraint asset_link_asset_id_fkey;
alter table asset_link rename column asset_id to file_id;
