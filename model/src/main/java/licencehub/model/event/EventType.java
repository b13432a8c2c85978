package licencehub.model.event;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** Every statement a department or the hub itself can make, with its published name. */
public enum EventType {
  LICENCE_ISSUED("licence.issued.v1", "证照颁发"),
  LICENCE_CHANGED("licence.changed.v1", "证照变更"),
  LICENCE_SUSPENDED("licence.suspended.v1", "证照暂扣"),
  LICENCE_RESUMED("licence.resumed.v1", "证照发还"),
  LICENCE_REVOKED("licence.revoked.v1", "证照撤销"),
  LICENCE_CANCELLED("licence.cancelled.v1", "证照注销"),
  CASE_APPLIED("case.applied.v1", "申办"),
  CASE_ACCEPTED("case.accepted.v1", "受理"),
  CASE_STEP("case.step.v1", "环节办理"),
  CASE_SUPPLEMENT_REQUESTED("case.supplement-requested.v1", "补正告知"),
  CASE_SUPPLEMENT_RECEIVED("case.supplement-received.v1", "补正受理"),
  CASE_SPECIAL_PROCEDURE_STARTED("case.special-procedure-started.v1", "特别程序开始"),
  CASE_SPECIAL_PROCEDURE_ENDED("case.special-procedure-ended.v1", "特别程序结束"),
  CASE_COMPLETED("case.completed.v1", "办结"),
  CASE_COLLECTED("case.collected.v1", "领取登记"),
  JOINT_OPENED("joint.opened.v1", "联办开办"),
  JOINT_CHECKED("joint.checked.v1", "联办材料核验"),
  JOINT_INSPECTED("joint.inspected.v1", "联合踏勘"),
  USE_AUTHORISED("use.authorised.v1", "用证授权"),
  USE_RECALLED("use.recalled.v1", "用证追溯"),
  USE_OBTAINED("use.obtained.v1", "异地用证取得"),
  FEEDBACK_REPORTED("feedback.reported.v1", "错证缺证反馈"),
  FEEDBACK_ANSWERED("feedback.answered.v1", "反馈答复"),
  SCAN_TAKEN("scan.taken.v1", "扫描件先收后核"),
  SCAN_CHECKED("scan.checked.v1", "扫描件核验"),
  SCAN_REMINDED("scan.reminded.v1", "核验提醒"),
  LICENCE_EXPIRED("licence.expired.v1", "证照到期");

  private static final Set<EventType> HUBS =
      EnumSet.of(
          USE_AUTHORISED,
          USE_RECALLED,
          USE_OBTAINED,
          FEEDBACK_REPORTED,
          FEEDBACK_ANSWERED,
          SCAN_TAKEN,
          SCAN_CHECKED,
          SCAN_REMINDED,
          LICENCE_EXPIRED);

  private final String wire;
  private final String zh;

  EventType(String wire, String zh) {
    this.wire = wire;
    this.zh = zh;
  }

  /** The published name, as in a CloudEvent's {@code type}. */
  public String wire() {
    return wire;
  }

  public Text text() {
    return Text.of(zh, wire.substring(0, wire.length() - ".v1".length()).replaceAll("[.-]", " "));
  }

  public boolean isLicence() {
    return wire.startsWith("licence.");
  }

  /** Whether the hub alone states it, of what it did or saw itself; no source ever may. */
  public boolean isHubs() {
    return HUBS.contains(this);
  }

  public static Optional<EventType> find(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
  }

  public static EventType parse(String wire) {
    return find(wire)
        .orElseThrow(
            () ->
                MalformedValue.of(
                    Text.of("事件类型", "event type"),
                    wire,
                    Text.of("不在目录中", "is not in the catalogue"),
                    LICENCE_ISSUED.wire));
  }
}
