package licencehub.demo.players;

/** The date form a department changes to overnight: {@code 2026|03|07 14时05分09秒}. */
public final class NewHabit {
  /** The same form as a pattern, for the mapping that mends it. */
  public static final String PATTERN = "uuuu'|'MM'|'dd HH'时'mm'分'ss'秒'";

  private NewHabit() {}

  /** Rewrites {@code uuuu-MM-dd HH:mm:ss}; leaves what has another form alone. */
  static String write(String local) {
    return local.replaceFirst(
        "^(\\d{4})-(\\d{2})-(\\d{2}) (\\d{2}):(\\d{2}):(\\d{2})$", "$1|$2|$3 $4时$5分$6秒");
  }
}
