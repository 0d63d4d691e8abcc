import { chunkSize } from "../../stored/write-plan.ts";

/** Reason of unknown batches whose runner did not renew its lease. */
const leaseRanOut = "the lease of its runner ran out while it was sending";

/**
 * The steps of runners, one statement each, so that a worker that stops in the middle holds no lock. All times are the
 * database's. `take` and `void_taken` lock the row of the pace first; `settle` locks only the batch.
 */
export const procedures: string = `
-- Counts receivers by state. "Finished" is computed from these numbers, and never stored.
CREATE FUNCTION counts(p_job int) RETURNS jsonb LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  WITH b AS (SELECT state, sum(last - first + 1) AS items FROM batch WHERE job = p_job AND state <> 'split' GROUP BY state),
    o AS (SELECT state, count(*) AS items FROM outcome WHERE job = p_job GROUP BY state),
    n AS (SELECT coalesce((SELECT items FROM b WHERE state = 'planned'), 0) AS pending,
      coalesce((SELECT items FROM b WHERE state = 'sending'), 0) AS sending,
      coalesce((SELECT items FROM b WHERE state = 'answered'), 0) AS answered,
      coalesce((SELECT items FROM o WHERE state = 'failed'), 0) AS failed,
      coalesce((SELECT items FROM b WHERE state = 'unknown'), 0) AS unknown,
      coalesce((SELECT items FROM o WHERE state = 'unknown'), 0) AS unclear,
      coalesce((SELECT items FROM b WHERE state = 'ran'), 0) AS ran,
      coalesce((SELECT items FROM b WHERE state = 'skipped'), 0) AS skipped)
  SELECT jsonb_build_object('pending', pending, 'sending', sending, 'done', answered - failed - unclear, 'failed', failed,
    'unknown', unknown + unclear, 'ran', ran, 'skipped', skipped,
    'total', pending + sending + answered + unknown + ran + skipped) FROM n
$$;

CREATE FUNCTION note(p_job int, p_kind text, p_detail jsonb) RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
  INSERT INTO event (job, kind, detail, counts) VALUES (p_job, p_kind, coalesce(p_detail, 'null')::text, counts(p_job)::text)
$$;

-- Ends a runner for good: its batches in flight become unknown, and are never planned.
CREATE FUNCTION end_runner(p_job int, p_runner uuid, p_reason text, p_batch_reason text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE interrupted bigint; known text;
BEGIN
  UPDATE runner SET ended_at = clock_timestamp(), end_reason = p_reason WHERE id = p_runner AND ended_at IS NULL RETURNING name INTO known;
  WITH lost AS (UPDATE batch SET state = 'unknown', reason = p_batch_reason
    WHERE job = p_job AND state = 'sending' AND runner = p_runner RETURNING last - first + 1 AS items)
    SELECT coalesce(sum(items), 0) INTO interrupted FROM lost;
  UPDATE attempt SET outcome = 'unknown', note = p_batch_reason WHERE runner = p_runner AND outcome IS NULL;
  IF interrupted > 0 OR p_batch_reason = '${leaseRanOut}' THEN
    PERFORM note(p_job, 'lease', jsonb_build_object('runner', known, 'interrupted', interrupted, 'reason', p_reason));
  END IF;
  RETURN interrupted;
END $$;

-- Ends the runners whose lease has ended. After a start of the database, each has the time of a lease to return.
CREATE FUNCTION reap(p_job int, p_scope text) RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE dead uuid; interrupted bigint := 0;
BEGIN
  FOR dead IN SELECT id FROM runner WHERE scope = p_scope AND ended_at IS NULL AND lease_until < clock_timestamp()
    AND pg_postmaster_start_time() < clock_timestamp() - lease ORDER BY id FOR UPDATE SKIP LOCKED
  LOOP
    interrupted := interrupted + end_runner(p_job, dead, 'its lease ran out', '${leaseRanOut}');
  END LOOP;
  RETURN interrupted;
END $$;

-- Decides a runner's next step. With p_size, it ignores the pace. The intent is on disk when this returns.
CREATE FUNCTION take(p_job int, p_scope text, p_runner uuid, p_token uuid, p_size int, p_first bigint, p_last bigint,
  OUT what text, OUT wait_ms double precision, OUT b_id bigint, OUT b_first bigint, OUT b_last bigint, OUT b_attempt int,
  OUT bodies text[], OUT size int, OUT concurrency int)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE p pace; b batch; at timestamptz; under_way bigint; at_stake bigint; fitting bigint; start bigint; stop bigint;
BEGIN
  IF current_setting('synchronous_commit') IN ('off', 'local') THEN
    RAISE EXCEPTION 'synchronous_commit is off: an intent could be lost' USING ERRCODE = 'NP601';
  END IF;
  SELECT * INTO STRICT p FROM pace WHERE job = p_job FOR UPDATE;
  at := clock_timestamp(); size := p.size; concurrency := p.concurrency;
  IF EXISTS (SELECT FROM void_take WHERE token = p_token) THEN what := 'void'; RETURN; END IF;
  PERFORM reap(p_job, p_scope);
  IF NOT EXISTS (SELECT FROM runner WHERE id = p_runner AND ended_at IS NULL AND lease_until > at) THEN
    what := 'expired'; RETURN;
  END IF;
  IF EXISTS (SELECT FROM job WHERE id = p_job AND (paused IS NOT NULL OR cancelled)) THEN what := 'rests'; RETURN; END IF;
  IF p.not_after <= at THEN what := 'late'; RETURN; END IF;
  SELECT count(*), coalesce(sum(last - first + 1), 0) INTO under_way, at_stake FROM batch WHERE job = p_job AND state = 'sending';
  IF p_size IS NULL THEN
    p_size := p.size;
    IF at_stake > 0 AND (under_way >= p.concurrency OR at_stake + p_size > p.max_at_stake) THEN what := 'full'; RETURN; END IF;
    wait_ms := extract(epoch FROM nullif(greatest(p.closed_until, p.next_send), '-infinity') - at) * 1000;
    IF wait_ms > 0 THEN what := 'wait'; RETURN; END IF;
  END IF;
  SELECT * INTO b FROM batch WHERE job = p_job AND state = 'planned' AND first <= p_last AND last >= p_first
    ORDER BY first LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF b.id IS NULL THEN
    SELECT count(*) INTO fitting FROM batch WHERE job = p_job AND state IN ('planned', 'sending') AND first <= p_last AND last >= p_first;
    what := CASE WHEN fitting > 0 THEN 'full' ELSE 'nothing' END; RETURN;
  END IF;
  -- Only the requested range is cut out; the ranges before and after it stay planned.
  start := greatest(b.first, p_first); stop := least(b.last, p_last, start + p_size - 1);
  IF start > b.first OR stop < b.last THEN
    IF start > b.first AND stop = b.last THEN
      UPDATE batch SET first = start WHERE id = b.id;
      INSERT INTO batch (job, first, last, state, parent) VALUES (p_job, b.first, start - 1, 'planned', b.id);
    ELSE
      UPDATE batch SET first = stop + 1 WHERE id = b.id;
      IF start > b.first THEN
        INSERT INTO batch (job, first, last, state, parent) VALUES (p_job, b.first, start - 1, 'planned', b.id);
      END IF;
      INSERT INTO batch (job, first, last, state, parent) VALUES (p_job, start, stop, 'planned', b.id) RETURNING * INTO b;
    END IF;
  END IF;
  UPDATE batch SET state = 'sending', attempt = b.attempt + 1, runner = p_runner WHERE id = b.id RETURNING * INTO b;
  INSERT INTO attempt (batch, n, job, first, last, runner, token) VALUES (b.id, b.attempt, p_job, b.first, b.last, p_runner, p_token);
  IF p.rate IS NOT NULL THEN
    UPDATE pace SET next_send = greatest(next_send, at) + make_interval(secs => 1 / p.rate) WHERE job = p_job;
  END IF;
  SELECT array_agg(item ORDER BY c.first, n) INTO bodies FROM chunk c CROSS JOIN LATERAL
    unnest(c.bodies[greatest(b.first - c.first + 1, 1)::int:least(b.last - c.first + 1, ${chunkSize})::int]) WITH ORDINALITY AS i (item, n)
    WHERE c.job = p_job AND c.first > b.first - ${chunkSize} AND c.first <= b.last;
  what := 'send'; b_id := b.id; b_first := b.first; b_last := b.last; b_attempt := b.attempt;
END $$;

-- Undoes a take whose result was lost. Its runner did not send, so a taken batch is planned again. If the
-- statement is still on its way, it will find the token in void_take, and take nothing.
CREATE FUNCTION void_taken(p_job int, p_token uuid, p_note text) RETURNS text LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE a attempt;
BEGIN
  PERFORM FROM pace WHERE job = p_job FOR UPDATE;
  SELECT * INTO a FROM attempt WHERE token = p_token;
  IF a.id IS NULL THEN
    INSERT INTO void_take (token, job) VALUES (p_token, p_job) ON CONFLICT DO NOTHING; RETURN 'not taken';
  END IF;
  UPDATE batch SET state = 'planned', reason = p_note WHERE id = a.batch AND state = 'sending' AND attempt = a.n AND runner = a.runner;
  IF NOT FOUND THEN RETURN 'too late'; END IF;
  UPDATE attempt SET ended_at = clock_timestamp(), outcome = 'planned', kind = 'lost-take', note = p_note WHERE id = a.id;
  RETURN 'planned';
END $$;

-- Records the end of an attempt; a repeat changes nothing. p_outcomes: [[seq, state, reason]].
CREATE FUNCTION settle(p_batch bigint, p_n int, p_runner uuid, p_to text, p_status int, p_kind text, p_request_id text,
  p_note text, p_failed int, p_outcomes jsonb, p_results text[], p_limit int)
RETURNS text LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE b batch; a attempt; middle bigint; is_late boolean := false;
BEGIN
  IF current_setting('synchronous_commit') IN ('off', 'local') THEN
    RAISE EXCEPTION 'synchronous_commit is off: a result could be lost' USING ERRCODE = 'NP601';
  END IF;
  UPDATE batch SET state = p_to, reason = p_note WHERE id = p_batch AND state = 'sending' AND attempt = p_n AND runner = p_runner
    RETURNING * INTO b;
  IF b.id IS NOT NULL THEN
    UPDATE attempt SET ended_at = clock_timestamp(), outcome = p_to, status = p_status, kind = p_kind, request_id = p_request_id,
      note = p_note, failed = p_failed WHERE batch = p_batch AND n = p_n;
  ELSE
    SELECT * INTO STRICT a FROM attempt WHERE batch = p_batch AND n = p_n AND runner = p_runner FOR UPDATE;
    IF a.ended_at IS NOT NULL OR a.late_outcome IS NOT NULL THEN RETURN 'again'; END IF;
    -- The lease has ended, and the batch is unknown. Its own response proves that it ran. Only a person may decide
    -- that it did not run, and a person's resolution meanwhile stays in force.
    UPDATE attempt SET late_outcome = p_to, status = p_status, kind = p_kind, request_id = p_request_id WHERE id = a.id;
    IF p_to IN ('answered', 'ran') THEN
      UPDATE batch SET state = 'split' WHERE id = p_batch AND state = 'unknown' AND attempt = p_n AND runner = p_runner RETURNING * INTO b;
    END IF;
    IF b.id IS NULL THEN
      PERFORM note(a.job, 'late', jsonb_build_object('batch', p_batch, 'attempt', p_n, 'answer', p_to, 'kept', false));
      RETURN 'too late';
    END IF;
    is_late := true;
    INSERT INTO batch (job, first, last, state, parent, reason) VALUES (b.job, b.first, b.last, p_to, b.id,
      'the response arrived after the lease of its runner had expired');
    INSERT INTO resolution (job, first, last, resolved, by, reason) VALUES (b.job, b.first, b.last, 'ran',
      (SELECT name FROM runner WHERE id = p_runner), 'its response, after its lease had expired');
    PERFORM note(b.job, 'late', jsonb_build_object('batch', p_batch, 'attempt', p_n, 'answer', p_to, 'kept', true, 'items', b.last - b.first + 1));
  END IF;
  IF p_to = 'answered' THEN
    INSERT INTO outcome (job, seq, state, reason)
      SELECT b.job, (o->>0)::bigint, o->>1, o->>2 FROM jsonb_array_elements(p_outcomes) AS o;
    INSERT INTO result (job, seq, body) SELECT b.job, b.first + n - 1, r FROM unnest(p_results) WITH ORDINALITY AS t (r, n)
      ON CONFLICT (job, seq) DO UPDATE SET body = excluded.body;
  ELSIF p_to = 'split' THEN
    middle := b.first + (b.last - b.first) / 2;
    INSERT INTO batch (job, first, last, state, parent) VALUES (b.job, b.first, middle, 'planned', b.id),
      (b.job, middle + 1, b.last, 'planned', b.id);
    UPDATE job SET batch_limit = least(batch_limit, p_limit) WHERE id = b.job AND p_limit IS NOT NULL;
  END IF;
  RETURN CASE WHEN is_late THEN 'late' ELSE 'settled' END;
END $$;`;
