/** Version of the tables; other versions are refused. */
export const schemaVersion = 1;

/** The allowed state changes of a batch. */
export const arrows: readonly (readonly [from: string, to: string])[] = [
  ["planned", "sending"],
  ["sending", "planned"],
  ["sending", "answered"],
  ["sending", "ran"],
  ["sending", "unknown"],
  ["sending", "split"],
  ["unknown", "split"],
  ["ran", "split"],
];

/** Triggers that enforce the state diagram of the README for every writer. */
export const triggers: Readonly<Record<string, string>> = {
  batch_arrow: `BEFORE UPDATE OF state ON batch WHEN OLD.state <> NEW.state AND NOT (${arrows
    .map(([from, to]) => `(OLD.state = '${from}' AND NEW.state = '${to}')`)
    .join(" OR ")})
    BEGIN SELECT RAISE(ABORT, 'a batch cannot change from this state to that one'); END`,
  batch_range: `BEFORE UPDATE OF first, last ON batch
    WHEN NOT (OLD.state = 'planned' AND NEW.state = 'planned' AND NEW.first > OLD.first AND NEW.last = OLD.last)
    BEGIN SELECT RAISE(ABORT, 'only a planned batch may lose items'); END`,
  batch_born: `BEFORE INSERT ON batch
    WHEN NEW.state <> 'planned' AND NOT (NEW.parent IS NOT NULL AND NEW.state IN ('unknown', 'answered', 'ran'))
      AND NOT (NEW.state = 'skipped' AND (SELECT planned FROM job) = 0)
    BEGIN SELECT RAISE(ABORT, 'a batch begins as planned'); END`,
  batch_kept: `BEFORE DELETE ON batch WHEN (SELECT planned FROM job) = 1
    BEGIN SELECT RAISE(ABORT, 'a batch is never deleted'); END`,
  batch_stake: `BEFORE UPDATE OF state ON batch WHEN NEW.state = 'sending' AND (SELECT max_at_stake FROM job) <
      NEW.last - NEW.first + 1 + (SELECT coalesce(sum(last - first + 1), 0) FROM batch WHERE state = 'sending')
    BEGIN SELECT RAISE(ABORT, 'more receivers would be in flight than allowed'); END`,
  attempt_kept: `BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'an attempt is never deleted'); END`,
  attempt_ended: `BEFORE UPDATE ON attempt WHEN OLD.outcome IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an attempt ends once'); END`,
  outcome_born: `BEFORE INSERT ON outcome
    WHEN NEW.seq > coalesce(
      (SELECT last FROM batch WHERE state = 'answered' AND first <= NEW.seq ORDER BY first DESC LIMIT 1), 0)
    BEGIN SELECT RAISE(ABORT, 'an outcome belongs to an answered batch'); END`,
  key_born: `BEFORE INSERT ON key WHEN NEW.state <> 'open' BEGIN SELECT RAISE(ABORT, 'a key begins as open'); END`,
  key_arrow: `BEFORE UPDATE OF state ON key WHEN OLD.state <> NEW.state AND (OLD.state = 'done' OR NEW.state = 'open')
    BEGIN SELECT RAISE(ABORT, 'a key cannot change from this state to that one'); END`,
};

/** The tables of a journal. */
export const tables: string = `
CREATE TABLE job (
  id INTEGER PRIMARY KEY CHECK (id = 1), operation TEXT NOT NULL, input TEXT NOT NULL, on_bad_batch TEXT NOT NULL,
  uid TEXT NOT NULL, execution_ids INTEGER NOT NULL,
  planned INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, plan_hash TEXT NOT NULL DEFAULT '',
  prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '', row_form TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
  binding TEXT NOT NULL, batch_limit INTEGER, max_at_stake INTEGER NOT NULL DEFAULT 0, paused TEXT,
  cancelled INTEGER NOT NULL DEFAULT 0, purged_at INTEGER
) STRICT;
CREATE TABLE item (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, cells TEXT) STRICT;
CREATE TABLE batch (
  id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= first), state TEXT NOT NULL,
  attempt INTEGER NOT NULL DEFAULT 0, parent INTEGER, reason TEXT
) STRICT;
CREATE INDEX batch_first ON batch (state, first);
CREATE TABLE attempt (
  batch INTEGER NOT NULL, n INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, runner TEXT NOT NULL,
  sent_at INTEGER NOT NULL, ended_at INTEGER, outcome TEXT, status INTEGER, kind TEXT, request_id TEXT, note TEXT,
  failed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (batch, n)
) STRICT;
CREATE TABLE outcome (seq INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('failed', 'unknown')), reason TEXT NOT NULL) STRICT;
CREATE TABLE result (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE resolution (
  id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, resolved TEXT NOT NULL, by TEXT NOT NULL,
  reason TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE TABLE event (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL, counts TEXT NOT NULL) STRICT;
CREATE TABLE key (
  hash TEXT PRIMARY KEY, key TEXT, state TEXT NOT NULL, owner TEXT NOT NULL, process TEXT NOT NULL, taken_at INTEGER NOT NULL,
  ended_at INTEGER, reason TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE key_guard (id INTEGER PRIMARY KEY CHECK (id = 1), binding TEXT NOT NULL) STRICT;
${Object.entries(triggers)
  .map(([name, body]) => `CREATE TRIGGER ${name} ${body};`)
  .join("\n")}
PRAGMA user_version = ${schemaVersion};
`;
