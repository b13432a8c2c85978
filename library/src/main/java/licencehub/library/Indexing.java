package licencehub.library;

import org.jspecify.annotations.Nullable;

/**
 * A search index that stands beside the repository and follows its events. It is never relied on:
 * what it finds is looked up in the repository before it is told.
 */
public interface Indexing {
  /** How far it has come. Never waits. */
  State state();

  /**
   * Begins to make the index anew, behind the one that answers meanwhile. While that is going on a
   * second call does nothing.
   */
  void rebuild();

  /**
   * @param index the name of the one that answers; empty before there is one
   * @param position sequence of the newest event that can be found; -1 for none
   * @param head sequence of the newest event in the repository
   * @param rebuild the one that is being made, if one is
   * @param trouble why it does not go on, in words; null while it does
   */
  record State(
      String index, long position, long head, @Nullable Rebuild rebuild, @Nullable String trouble) {
    /** Events that cannot be found yet. */
    public long behind() {
      return Math.max(0, head - position);
    }
  }

  /**
   * @param position sequence of the newest event taken over
   */
  record Rebuild(String index, long position) {}
}
