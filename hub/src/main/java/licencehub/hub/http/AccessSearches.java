package licencehub.hub.http;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.hub.access.KeyedHash;
import licencehub.hub.access.Role;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.library.AccessLog;
import licencehub.library.AccessLog.Span;
import licencehub.library.Uses;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;
import licencehub.model.event.Holder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who looked at and used the licences of one holder 用证记录: for auditors, and for the agent of the
 * holder, whose token is bound to that one. Itself in the access log.
 */
final class AccessSearches {
  private static final String ACTION = "accesses.search";
  private static final Set<String> KEYS =
      Set.of("holder", "licence", "from", "until", "before", "limit", "purpose");
  private static final String PURPOSE = "查询用证记录";
  private static final Span EVER = new Span(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final AccessLog log;
  private final Uses uses;
  private final SharedLicences licences;
  private final AccessRecords accesses;
  private final KeyedHash holders;

  AccessSearches(
      AccessLog log,
      Uses uses,
      SharedLicences licences,
      AccessRecords accesses,
      KeyedHash holders) {
    this.log = log;
    this.uses = uses;
    this.licences = licences;
    this.accesses = accesses;
    this.holders = holders;
  }

  Answer search(Call call) throws IOException {
    ObjectNode body = Requests.object(call, KEYS);
    if (!(body.get("holder") instanceof ObjectNode object)) {
      throw MalformedValue.hidden(
          Text.of("键 holder", "key holder"),
          Text.of("必填", "must be given"),
          "{\"codeType\": \"001\", \"code\": \"91350100M000100Y43\"}");
    }
    Requests.known("holder.", object, Set.of("codeType", "code"));
    HolderCode holder = Requests.holderCode(object);
    String purpose = Requests.text(body, "purpose").orElse(PURPOSE);
    LookupReason reason = new LookupReason("-", "-", purpose, call.caller().name());
    if (call.caller().role() == Role.AGENT && !holders.of(holder).equals(call.caller().holder())) {
      return AccessRecords.written(
          accesses.write(call, reason, ACTION, List.of("holder=" + holder), "refused"),
          new Answer.Refusal(ProblemType.HOLDER_NOT_YOURS));
    }
    return listed(call, reason, holder, body);
  }

  private Answer listed(Call call, LookupReason reason, HolderCode holder, ObjectNode body) {
    int limit = (int) Requests.number(body, "limit", USUAL, 1, MOST);
    long before = Requests.number(body, "before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    Set<String> subjects = subjects(call, holder, body);
    List<Access> page = log.list(subjects, span(body), before, limit);
    Set<UseCode> codes =
        page.stream()
            .flatMap(it -> Optional.ofNullable(it.useCode()).stream())
            .collect(Collectors.toSet());
    Set<UseCode> recalled = uses.recalled(codes);
    AccessList list = new AccessList(uses, recalled, call.caller().role() == Role.AUDITOR);
    Answer answer = Json.answer(json -> list.write(json, page, page.size() == limit));
    List<String> looked =
        Stream.concat(Stream.of("holder=" + holder), subjects.stream().sorted()).toList();
    String word = page.isEmpty() ? "absent" : "found";
    return AccessRecords.written(accesses.write(call, reason, ACTION, looked, word), answer);
  }

  /** The holder's licences, or the one that is asked for if it is among them. */
  private Set<String> subjects(Call call, HolderCode holder, ObjectNode body) {
    Set<String> held =
        licences.heldBy(List.of(new Holder("", holder)), call.at()).stream()
            .map(it -> it.identifier().toString())
            .collect(Collectors.toCollection(HashSet::new));
    Optional<LicenceIdentifier> only =
        Requests.text(body, "licence").map(LicenceIdentifier::parseInbound);
    only.ifPresent(it -> held.retainAll(Set.of(it.toString())));
    return Set.copyOf(held);
  }

  private static Span span(ObjectNode body) {
    return new Span(
        Requests.text(body, "from").map(LicenceRequest::moment).orElse(EVER.from()),
        Requests.text(body, "until").map(LicenceRequest::moment).orElse(EVER.until()));
  }
}
