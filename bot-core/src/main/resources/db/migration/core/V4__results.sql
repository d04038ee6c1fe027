-- What the last read of a thread printed, without credentials, and in whose name it was read. Forgotten in time.
create table result (
    conversation text primary key,
    request uuid not null,
    kubernetes_user text not null,
    kubernetes_groups text[] not null,
    cluster text not null,
    command text not null,
    command_version int not null,
    output text not null,
    filter text,                                   -- what the thread looks at of it; null for all
    shown int not null,                            -- how many rows of that it has seen
    read_at timestamptz not null,
    expires_at timestamptz not null
);

create index result_expiry on result (expires_at);

grant select, insert, update, delete on result to ${appRole};
