package licencehub.sharing.reconciliation;

/** Where something is that was listed, and did not come in the time it was listed for. */
public sealed interface Whereabouts {
  /** It was not received, as far as anybody can tell by its number. */
  record Nowhere() implements Whereabouts {}

  /** It came at another time, or in another version. */
  record Filed(long version) implements Whereabouts {}

  /** It was set aside. */
  record SetAside(long entry) implements Whereabouts {}
}
