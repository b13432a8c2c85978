package licencehub.model.event;

import licencehub.model.Text;

/**
 * What part of a case an event reports: the five stages 受理 承办 审核 批准 办结, what comes before and after
 * them, and the two kinds of stopped clock.
 */
public enum Stage {
  APPLICATION("application", "申办", 0),
  ACCEPTANCE("acceptance", "受理", 1),
  HANDLING("handling", "承办", 2),
  EXAMINATION("examination", "审核", 3),
  APPROVAL("approval", "批准", 4),
  COMPLETION("completion", "办结", 5),
  COLLECTION("collection", "领取", 6),
  SUPPLEMENT_REQUESTED("supplement-requested", "补正告知", -1),
  SUPPLEMENT_RECEIVED("supplement-received", "补正受理", -1),
  SPECIAL_PROCEDURE_STARTED("special-procedure-started", "特别程序开始", -1),
  SPECIAL_PROCEDURE_ENDED("special-procedure-ended", "特别程序结束", -1);

  private final String wire;
  private final String zh;
  private final int rank;

  Stage(String wire, String zh, int rank) {
    this.wire = wire;
    this.zh = zh;
    this.rank = rank;
  }

  /** The word on every wire, for example {@code examination}. */
  public String wire() {
    return wire;
  }

  public Text text() {
    return Text.of(zh, wire.replace('-', ' '));
  }

  /** Place in the order of a case from 0, or -1 for what may happen at any time in between. */
  public int rank() {
    return rank;
  }
}
