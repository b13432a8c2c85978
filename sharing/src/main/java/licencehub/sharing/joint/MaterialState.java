package licencehub.sharing.joint;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import licencehub.model.Text;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointOpening;

/**
 * How one material stands: what one department has checked is not checked again.
 *
 * @param checks by departments of a part, of the material as it is now, the first one first
 */
public record MaterialState(JointOpening.Material material, List<JointCheck> checks) {
  private static final Comparator<JointCheck> FIRST =
      Comparator.comparing(JointCheck::at).thenComparing(it -> it.speaker().code().text());

  public MaterialState {
    checks = checks.stream().sorted(FIRST).toList();
  }

  /** What the checks add up to. */
  public enum Standing {
    UNCHECKED("未核验", "not checked"),
    SOUND("核验属实", "checked and sound"),
    UNSOUND("核验不属实", "checked and unsound"),
    DISPUTED("核验结果不一致", "departments disagree");

    private final Text text;

    Standing(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The checks that count, out of all that were stated. */
  static MaterialState of(
      JointOpening opening, JointOpening.Material material, List<JointCheck> checks) {
    return new MaterialState(
        material,
        checks.stream()
            .filter(it -> it.material().equals(material.code()))
            .filter(it -> it.origin().equals(material.origin()))
            .filter(it -> opening.hasPartOf(it.speaker().code()))
            .toList());
  }

  public Standing standing() {
    boolean sound = checks.stream().anyMatch(JointCheck::sound);
    boolean unsound = checks.stream().anyMatch(it -> !it.sound());
    if (sound && unsound) {
      return Standing.DISPUTED;
    }
    return sound ? Standing.SOUND : unsound ? Standing.UNSOUND : Standing.UNCHECKED;
  }
}
