/**
 * The tables, in words that SQLite and PostgreSQL both understand. Times are ISO 8601 in UTC. `notes` holds the event
 * that put a learner's coloured note up, and whether the presenter has put it away; a hand-out that was taken back stays
 * as one of the kind 'gone', without its words, for pages that still show it.
 */
export const TABLES = [
  `create table if not exists rooms (
    id text primary key,
    code text not null unique,
    key_hash text not null unique,
    fragment text not null default '',
    folder text not null default '',
    revision integer not null default 0,
    made text not null
  )`,
  `create table if not exists learners (
    id text primary key,
    room text not null references rooms (id) on delete cascade,
    sign text not null,
    nickname text not null,
    token_hash text unique,
    step text not null default '',
    note text not null default 'none',
    events integer not null default 0,
    joined text not null,
    seen text not null,
    revision integer not null,
    gone integer not null default 0,
    unique (room, sign)
  )`,
  'create index if not exists learners_by_revision on learners (room, revision)',
  `create table if not exists events (
    learner text not null references learners (id) on delete cascade,
    id text not null,
    came text not null,
    body text not null,
    primary key (learner, id)
  )`,
  `create table if not exists passed (
    learner text not null references learners (id) on delete cascade,
    exercise text not null,
    primary key (learner, exercise)
  )`,
  `create table if not exists notes (
    learner text primary key references learners (id) on delete cascade,
    event text not null,
    away integer not null,
    revision integer not null
  )`,
  `create table if not exists handouts (
    room text not null references rooms (id) on delete cascade,
    id text not null,
    kind text not null,
    title text not null,
    body text not null,
    revision integer not null,
    primary key (room, id)
  )`,
];
