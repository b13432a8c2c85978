package licencehub.schemas;

/** Scratch. */
public final class Catalogue {
  /** Scratch. */
  public Checked check(byte[] d) {
    return new Checked.Unsound(java.util.List.of());
  }

  /** Scratch. */
  public java.util.Optional<String> idOf(byte[] d) {
    return java.util.Optional.empty();
  }
}
