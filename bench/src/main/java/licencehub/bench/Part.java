package licencehub.bench;

/** What can be measured by itself. */
enum Part {
  START,
  VERIFICATION,
  INGEST,
  RECEIPTS,
  LOOKUPS,
  FILES
}
