package licencehub.hub.access;

import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token or the client certificate says.
 *
 * @param name account or system, 1 to 100 characters; stands in the access log
 * @param department whom the caller acts for; a department always has one, and whoever is to use
 *     licences: grants are given to organisations
 * @param holder what stands for the holder an agent acts for, see {@link KeyedHash}; null for
 *     others
 */
public record Caller(
    String name, Role role, @Nullable CreditCode department, @Nullable String holder) {
  private static final int LONGEST = 100;

  /** Everybody without a token. */
  public static final Caller ANYONE = new Caller("public", Role.PUBLIC, null);

  /** One who acts for no holder. */
  public Caller(String name, Role role, @Nullable CreditCode department) {
    this(name, role, department, null);
  }

  public Caller {
    if (name.isBlank() || name.length() > LONGEST) {
      throw MalformedValue.of(
          Text.of("调用方名称", "caller name"),
          name,
          Text.of("应为1至100个字符", "must have 1 to 100 characters"),
          "sz-market");
    }
    if (role == Role.DEPARTMENT && department == null) {
      throw MalformedValue.of(
          Text.of("部门调用方", "a department caller"),
          name,
          Text.of("应带统一社会信用代码", "must come with its credit code"),
          "91350100M000100Y43");
    }
  }

  /** Whether the caller is the department {@code code}. */
  public boolean actsFor(CreditCode code) {
    return code.equals(department);
  }
}
