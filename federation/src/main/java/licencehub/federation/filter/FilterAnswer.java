package licencehub.federation.filter;

/** What a hub tells of its filter. */
public sealed interface FilterAnswer {
  /**
   * What was added, in order.
   *
   * @param from the version it goes on from
   * @param hashes 16 bytes each, perhaps none
   * @param newest the version there is; where the hashes do not reach it, the rest is asked for
   * @param sum of all bits as of the newest version, see {@link HolderFilter}
   */
  record Added(FilterGeneration generation, long from, byte[] hashes, long newest, long sum)
      implements FilterAnswer {
    /** The version with the last of these hashes. */
    public long to() {
      return from + hashes.length / HolderHash.BYTES;
    }
  }

  /**
   * What the asker has cannot be brought up to date, or not for less: the whole is to be fetched,
   * piece by piece.
   *
   * @param length in bytes
   */
  record Whole(FilterGeneration generation, long length) implements FilterAnswer {}

  /**
   * Part of header and bits.
   *
   * @param checksum CRC-32C of the bytes
   */
  record Piece(FilterGeneration generation, long offset, byte[] bytes, int checksum)
      implements FilterAnswer {}

  /** There is no filter yet: the first one is being made. */
  record NoneYet() implements FilterAnswer {}
}
