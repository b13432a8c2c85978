package licencehub.model.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import licencehub.model.Text;

/**
 * How new content follows from what stood before it. Content that names none is a first issue, or
 * corrects what was wrong from the beginning.
 */
public enum ChangeKind {
  ALTERATION("变更"),
  RENEWAL("延续"),
  TRANSFER("转让"),
  REISSUE("补发换发");

  private final String zh;

  ChangeKind(String zh) {
    this.zh = zh;
  }

  /** The word in events and answers. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Text text() {
    return Text.of(zh, wire());
  }

  public static Optional<ChangeKind> find(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
  }
}
