import { arrows } from "../../journal/schema.ts";
import { procedures } from "./procedures.ts";

/** Tables and rules; each version builds on the one before. A released version is never changed. */
export const migrations: readonly string[] = [`${tables()}\n${rules()}\n${procedures}`];

/** Names of the triggers, for `verify`. */
export const ruleNames: readonly string[] = [
  "batch_arrow",
  "batch_range",
  "batch_born",
  "batch_kept",
  "batch_stake",
  "attempt_kept",
  "attempt_ended",
  "outcome_born",
  "key_born",
  "key_arrow",
];

function tables(): string {
  return `
CREATE TABLE job (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, uid uuid NOT NULL,
  operation text NOT NULL, input text NOT NULL, on_bad_batch text NOT NULL, execution_ids boolean NOT NULL,
  planned boolean NOT NULL DEFAULT false, total bigint NOT NULL DEFAULT 0, plan_hash text NOT NULL DEFAULT '',
  prefix text NOT NULL DEFAULT '', suffix text NOT NULL DEFAULT '', row_form text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(), created_by text NOT NULL, batch_limit int, paused text,
  cancelled boolean NOT NULL DEFAULT false, purged_at timestamptz
);
-- One row per job. Taking a batch locks it first, so that only one machine at a time changes shared state.
CREATE TABLE pace (
  job int PRIMARY KEY REFERENCES job, max_at_stake int NOT NULL DEFAULT 0, size int NOT NULL DEFAULT 1,
  concurrency int NOT NULL DEFAULT 1, closed_until timestamptz NOT NULL DEFAULT '-infinity',
  next_send timestamptz NOT NULL DEFAULT '-infinity', rate double precision, not_after timestamptz,
  settings jsonb NOT NULL DEFAULT '{}', state jsonb NOT NULL DEFAULT '{}'
);
CREATE TABLE runner (
  id uuid PRIMARY KEY, scope text NOT NULL, name text NOT NULL, started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  lease interval NOT NULL, lease_until timestamptz NOT NULL, ended_at timestamptz, end_reason text
);
CREATE INDEX runner_alive ON runner (scope) WHERE ended_at IS NULL;
CREATE TABLE chunk (
  job int NOT NULL REFERENCES job, first bigint NOT NULL, bodies text[] NOT NULL, cells text[], PRIMARY KEY (job, first)
);
CREATE TABLE batch (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job int NOT NULL REFERENCES job, first bigint NOT NULL,
  last bigint NOT NULL CHECK (last >= first), state text NOT NULL, attempt int NOT NULL DEFAULT 0, parent bigint,
  runner uuid, reason text
);
CREATE INDEX batch_first ON batch (job, state, first);
CREATE TABLE attempt (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, batch bigint NOT NULL REFERENCES batch, n int NOT NULL, job int NOT NULL,
  first bigint NOT NULL, last bigint NOT NULL, runner uuid NOT NULL REFERENCES runner, token uuid NOT NULL UNIQUE,
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(), ended_at timestamptz, outcome text, status int, kind text,
  request_id text, note text, failed int NOT NULL DEFAULT 0, late_outcome text, UNIQUE (batch, n)
);
CREATE INDEX attempt_range ON attempt (job, first);
CREATE INDEX attempt_open ON attempt (runner) WHERE outcome IS NULL;
-- Takes whose result was lost, and which must not be executed any more.
CREATE TABLE void_take (token uuid PRIMARY KEY, job int NOT NULL REFERENCES job, at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE outcome (
  job int NOT NULL, seq bigint NOT NULL, state text NOT NULL CHECK (state IN ('failed', 'unknown')), reason text NOT NULL,
  PRIMARY KEY (job, seq)
);
CREATE TABLE result (job int NOT NULL, seq bigint NOT NULL, body text NOT NULL, PRIMARY KEY (job, seq));
CREATE TABLE resolution (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job int NOT NULL REFERENCES job, first bigint NOT NULL,
  last bigint NOT NULL, resolved text NOT NULL, by text NOT NULL, reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX resolution_job ON resolution (job, first);
CREATE TABLE event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job int NOT NULL REFERENCES job,
  at timestamptz NOT NULL DEFAULT clock_timestamp(), kind text NOT NULL, detail text NOT NULL, counts text NOT NULL
);
CREATE TABLE key (
  scope text NOT NULL, hash text NOT NULL, key text, state text NOT NULL, owner uuid NOT NULL REFERENCES runner,
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(), ended_at timestamptz, reason text, PRIMARY KEY (scope, hash)
);`;
}

/** Makes the triggers that enforce the state diagram of the README for every writer. They are the same as in SQLite. */
function rules(): string {
  const isArrow = arrows.map(([from, to]) => `(OLD.state = '${from}' AND NEW.state = '${to}')`).join(" OR ");
  const rule = (
    name: string,
    when: string,
    refused: string,
    words: string,
    row = "NEW",
    first = "",
  ): string => `
CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
  ${first}IF ${refused} THEN RAISE EXCEPTION '${words}' USING ERRCODE = 'NP600'; END IF;
  RETURN ${row};
END $$;
CREATE TRIGGER ${name} BEFORE ${when} FOR EACH ROW EXECUTE FUNCTION ${name}();`;
  return [
    rule(
      "batch_arrow",
      "UPDATE OF state ON batch",
      `OLD.state <> NEW.state AND NOT (${isArrow})`,
      "a batch cannot change from this state to that one",
    ),
    rule(
      "batch_range",
      "UPDATE OF first, last ON batch",
      "NOT (OLD.state = 'planned' AND NEW.state = 'planned' AND NEW.first > OLD.first AND NEW.last = OLD.last)",
      "only a planned batch may lose items",
    ),
    rule(
      "batch_born",
      "INSERT ON batch",
      `NEW.state <> 'planned' AND NOT (NEW.parent IS NOT NULL AND NEW.state IN ('unknown', 'answered', 'ran'))
    AND NOT (NEW.state = 'skipped' AND NOT (SELECT planned FROM job WHERE id = NEW.job))`,
      "a batch begins as planned",
    ),
    rule(
      "batch_kept",
      "DELETE ON batch",
      "(SELECT planned FROM job WHERE id = OLD.job)",
      "a batch is never deleted",
      "OLD",
    ),
    // Locks the row of the pace first, so that concurrent takes of any writers are checked one after another.
    rule(
      "batch_stake",
      "UPDATE OF state ON batch",
      `NEW.state = 'sending' AND OLD.state <> 'sending' AND (SELECT max_at_stake FROM pace WHERE job = NEW.job) <
    NEW.last - NEW.first + 1 + (SELECT coalesce(sum(last - first + 1), 0) FROM batch WHERE job = NEW.job AND state = 'sending')`,
      "more receivers would be in flight than allowed",
      "NEW",
      "IF NEW.state = 'sending' THEN PERFORM FROM pace WHERE job = NEW.job FOR UPDATE; END IF;\n  ",
    ),
    rule("attempt_kept", "DELETE ON attempt", "true", "an attempt is never deleted", "OLD"),
    // An attempt that became unknown when its lease ended may record once the result of its own late response.
    rule(
      "attempt_ended",
      "UPDATE ON attempt",
      "OLD.outcome IS NOT NULL AND NOT (OLD.ended_at IS NULL AND OLD.late_outcome IS NULL AND NEW.late_outcome IS NOT NULL AND NEW.outcome = OLD.outcome)",
      "an attempt ends once",
    ),
    rule(
      "outcome_born",
      "INSERT ON outcome",
      `NEW.seq > coalesce((SELECT last FROM batch WHERE job = NEW.job AND state = 'answered' AND first <= NEW.seq
    ORDER BY first DESC LIMIT 1), 0)`,
      "an outcome belongs to an answered batch",
    ),
    rule("key_born", "INSERT ON key", "NEW.state <> 'open'", "a key begins as open"),
    rule(
      "key_arrow",
      "UPDATE OF state ON key",
      "OLD.state <> NEW.state AND (OLD.state = 'done' OR NEW.state = 'open')",
      "a key cannot change from this state to that one",
    ),
  ].join("\n");
}
