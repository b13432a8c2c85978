package licencehub.hub.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import licencehub.library.HeldKeys;
import licencehub.model.Digest;

/** What a key is for. */
public enum KeyKind {
  /** Encrypts what is stored. */
  DATA,
  /** Makes the words things are found by. */
  INDEX;

  /** As it stands in commands, answers and the names of key files. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<KeyKind> find(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
  }

  /** The numbers of the keys at hand, the current one last. */
  public List<Integer> numbers(HeldKeys held) {
    return List.copyOf(proofs(held).keySet());
  }

  /** What tells keys from others, by number. */
  SortedMap<Integer, Digest> proofs(HeldKeys held) {
    SortedMap<Integer, Digest> proofs = new TreeMap<>();
    switch (this) {
      case DATA -> held.data().forEach(it -> proofs.put(it.id(), Digest.wrap(it.proof())));
      case INDEX -> held.index().forEach(it -> proofs.put(it.id(), Digest.wrap(it.proof())));
    }
    return proofs;
  }
}
