-- Who people are, what threads remember, and what came in. Owned by bot-core; the application's role is ${appRole}.

create table person (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null default now()
);

create table account (
    platform text not null,
    account text not null,
    person_id uuid not null references person,
    primary key (platform, account)
);

-- Who a person is to a cluster; the cluster '*' stands for every one that has no row of its own.
create table identity_link (
    person_id uuid not null references person,
    cluster text not null,
    kubernetes_user text not null check (lower(btrim(kubernetes_user)) not like 'system:%'),
    kubernetes_groups text[] not null,
    source text not null default 'configuration',
    primary key (person_id, cluster)
);

create table session (
    conversation text primary key,
    cluster text not null,
    namespace text not null,
    changed_at timestamptz not null default now()
);

-- One row a platform event. Order within a conversation is that of id: accepting one takes a lock of the conversation.
create table inbox (
    id bigint generated always as identity primary key,
    request uuid not null unique,
    platform text not null,
    event_id text not null,
    conversation text not null,
    event jsonb not null,
    received_at timestamptz not null default now(),
    attempts int not null default 0,
    lease_epoch bigint not null default 0,
    lease_until timestamptz,
    finished_at timestamptz,
    unique (platform, event_id)
);

create index inbox_unfinished on inbox (conversation, id) where finished_at is null;

-- Duties that one replica at a time has, such as reading a socket. The epoch grows with each holder and fences the one before.
create table lease (
    duty text primary key,
    holder uuid not null,
    epoch bigint not null,
    until timestamptz not null
);

grant usage on schema core to ${appRole};
grant select, insert, update, delete on person, account, identity_link, session, inbox, lease to ${appRole};
