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
import java.util.concurrent.CompletableFuture;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Uses of licences that live at other hubs 异地用证: asked of the hub of each licence, which decides by
 * its own grants; what it allows is written down here too, so that its code leads back to it.
 */
final class FarDesk {
  private final @Nullable Neighbourhood neighbours;
  private final LicenceRepository licences;
  private final FarUses uses;

  FarDesk(@Nullable Neighbourhood neighbours, LicenceRepository licences, FarUses uses) {
    this.neighbours = neighbours;
    this.licences = licences;
    this.uses = uses;
  }

  /**
   * The hub of each licence that lives at another; those that are here, or nowhere, are not in it.
   */
  Map<LicenceIdentifier, Peer> homes(Call call, List<LicenceIdentifier> wanted) {
    Map<LicenceIdentifier, Peer> homes = new LinkedHashMap<>();
    if (neighbours != null && !call.isFromPeer()) {
      for (LicenceIdentifier each : wanted) {
        List<Peer> home = neighbours.homesOf(each);
        if (home.size() == 1 && licences.find(each).isEmpty()) {
          homes.put(each, home.getFirst());
        }
      }
    }
    return homes;
  }

  /**
   * Asks each hub for the uses of its licences.
   *
   * @param body the request as it came; its licences are replaced
   * @return what to answer for each licence
   */
  Map<LicenceIdentifier, ObjectNode> authorise(
      Call call, LookupReason reason, ObjectNode body, Map<LicenceIdentifier, Peer> homes) {
    Map<Peer, List<LicenceIdentifier>> byHub = new LinkedHashMap<>();
    homes.forEach(
        (licence, peer) -> byHub.computeIfAbsent(peer, it -> new ArrayList<>()).add(licence));
    Map<LicenceIdentifier, ObjectNode> answers = new HashMap<>();
    byHub.forEach((peer, asked) -> answers.putAll(authorised(call, reason, body, peer, asked)));
    return answers;
  }

  /** What the hub that gave a code says of it, if another did. */
  Optional<Answer> look(Call call, LookupReason reason, Operation operation, UseCode code) {
    return neighbours == null || call.isFromPeer()
        ? Optional.empty()
        : uses.find(code)
            .flatMap(it -> neighbours.find(it.hub()))
            .map(it -> said(it, operation, FarQuestions.about(call, reason, operation, code)));
  }

  private Answer said(Peer giver, Operation operation, ObjectNode question) {
    Told told = Objects.requireNonNull(neighbours).ask(giver, operation.id(), question);
    return told instanceof Told.Answered it
        ? PeerForm.read(it.answer().content())
        : Silences.refusal(Voice.of(giver, told));
  }

  private Map<LicenceIdentifier, ObjectNode> authorised(
      Call call, LookupReason reason, ObjectNode body, Peer peer, List<LicenceIdentifier> asked) {
    ObjectNode question = body.deepCopy();
    ArrayNode list = question.putArray("licences");
    asked.forEach(it -> list.add(it.toString()));
    Told told =
        Objects.requireNonNull(neighbours)
            .ask(peer, Operation.AUTHORISE_USES.id(), PeerForm.question(call.caller(), question));
    Voice voice = Voice.of(peer, told);
    Map<LicenceIdentifier, ObjectNode> answers = new HashMap<>();
    if (voice instanceof Voice.Said said) {
      try {
        uses.keep(kept(call, reason, said, asked, answers));
      } catch (MalformedValue | DateTimeException e) {
        answers.clear();
        voice = Voice.of(peer, Objects.requireNonNull(neighbours).lied(peer, Lie.MALFORMED));
      }
    }
    for (LicenceIdentifier each : asked) {
      answers.putIfAbsent(each, Silences.undecided(each, voice));
    }
    return answers;
  }

  /** Who asked to use which licences of other hubs, and what those said. */
  static CompletableFuture<Void> log(
      AccessRecords accesses,
      Call call,
      LookupReason reason,
      Map<LicenceIdentifier, ObjectNode> answers) {
    return CompletableFuture.allOf(
        answers.entrySet().stream()
            .map(
                it ->
                    accesses.write(
                        call,
                        reason,
                        "uses.authorise",
                        List.of(it.getKey().toString()),
                        word(it.getValue().path("decision").asString(""))))
            .toArray(CompletableFuture[]::new));
  }

  private static String word(String decision) {
    return switch (decision) {
      case "authorised" -> "found";
      case "denied" -> "refused";
      default -> "unknown";
    };
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
