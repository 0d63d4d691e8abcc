/** Output of `--help`. */
export const helpText = `np6-bulk: executes a workflow for many receivers, at most once each

  np6-bulk plan    --journal FILE --workflow ID --receivers FILE.csv|FILE.ndjson|-
                   [--receiver-type id] [--column NAME] [--format csv|ndjson] [--delimiter ,]
                   [--duplicates refuse|first|keep] [--on-bad-batch unknown|split]
                   [--execution-ids]
  np6-bulk run     --journal FILE [--rate 5/s] [--max-at-stake 2000] [--batch-size 500] [--not-after 18:00]
                   [--canary-receiver ID] [--keep-results] [--base-url URL] [--dry-run] [--yes] [--json] [--takeover]
                   [--max-concurrency 20]
  np6-bulk resume  as run, for a job that was begun; with --workers, it sends nothing, and the workers begin
  np6-bulk worker  --journal postgres://HOST/DATABASE --job NAME [--health-port PORT] [--rate 5/s] [--max-at-stake 2000]
                   [--max-concurrency 20] [--batch-size 500] [--not-after 18:00] [--base-url URL] [--json]
                   [--metrics]
  np6-bulk status  --journal FILE [--json] [--watch]
  np6-bulk pause   --journal FILE [--reason TEXT]
  np6-bulk cancel  --journal FILE [--reason TEXT]
  np6-bulk report  --journal FILE --out FILE.csv|FILE.ndjson [--state pending|done|failed|unknown|ran|skipped]
                   [--html FILE]
  np6-bulk resolve --journal FILE --reason TEXT --from FILE.csv [--delimiter ,] | (--batch N | --key KEY) --as ran|did-not-run
  np6-bulk keys    --journal FILE [--state open|done|unknown] [--json]
  np6-bulk verify  --journal FILE
  np6-bulk purge   --journal FILE --yes

A journal is a file, or postgres://HOST/DATABASE with --job NAME [--lease SECONDS]. NP6_BULK_JOURNAL and NP6_BULK_JOB
can name them, too. Put a password there, or into PGPASSWORD: all users of a machine can read a command line.
The key comes from NP6_API_KEY, the address from --base-url or NP6_BASE_URL.
Exit: 0 all done, 1 wrong use and nothing sent, 2 finished and some failed, 3 some may have run,
4 paused, 130 interrupted. 3, 4 and 130 can be resumed while receivers are pending.
`;
