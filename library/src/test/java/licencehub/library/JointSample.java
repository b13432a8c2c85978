package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.library.LicenceSample.NOON;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Original;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.ItemCode;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointInspection.State;
import licencehub.model.event.JointOpening;
import licencehub.model.event.JointOpening.Origin;
import licencehub.model.event.JointOpening.Part;
import licencehub.model.event.Organisation;
import licencehub.model.event.Statement.JointStep;

/** Statements about joint applications, with their documents. */
final class JointSample {
  static final CreditCode MARKET = CreditCode.complete("11440300MB2C00001");
  static final CreditCode FIRE = CreditCode.complete("11440300MB2C00002");
  static final CreditCode HEALTH = CreditCode.complete("11440300MB2C00003");

  private JointSample() {}

  /** A part's number is that of the joint application and its department's place. */
  static CaseNumber part(String joint, int place) {
    return new CaseNumber(joint + "-" + place);
  }

  /** With one part for each of the departments. */
  static Filing opened(String joint, long version, CreditCode lead, CreditCode... departments) {
    List<Part> parts =
        Arrays.stream(departments)
            .map(
                it ->
                    new Part(
                        part(joint, List.of(departments).indexOf(it)),
                        organisation(it),
                        new ItemCode("11370800MB285591843370117002011"),
                        "示范事项",
                        Set.of()))
            .toList();
    Holder applicant =
        new Holder("示范公司", new HolderCode(HolderCodeType.CREDIT_CODE, MARKET.text()));
    return filing(
        EventType.JOINT_OPENED,
        version,
        new JointOpening(
            new CaseNumber(joint),
            organisation(lead),
            lead.region(),
            applicant,
            "一件事",
            parts,
            List.of(),
            null));
  }

  static Filing checked(String joint, long version, CreditCode department, String material) {
    return filing(
        EventType.JOINT_CHECKED,
        version,
        new JointCheck(
            new CaseNumber(joint),
            organisation(department),
            department.region(),
            material,
            new Origin(null, null),
            true,
            NOON,
            "王五",
            ""));
  }

  static Filing inspected(String joint, long version, CreditCode department, State state) {
    return filing(
        EventType.JOINT_INSPECTED,
        version,
        new JointInspection(
            new CaseNumber(joint),
            organisation(department),
            department.region(),
            state,
            1,
            NOON,
            List.of()));
  }

  private static Organisation organisation(CreditCode code) {
    return new Organisation(code, "示范部门");
  }

  private static Filing filing(EventType type, long version, JointStep step) {
    String id =
        String.join(
                "-", step.joint().text(), type.wire(), step.speaker().code().text(), about(step))
            + version;
    Event event =
        new Event(LicenceSample.SOURCE, id, type, step.joint().text(), NOON, version, step);
    byte[] document =
        """
        {"id":"%s","subject":"%s","type":"%s"}"""
            .formatted(id, step.joint(), type.wire())
            .getBytes(UTF_8);
    return new Filing(
        event, new Original(document, "application/json", "push", NOON), document, null, null);
  }

  private static String about(JointStep step) {
    return switch (step) {
      case JointOpening it -> "";
      case JointCheck it -> it.material();
      case JointInspection it -> it.state().wire();
    };
  }
}
