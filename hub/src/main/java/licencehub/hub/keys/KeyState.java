package licencehub.hub.keys;

import java.util.List;
import licencehub.library.HeldKeys;
import licencehub.library.KeyRotation.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How keys and their rotation stand.
 *
 * @param origin the files or the command they come from
 * @param own whether new ones are made by the hub
 * @param trouble what holds rotation up, in words; null when nothing does
 */
public record KeyState(
    String origin, boolean own, HeldKeys held, Progress progress, @Nullable String trouble) {
  /** Keys of this kind that something is under, or may be; others may go. */
  public List<Integer> inUse(KeyKind kind) {
    List<Integer> all = kind.numbers(held);
    return all.stream().filter(it -> isInUse(kind, it) || it.equals(all.getLast())).toList();
  }

  private boolean isInUse(KeyKind kind, int number) {
    return switch (kind) {
      case DATA -> progress.keys().contains(number);
      case INDEX -> progress.toIndex() > 0;
    };
  }
}
