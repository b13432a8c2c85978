package licencehub.federation.filter;

import org.jspecify.annotations.Nullable;

/** What is asked of a peer's filter next. */
public sealed interface FilterQuestion {
  /**
   * What was added since.
   *
   * @param generation what the asker has; null when it has nothing
   */
  record Since(@Nullable FilterGeneration generation, long version) implements FilterQuestion {}

  /**
   * A piece of the whole.
   *
   * @param offset in bytes, of header and bits
   */
  record Piece(FilterGeneration generation, long offset) implements FilterQuestion {}
}
