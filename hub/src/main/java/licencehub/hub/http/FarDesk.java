package licencehub.hub.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import licencehub.federation.Neighbourhood;
import licencehub.federation.Peer;
import licencehub.federation.Told;
import licencehub.federation.message.Lie;
import licencehub.hub.access.Operation;
import licencehub.library.Access.LookupReason;
import licencehub.library.LicenceRepository;
import licencehub.model.MalformedValue;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;
import licencehub.routes.use.FarUse;
import licencehub.routes.use.FarUses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Uses of licences that live at other hubs 异地用证: asked of the hub of each licence, which decides by
 * its own grants; what it allows is written down here too, so that its code leads back to it.
 */
final class FarDesk {
  private final Elsewhere elsewhere;
  private final LicenceRepository licences;
  private final FarUses uses;

  FarDesk(Elsewhere elsewhere, LicenceRepository licences, FarUses uses) {
    this.elsewhere = elsewhere;
    this.licences = licences;
    this.uses = uses;
  }

  /**
   * The hub of each licence that lives at another; those that are here, or nowhere, are not in it.
   */
  Map<LicenceIdentifier, Peer> homes(Call call, List<LicenceIdentifier> wanted) {
    Map<LicenceIdentifier, Peer> homes = new LinkedHashMap<>();
    for (LicenceIdentifier each : wanted) {
      List<Peer> home = elsewhere.homesOf(call, each);
      if (home.size() == 1 && licences.find(each).isEmpty()) {
        homes.put(each, home.getFirst());
      }
    }
    return homes;
  }

  /**
   * Asks each hub for the uses of its licences, all at once.
   *
   * @param body the request as it came; its licences are replaced
   * @return what to answer for each licence
   */
  Map<LicenceIdentifier, ObjectNode> authorise(
      Call call, LookupReason reason, ObjectNode body, Map<LicenceIdentifier, Peer> homes) {
    Map<Peer, List<LicenceIdentifier>> byHub = new LinkedHashMap<>();
    homes.forEach(
        (licence, peer) -> byHub.computeIfAbsent(peer, it -> new ArrayList<>()).add(licence));
    return elsewhere
        .around(call)
        .map(it -> authorised(it, call, reason, body, byHub))
        .orElse(Map.of());
  }

  /** What the hub that gave a code says of it, if another did. */
  Optional<Answer> look(Call call, LookupReason reason, Operation operation, UseCode code) {
    return elsewhere
        .around(call)
        .flatMap(
            hubs ->
                uses.find(code)
                    .flatMap(it -> hubs.find(it.hub()))
                    .map(it -> said(hubs, call, reason, it, operation, code)));
  }

  private static Answer said(
      Neighbourhood hubs,
      Call call,
      LookupReason reason,
      Peer giver,
      Operation operation,
      UseCode code) {
    Told told = hubs.ask(giver, operation.id(), FarQuestions.about(call, reason, operation, code));
    return told instanceof Told.Answered it
        ? PeerForm.read(it.answer().content())
        : Silences.refusal(Voice.of(giver, told), call.at());
  }

  private Map<LicenceIdentifier, ObjectNode> authorised(
      Neighbourhood hubs,
      Call call,
      LookupReason reason,
      ObjectNode body,
      Map<Peer, List<LicenceIdentifier>> asked) {
    Map<Peer, ObjectNode> questions = new LinkedHashMap<>();
    asked.forEach((peer, licences) -> questions.put(peer, question(call, body, licences)));
    Map<LicenceIdentifier, ObjectNode> answers = new HashMap<>();
    hubs.ask(Operation.AUTHORISE_USES.id(), questions)
        .forEach(
            (peer, told) ->
                answers.putAll(
                    kept(
                        hubs,
                        call,
                        reason,
                        Voice.of(peer, told),
                        asked.getOrDefault(peer, List.of()))));
    return answers;
  }

  private static ObjectNode question(Call call, ObjectNode body, List<LicenceIdentifier> licences) {
    ObjectNode question = body.deepCopy();
    ArrayNode list = question.putArray("licences");
    licences.forEach(it -> list.add(it.toString()));
    return PeerForm.question(call.caller(), question);
  }

  private Map<LicenceIdentifier, ObjectNode> kept(
      Neighbourhood hubs,
      Call call,
      LookupReason reason,
      Voice voice,
      List<LicenceIdentifier> asked) {
    Map<LicenceIdentifier, ObjectNode> answers = new HashMap<>();
    Voice heard = voice;
    if (voice instanceof Voice.Said said) {
      try {
        uses.keep(kept(call, reason, said, asked, answers));
      } catch (MalformedValue | DateTimeException e) {
        answers.clear();
        heard = Voice.of(voice.peer(), hubs.lied(voice.peer(), Lie.MALFORMED));
      }
    }
    for (LicenceIdentifier each : asked) {
      answers.putIfAbsent(each, Silences.undecided(each, heard));
    }
    return answers;
  }

  /** What was authorised of what was asked; the answers go to {@code answers}. */
  private static List<FarUse> kept(
      Call call,
      LookupReason reason,
      Voice.Said said,
      List<LicenceIdentifier> asked,
      Map<LicenceIdentifier, ObjectNode> answers) {
    List<FarUse> kept = new ArrayList<>();
    for (JsonNode each : said.content().path("uses")) {
      LicenceIdentifier licence = LicenceIdentifier.parseInbound(each.path("licence").asString(""));
      if (asked.contains(licence) && each.deepCopy() instanceof ObjectNode answer) {
        if (each.path("decision").asString("").equals("authorised")) {
          kept.add(use(call, reason, said, licence, each));
        }
        answers.put(licence, answer.put("hub", said.peer().hub()));
      }
    }
    return kept;
  }

  private static FarUse use(
      Call call, LookupReason reason, Voice.Said said, LicenceIdentifier licence, JsonNode answer) {
    return new FarUse(
        new UseCode(answer.path("useCode").asString("")),
        said.peer().hub(),
        licence,
        Objects.requireNonNull(call.caller().department()),
        reason,
        answer.at("/receipt/index").asLong(),
        said.at(),
        Instant.parse(answer.path("expires").asString("")));
  }
}
