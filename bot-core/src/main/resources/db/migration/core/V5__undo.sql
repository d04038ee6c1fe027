-- What takes an executed step back, and who asked for it. Forgotten in time.
create table undo (
    execution_id uuid not null,
    ordinal int not null,
    undo jsonb not null,
    asked_by text,
    asked_at timestamptz,
    expires_at timestamptz not null,
    primary key (execution_id, ordinal),
    foreign key (execution_id, ordinal) references step
);

create index undo_expiry on undo (expires_at);

grant select, insert, update, delete on undo to ${appRole};
