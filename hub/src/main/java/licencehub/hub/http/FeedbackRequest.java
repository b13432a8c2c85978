package licencehub.hub.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.routes.followup.FeedbackReport;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.followup.Feedback.Subject;
import licencehub.sharing.type.LicenceType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a request reports: a licence that is wrong, or one that is missing. */
final class FeedbackRequest {
  static final Set<String> KEYS = Set.of("reason", "number", "wrong", "missing");
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final int MOST_FIELDS = 50;
  private static final int LONGEST = 1000;

  private FeedbackRequest() {}

  /**
   * @throws MalformedValue when it names neither, both, or something that is not what it should be
   */
  static FeedbackReport read(
      ObjectNode body, CreditCode organisation, LookupReason reason, Directory directory) {
    Map<String, String> shouldBe = new HashMap<>();
    CreditCode issuer = null;
    Subject subject;
    if (body.get("wrong") instanceof ObjectNode wrong && !body.has("missing")) {
      subject = wrong(wrong, directory, shouldBe);
    } else if (body.get("missing") instanceof ObjectNode missing && !body.has("wrong")) {
      subject = missing(missing);
      issuer = new CreditCode(Requests.text(missing, "issuer").orElse(""));
    } else {
      throw wrongKey(
          "wrong", "wrong 与 missing 应有且只有一个", "must stand alone, or missing instead", "{}");
    }
    return new FeedbackReport(
        number(body),
        organisation,
        reason.operator(),
        new ItemCode(reason.item()),
        new CaseNumber(reason.caseNumber()),
        reason.purpose(),
        subject,
        issuer,
        shouldBe);
  }

  /** The caller's own number. */
  static String number(ObjectNode body) {
    String number = Requests.text(body, "number").orElse("");
    if (!NUMBER.matcher(number).matches()) {
      throw wrongKey(
          "number",
          "应为1至40个字母、数字、点、下划线、连字符",
          "must be 1 to 40 letters, digits, dots, underscores, hyphens",
          "2026-0001");
    }
    return number;
  }

  private static Subject wrong(
      ObjectNode wrong, Directory directory, Map<String, String> shouldBe) {
    Requests.known("wrong.", wrong, Set.of("licence", "fields"));
    LicenceIdentifier licence =
        LicenceIdentifier.parseInbound(Requests.text(wrong, "licence").orElse(""));
    LicenceType type = directory.type(licence.type()).orElse(null);
    Set<String> fields = new HashSet<>();
    JsonNode list = wrong.path("fields");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_FIELDS) {
      throw field();
    }
    for (JsonNode each : list) {
      if (!(each instanceof ObjectNode field)) {
        throw field();
      }
      Requests.known("wrong.fields.", field, Set.of("name", "shouldBe"));
      String name = usual(Requests.text(field, "name").orElse(""), type);
      fields.add(name);
      Requests.text(field, "shouldBe")
          .map(it -> it.substring(0, Math.min(LONGEST, it.length())))
          .ifPresent(it -> shouldBe.put(name, it));
    }
    return new Subject.Wrong(licence, fields);
  }

  private static String usual(String name, @Nullable LicenceType type) {
    if (name.isBlank() || name.length() > 100 || (type != null && !type.knows(name))) {
      throw field();
    }
    return type == null ? name : type.usualName(name);
  }

  private static Subject missing(ObjectNode missing) {
    Requests.known("missing.", missing, Set.of("type", "issuer", "holder"));
    if (!(missing.get("holder") instanceof ObjectNode holder)) {
      throw wrongKey(
          "missing.holder",
          "必填",
          "must be given",
          "{\"codeType\": \"001\", \"code\": \"91350100M000100Y43\"}");
    }
    Requests.known("missing.holder.", holder, Set.of("codeType", "code"));
    return new Subject.Missing(
        LicenceTypeCode.strict(Requests.text(missing, "type").orElse("")),
        Requests.holderCode(holder));
  }

  private static MalformedValue field() {
    return wrongKey(
        "wrong.fields",
        "应为1至50项，写明该类证照有的信息项",
        "must be 1 to 50, each naming a field licences of this type have",
        "[{\"name\": \"证照有效期截止日期\", \"shouldBe\": \"2031-03-01\"}]");
  }

  static MalformedValue wrongKey(String key, String zh, String en, String example) {
    return MalformedValue.hidden(Text.of("键 " + key, "key " + key), Text.of(zh, en), example);
  }
}
