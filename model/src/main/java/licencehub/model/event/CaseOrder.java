package licencehub.model.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import licencehub.model.Text;

/** The order a case's steps should have; derived when read, so that late steps mend it. */
public final class CaseOrder {
  /** By time; within one moment by rank, and a request or start before what answers it. */
  private static final Comparator<Reported> IN_TIME =
      Comparator.comparing(Reported::at)
          .thenComparingInt(it -> it.stage().rank())
          .thenComparing(Reported::stage);

  private CaseOrder() {}

  /** One reported step. */
  public record Reported(Stage stage, int sequence, Instant at) {}

  /** A contradiction in a case as reported. */
  public enum Flag {
    BEFORE_ACCEPTANCE("受理之前已有办理环节", "a step before acceptance"),
    STAGE_ORDER("环节时间先后颠倒", "stages out of order"),
    COMPLETED_TWICE("重复办结", "completed more than once"),
    AFTER_COMPLETION("办结之后仍有办理环节", "a step after completion"),
    SUPPLEMENT_WITHOUT_NOTICE("没有补正告知先有补正受理", "a supplement received that was not requested"),
    PROCEDURE_WITHOUT_START("特别程序没有开始先有结束", "a special procedure ended that was not started"),
    PROCEDURES_OVERLAP("同时有两个特别程序", "two special procedures at a time");

    private final Text text;

    Flag(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }
  }

  /**
   * Every contradiction, each once. A case without an application is in order: the national and the
   * Shandong tables report the application within the acceptance.
   */
  public static List<Flag> flags(List<Reported> steps) {
    List<Reported> inTime = new ArrayList<>(steps);
    inTime.sort(IN_TIME);
    CaseWalk walk = new CaseWalk();
    inTime.forEach(walk::take);
    return walk.flags();
  }
}
