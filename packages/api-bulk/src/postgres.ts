export { type PostgresJournalOptions, postgresJournal } from "./postgres/postgres-journal.ts";
