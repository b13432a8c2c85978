package licencehub.library.sql;

import org.jspecify.annotations.Nullable;

/**
 * The event that decides one side of a record.
 *
 * @param event its sequence
 * @param tie decides between two events of one version, whichever came first
 */
record Facet(long event, long version, long tie) {
  /** Whether this stands against {@code other}; the answer depends on nothing but the two. */
  boolean standsAgainst(@Nullable Facet other) {
    return other == null
        || version > other.version
        || (version == other.version && tie > other.tie);
  }
}
