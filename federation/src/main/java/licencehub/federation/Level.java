package licencehub.federation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import licencehub.model.Text;

/** At which level of government a hub stands, the highest first. */
public enum Level {
  NATION("国家"),
  PROVINCE("省级"),
  CITY("市级"),
  COUNTY("县级");

  private final String zh;

  Level(String zh) {
    this.zh = zh;
  }

  /** The word in settings and messages. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Text text() {
    return Text.of(zh, wire());
  }

  public static Optional<Level> find(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
  }
}
