package licencehub.schemas;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointInspection.Result;
import licencehub.model.event.JointInspection.State;
import licencehub.model.event.JointOpening;
import licencehub.model.event.JointOpening.Material;
import licencehub.model.event.JointOpening.Origin;
import licencehub.model.event.JointOpening.Part;
import licencehub.model.event.JointOpening.Visit;
import licencehub.model.event.Organisation;
import licencehub.model.event.Statement.JointStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the typed statement of a document about a joint application. */
final class JointReader {
  private final JsonNode data;

  JointReader(JsonNode data) {
    this.data = data;
  }

  /**
   * @param applicant of the one that opens it; null for all others
   */
  JointStep step(EventType type, @Nullable Holder applicant) {
    return switch (type) {
      case JOINT_OPENED -> opening(Objects.requireNonNull(applicant));
      case JOINT_CHECKED -> check();
      default -> inspection();
    };
  }

  private JointOpening opening(Holder applicant) {
    List<Part> parts = data.path("parts").valueStream().map(JointReader::part).toList();
    List<Material> materials =
        data.path("materials").valueStream().map(JointReader::material).toList();
    return new JointOpening(
        number(data, "joint"),
        organisation(data.path("lead")),
        region(),
        applicant,
        text(data, "matter"),
        parts,
        materials,
        visit());
  }

  private JointCheck check() {
    return new JointCheck(
        number(data, "joint"),
        organisation(data.path("department")),
        region(),
        text(data, "material"),
        origin(data),
        text(data, "result").equals("sound"),
        Moments.time(text(data, "checkedAt")),
        text(data, "handler"),
        data.path("reason").asString(""));
  }

  private JointInspection inspection() {
    return new JointInspection(
        number(data, "joint"),
        organisation(data.path("department")),
        region(),
        text(data, "state").equals("held") ? State.HELD : State.ARRANGED,
        data.path("sequence").asInt(1),
        Moments.time(text(data, "at")),
        data.path("findings").valueStream().map(JointReader::finding).toList());
  }

  private @Nullable Visit visit() {
    JsonNode inspection = data.path("inspection");
    if (!inspection.isObject()) {
      return null;
    }
    Set<CreditCode> departments = new HashSet<>();
    inspection.path("departments").forEach(it -> departments.add(new CreditCode(it.asString())));
    return new Visit(new CreditCode(text(inspection, "lead")), departments);
  }

  private static JointInspection.Finding finding(JsonNode node) {
    return new JointInspection.Finding(
        new CreditCode(text(node, "department")),
        Result.find(text(node, "result")).orElseThrow(),
        node.path("note").asString(""));
  }

  private static Part part(JsonNode node) {
    JsonNode item = node.path("item");
    return new Part(
        number(node, "caseNumber"),
        organisation(node.path("department")),
        new ItemCode(text(item, "code")),
        text(item, "name"),
        numbers(node.path("after")));
  }

  private static Material material(JsonNode node) {
    return new Material(
        text(node, "code"), text(node, "name"), origin(node), numbers(node.path("for")));
  }

  private static Origin origin(JsonNode node) {
    return new Origin(
        node.has("licence") ? LicenceIdentifier.parseInbound(text(node, "licence")) : null,
        node.has("digest") ? Digest.parse(text(node, "digest")) : null);
  }

  private static Set<CaseNumber> numbers(JsonNode list) {
    Set<CaseNumber> numbers = new HashSet<>();
    list.forEach(it -> numbers.add(new CaseNumber(it.asString())));
    return numbers;
  }

  private static CaseNumber number(JsonNode node, String key) {
    return new CaseNumber(text(node, key));
  }

  private static Organisation organisation(JsonNode node) {
    return new Organisation(new CreditCode(text(node, "code")), text(node, "name"));
  }

  private RegionCode region() {
    return new RegionCode(text(data, "region"));
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString();
  }
}
