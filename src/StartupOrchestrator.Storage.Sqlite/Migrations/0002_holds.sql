-- What must not leave until a person has looked: all outgoing mail after a restore, for example.
create table holds (name text primary key, since text not null, reason text not null) without rowid;
