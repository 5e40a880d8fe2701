-- the search index asks every second what has happened lately
create index event_at on event (at);
