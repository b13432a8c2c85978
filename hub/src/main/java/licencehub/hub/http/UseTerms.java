package licencehub.hub.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.ItemCode;
import licencehub.sharing.use.Basis;
import licencehub.sharing.use.UseRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How licences are to be used, as a request says: on what basis, which fields, with a copy or not.
 */
record UseTerms(Basis basis, Set<String> fields, boolean copy) {
  static final Set<String> KEYS = Set.of("basis", "fields", "copy");

  /** Every granted field, by function. */
  static final UseTerms BY_FUNCTION = new UseTerms(new Basis.ByFunction(), Set.of(), false);

  private static final int LONGEST = 200;
  private static final int MOST_FIELDS = 200;

  /**
   * @throws MalformedValue when no basis is given, or something is not what it should be
   */
  static UseTerms read(ObjectNode body) {
    return new UseTerms(basisOf(body), fields(body.path("fields")), Requests.flag(body, "copy"));
  }

  /** By function unless the body says otherwise; no field is asked for, and no copy. */
  static UseTerms ofComparison(ObjectNode body) {
    return body.has("basis") ? new UseTerms(basisOf(body), Set.of(), false) : BY_FUNCTION;
  }

  /** The request of an organisation for the reason it states. */
  UseRequest request(CreditCode organisation, LookupReason reason) {
    return new UseRequest(
        organisation,
        reason.operator(),
        new ItemCode(reason.item()),
        new CaseNumber(reason.caseNumber()),
        reason.purpose(),
        basis,
        fields,
        copy);
  }

  private static Basis basisOf(ObjectNode body) {
    if (!(body.get("basis") instanceof ObjectNode basis)) {
      throw wrong("basis", "必填", "must be given", "{\"kind\": \"by-function\"}");
    }
    return basis(basis);
  }

  private static Basis basis(ObjectNode basis) {
    Requests.known("basis.", basis, Set.of("kind", "holder", "agent", "evidence", "from", "until"));
    String kind = Requests.text(basis, "kind").orElse("");
    return switch (kind(kind)) {
      case BY_FUNCTION -> new Basis.ByFunction();
      case HOLDER_CONSENT ->
          new Basis.HolderConsent(
              holder(basis, "holder"),
              evidence(basis),
              moment(basis, "from"),
              moment(basis, "until"));
      case ENTRUSTED ->
          new Basis.Entrusted(
              holder(basis, "holder"),
              holder(basis, "agent"),
              evidence(basis),
              moment(basis, "from"),
              moment(basis, "until"));
    };
  }

  private static Basis.Kind kind(String word) {
    Optional<Basis.Kind> kind =
        Arrays.stream(Basis.Kind.values()).filter(it -> it.wire().equals(word)).findFirst();
    String all =
        Arrays.stream(Basis.Kind.values()).map(Basis.Kind::wire).collect(Collectors.joining(", "));
    return kind.orElseThrow(
        () -> wrong("basis.kind", "应为：" + all, "must be one of: " + all, "by-function"));
  }

  private static HolderCode holder(ObjectNode basis, String key) {
    if (!(basis.get(key) instanceof ObjectNode holder)) {
      throw wrong(
          "basis." + key,
          "必填",
          "must be given",
          "{\"codeType\": \"001\", \"code\": \"91350100M000100Y43\"}");
    }
    Requests.known("basis." + key + ".", holder, Set.of("codeType", "code"));
    return Requests.holderCode(holder);
  }

  private static String evidence(ObjectNode basis) {
    return Requests.text(basis, "evidence")
        .filter(it -> it.length() <= LONGEST)
        .orElseThrow(
            () ->
                wrong(
                    "basis.evidence",
                    "必填，至多200字",
                    "must be given, 200 characters at the most",
                    "AUTH-20260302-0001"));
  }

  private static Instant moment(ObjectNode basis, String key) {
    try {
      return OffsetDateTime.parse(Requests.text(basis, key).orElse("")).toInstant();
    } catch (DateTimeParseException e) {
      throw wrong(
          "basis." + key,
          "应为带时区的RFC 3339时刻",
          "must be an RFC 3339 time with an offset",
          "2026-11-21T09:00:00+08:00");
    }
  }

  private static Set<String> fields(JsonNode list) {
    Set<String> fields = new HashSet<>();
    boolean right = list.isMissingNode() || (list.isArray() && list.size() <= MOST_FIELDS);
    for (JsonNode it : list) {
      right &= it.isString() && !it.asString().isBlank() && it.asString().length() <= LONGEST;
      fields.add(it.asString(""));
    }
    if (!right) {
      throw wrong(
          "fields", "应为信息项名称的数组，至多200项", "must be names of fields, 200 at the most", "[\"经营项目\"]");
    }
    return fields;
  }

  private static MalformedValue wrong(String key, String zh, String en, String example) {
    return MalformedValue.hidden(Text.of("键 " + key, "key " + key), Text.of(zh, en), example);
  }
}
