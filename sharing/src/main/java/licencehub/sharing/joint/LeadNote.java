package licencehub.sharing.joint;

import java.util.Comparator;
import java.util.Locale;
import licencehub.model.Text;

/**
 * Something the lead has to know.
 *
 * @param about a case number, a material code or a credit code; empty where it is the whole
 */
public record LeadNote(Kind kind, String about) implements Comparable<LeadNote> {
  private static final Comparator<LeadNote> ORDER =
      Comparator.comparing(LeadNote::kind).thenComparing(LeadNote::about);

  /** What it is. */
  public enum Kind {
    ISSUED_EARLY("前置事项未办结先行出件", "issued before a prerequisite"),
    BARRED("前置事项未出件而了结，须商定后续", "a prerequisite came to nothing; decide what becomes of it"),
    REFUSED("不予受理", "not accepted"),
    ENDED("办结未出件", "ended without issue"),
    UNSOUND("材料不属实", "a material is unsound"),
    DISPUTED("材料核验结果不一致", "departments disagree about a material"),
    STALE_CHECK("所核验的材料已更换，须重新核验", "a material came anew after it was checked"),
    STRANGER_CHECK("非联办部门核验，不予采用", "checked by a department without a part; not counted"),
    CHECK_OF_NOTHING("核验了未列出的材料", "a check of a material that is not listed"),
    INSPECTION_TO_ARRANGE("联合踏勘待安排", "the joint inspection is to be arranged"),
    FINDING_MISSING("踏勘后缺部门意见", "a finding of the inspection is missing"),
    INSPECTION_FAILED("踏勘未通过", "the inspection was not passed"),
    STRANGER_INSPECTION("非踏勘牵头部门报送踏勘，不予采用", "an inspection stated by another; not counted"),
    OTHER_DEPARTMENT("有其他部门报送其环节", "steps of a part are stated by another department"),
    OTHER_APPLICANT("办件的申请人与联办件不同", "the case of a part has another applicant"),
    CLAIMED("其他部门以同一编号开办", "another department opened one under this number"),
    ALL_DONE("各事项均已了结，可统一出件", "every part is over; the outcomes can be handed over");

    private final Text text;

    Kind(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public int compareTo(LeadNote other) {
    return ORDER.compare(this, other);
  }
}
