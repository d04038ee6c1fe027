-- Where people talk in the browser. The number of changes orders what happened in a channel: it is taken under the lock of
-- the channel's row, so a reader that has seen change 7 has seen all before it.
create table web.channel (
    id       text   primary key,
    name     text   not null,
    about    text   not null,
    position bigint generated always as identity,
    change   bigint not null default 0
);

-- What people and the bot said. A thread is named by the message that opened it.
create table web.message (
    id          uuid        primary key,
    position    bigint      generated always as identity,
    channel     text        not null references web.channel,
    thread      uuid        not null references web.message,
    author      text,                               -- null: the bot
    author_name text,
    once        uuid,                               -- the browser's own id of what it sent
    post_key    text,
    only_for    text,                               -- the one account that sees it; null: all
    content     jsonb       not null,
    mark        text,
    change      bigint      not null,
    created_at  timestamptz not null default now(),
    edited_at   timestamptz,
    deleted_at  timestamptz,
    check (num_nonnulls(author, author_name, once) in (0, 3) and (author is null) = (post_key is not null))
);

create unique index message_once on web.message (author, once);
create unique index message_post_key on web.message (post_key) where deleted_at is null;
create index message_thread on web.message (thread, position);
create index message_change on web.message (channel, change);
create index message_root on web.message (channel, position) where id = thread;

grant usage on schema web to ${appRole};
grant select, insert, update on web.channel, web.message to ${appRole};
