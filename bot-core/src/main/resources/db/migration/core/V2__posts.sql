-- What threads should show, and what they show. A row is work as long as shown < wanted and it is not given up.
create table core.post (
    id           bigint generated always as identity primary key,
    kind         text        not null check (kind in ('POST', 'MARK')),
    key          text        not null,
    platform     text        not null,
    channel      text        not null,
    root         text        not null,
    audience     jsonb       not null default '{"kind": "everyone"}',
    content      jsonb,                                -- null: the post is to be gone
    live         boolean     not null default false,   -- bears buttons
    mark         text check ((mark is not null) = (kind = 'MARK')),
    wanted       bigint      not null default 1,
    shown        bigint      not null default 0,
    ref          text,                                 -- the platform's id of what it shows
    due_at       timestamptz not null default now(),
    failures     int         not null default 0,
    trouble      text,
    given_up     text,
    owner        text,
    epoch        bigint      not null default 0,
    leased_until timestamptz,
    wanted_at    timestamptz not null default now(),
    shown_at     timestamptz
);

create unique index post_key on core.post (key) where kind = 'POST';
create unique index post_mark on core.post (platform, key) where kind = 'MARK';
create index post_due on core.post (platform, id) where shown < wanted and given_up is null;
create index post_to_appear on core.post (platform, channel, root, id)
    where kind = 'POST' and ref is null and content is not null and given_up is null;
create index post_live on core.post (platform, id) where live;
create index post_given_up on core.post (platform) where given_up is not null;

-- When a channel may next be posted into, for platforms that want a pause between posts.
create table core.post_pace (
    platform text        not null,
    channel  text        not null,
    next_at  timestamptz not null,
    primary key (platform, channel)
);

grant select, insert, update, delete on core.post, core.post_pace to ${appRole};
