package licencehub.sharing.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.ItemCode;
import licencehub.model.event.Holder;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointInspection.Finding;
import licencehub.model.event.JointInspection.State;
import licencehub.model.event.JointOpening;
import licencehub.model.event.JointOpening.Material;
import licencehub.model.event.JointOpening.Origin;
import licencehub.model.event.JointOpening.Part;
import licencehub.model.event.JointOpening.Visit;
import licencehub.model.event.Organisation;
import licencehub.model.event.Stage;

/** Somebody wants to open a restaurant: market supervision leads, fire and health come first. */
final class Restaurant {
  static final Organisation MARKET = organisation("11440300MB2C00001", "市场监督管理局");
  static final Organisation FIRE = organisation("11440300MB2C00002", "消防救援支队");
  static final Organisation HEALTH = organisation("11440300MB2C00003", "卫生健康委员会");
  static final Organisation STRANGER = organisation("11440300MB2C00009", "档案局");
  static final CaseNumber FOOD = new CaseNumber("SP-1");
  static final CaseNumber SAFETY = new CaseNumber("XF-2");
  static final CaseNumber HYGIENE = new CaseNumber("WS-3");
  static final HolderCode APPLICANT =
      new HolderCode(HolderCodeType.CREDIT_CODE, CreditCode.complete("91440300MA5E00001").text());
  static final Origin PLAN = new Origin(null, Digest.of(new byte[] {1}));
  static final Origin PAPER = new Origin(null, null);
  static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

  private final List<JointCheck> checks = new ArrayList<>();
  private final List<JointInspection> inspections = new ArrayList<>();
  private final Map<CaseNumber, List<PartStep>> steps = new HashMap<>();
  private final Set<CreditCode> claimants = new HashSet<>();

  static Instant hour(int hour) {
    return MORNING.plusSeconds(3_600L * hour);
  }

  /** Food after fire safety and hygiene; all need the plan, hygiene a certificate on paper. */
  static JointOpening opening() {
    ItemCode item = new ItemCode("11370800MB285591843370117002011");
    return new JointOpening(
        new CaseNumber("LB-1"),
        MARKET,
        MARKET.code().region(),
        new Holder("示范餐饮有限公司", APPLICANT),
        "我要开餐馆",
        List.of(
            new Part(FOOD, MARKET, item, "食品经营许可", Set.of(SAFETY, HYGIENE)),
            new Part(SAFETY, FIRE, item, "消防安全检查", Set.of()),
            new Part(HYGIENE, HEALTH, item, "卫生许可", Set.of())),
        List.of(
            new Material("F01", "平面图", PLAN, Set.of(FOOD, SAFETY)),
            new Material("F02", "健康证明", PAPER, Set.of(HYGIENE))),
        new Visit(MARKET.code(), Set.of(FIRE.code())));
  }

  Restaurant step(CaseNumber part, Organisation by, Stage stage, int hour, String result) {
    return step(part, by, stage, 1, hour, result, List.of());
  }

  Restaurant step(
      CaseNumber part,
      Organisation by,
      Stage stage,
      int sequence,
      int hour,
      String result,
      List<String> materials) {
    return step(
        part,
        new PartStep(stage, sequence, hour(hour), by.code(), APPLICANT, result, result, materials));
  }

  Restaurant step(CaseNumber part, PartStep step) {
    steps.computeIfAbsent(part, it -> new ArrayList<>()).add(step);
    return this;
  }

  Restaurant accepted(CaseNumber part, Organisation by) {
    return step(part, by, Stage.ACCEPTANCE, 0, "accepted");
  }

  Restaurant issued(CaseNumber part, Organisation by, int hour) {
    return step(part, by, Stage.COMPLETION, hour, "certificate-issued");
  }

  Restaurant asks(CaseNumber part, Organisation by, int n, int hour, String... materials) {
    return step(part, by, Stage.SUPPLEMENT_REQUESTED, n, hour, "缺材料", List.of(materials));
  }

  Restaurant answered(CaseNumber part, Organisation by, int n, int hour) {
    return step(part, by, Stage.SUPPLEMENT_RECEIVED, n, hour, "", List.of());
  }

  Restaurant checked(Organisation by, String material, Origin origin, boolean sound) {
    checks.add(
        new JointCheck(
            new CaseNumber("LB-1"),
            by,
            by.code().region(),
            material,
            origin,
            sound,
            hour(1),
            "王五",
            sound ? "" : "与现场不符"));
    return this;
  }

  Restaurant inspected(Organisation by, State state, int n, int hour, Finding... findings) {
    inspections.add(
        new JointInspection(
            new CaseNumber("LB-1"),
            by,
            by.code().region(),
            state,
            n,
            hour(hour),
            List.of(findings)));
    return this;
  }

  Restaurant claimedBy(Organisation other) {
    claimants.add(other.code());
    return this;
  }

  JointReport report() {
    return new JointReport(opening(), claimants, checks, inspections, steps);
  }

  JointState state() {
    return JointState.of(report());
  }

  private static Organisation organisation(String code, String name) {
    return new Organisation(CreditCode.complete(code), name);
  }
}
