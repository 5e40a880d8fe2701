-- what somebody is typing and has not saved; hers alone, one for each page she types it in
create table typed (
    unit    varchar(60) not null,
    editor  varchar(200) not null,
    -- which page of which browser
    tab     varchar(32) not null,
    digest  varchar(100) not null references digest (id),
    -- the version it is typed over, and a sum of the text that stood then
    version integer not null,
    base    varchar(16) not null,
    text    varchar not null,
    at      timestamp(3) with time zone not null,
    primary key (unit, editor, tab)
);
create index typed_editor on typed (editor, digest);
