package licencehub.hub.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.library.LicenceQuery;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a look-up of licences asks for: one identifier, or criteria.
 *
 * @param query null exactly when an identifier is given
 * @param asOf the moment the answer is about; null for now
 * @param history whether every event is wanted
 */
record LicenceRequest(
    @Nullable LicenceIdentifier identifier,
    @Nullable LicenceQuery query,
    @Nullable AsOf asOf,
    boolean history) {
  /** Where the departments keep their calendar. */
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Asks this hub alone, here or elsewhere. */
  static final String HUB = "hub";

  private static final Set<String> KEYS =
      Set.of(
          "reason",
          "identifier",
          "holder",
          "number",
          "type",
          "name",
          "asOf",
          "history",
          "before",
          "limit",
          HUB);
  private static final int USUAL = 20;
  private static final int MOST = 200;

  /**
   * Two kinds of time.
   *
   * @param validAt by the departments' account
   * @param knownAt what the hub had received by then counts
   */
  record AsOf(Instant validAt, Instant knownAt) {}

  static Set<String> keys() {
    return KEYS;
  }

  /**
   * @throws MalformedValue when it asks for nothing, or for both an identifier and criteria
   */
  static LicenceRequest read(ObjectNode body, Instant now) {
    Optional<LicenceIdentifier> identifier =
        Requests.text(body, "identifier").map(LicenceIdentifier::parseInbound);
    boolean history = Requests.flag(body, "history");
    AsOf asOf = asOf(body, now);
    return identifier.isPresent()
        ? new LicenceRequest(identifier.get(), null, asOf, history)
        : new LicenceRequest(null, query(body), asOf, history);
  }

  /** What the access log says was asked for; persons are masked. */
  List<String> subjects() {
    if (query == null) {
      return List.of(String.valueOf(identifier));
    }
    List<String> criteria = new ArrayList<>();
    add(criteria, "holder", query.holder());
    add(criteria, "number", query.number() == null ? null : Masking.text(query.number()));
    add(criteria, "type", query.type());
    add(criteria, "name", query.namePart() == null ? null : masked(query.namePart()));
    return List.of(String.join(" ", criteria));
  }

  /** The day statuses are told for. */
  LocalDate day(Instant now) {
    return LocalDate.ofInstant(asOf == null ? now : asOf.validAt(), CHINA);
  }

  private static LicenceQuery query(ObjectNode body) {
    return new LicenceQuery(
        holder(body),
        Requests.text(body, "number").orElse(null),
        Requests.text(body, "type").map(LicenceTypeCode::new).orElse(null),
        Requests.text(body, "name").orElse(null),
        Requests.number(body, "before", Long.MAX_VALUE, 0, Long.MAX_VALUE),
        (int) Requests.number(body, "limit", USUAL, 1, MOST));
  }

  private static @Nullable HolderCode holder(ObjectNode body) {
    if (!body.has("holder")) {
      return null;
    }
    if (body.get("holder") instanceof ObjectNode holder) {
      Requests.known("holder.", holder, Set.of("codeType", "code"));
      return Requests.holderCode(holder);
    }
    throw MalformedValue.hidden(
        Text.of("键 holder", "key holder"),
        Text.of("应为对象", "must be an object"),
        "{\"codeType\": \"001\", \"code\": \"91350100M000100Y43\"}");
  }

  private static @Nullable AsOf asOf(ObjectNode body, Instant now) {
    if (!(body.get("asOf") instanceof ObjectNode asOf)) {
      return null;
    }
    Requests.known("asOf.", asOf, Set.of("validAt", "knownAt"));
    return new AsOf(
        Requests.text(asOf, "validAt").map(LicenceRequest::moment).orElse(now),
        Requests.text(asOf, "knownAt").map(LicenceRequest::moment).orElse(now));
  }

  static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw MalformedValue.of(
          Text.of("时刻", "time"),
          text,
          Text.of("应为带时区的RFC 3339时刻", "must be an RFC 3339 time with an offset"),
          "2026-11-21T09:00:00+08:00");
    }
  }

  private static void add(List<String> criteria, String name, @Nullable Object value) {
    if (value != null) {
      criteria.add(name + "=" + value);
    }
  }

  private static String masked(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }
}
