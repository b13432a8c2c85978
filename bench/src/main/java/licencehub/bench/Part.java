package licencehub.bench;

/** What can be measured by itself. */
enum Part {
  START,
  VERIFICATION,
  INGEST,
  LOOKUPS,
  FILES
}
