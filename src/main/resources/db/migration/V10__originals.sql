-- what of a segment's source counts when sources are compared (memory.Plain); null where an earlier program wrote it,
-- until a server has looked
alter table segment add column plain_hash char(64);
create index segment_plain on segment (plain_hash);
