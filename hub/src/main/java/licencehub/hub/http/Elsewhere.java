package licencehub.hub.http;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import licencehub.federation.HubOperation;
import licencehub.federation.Neighbourhood;
import licencehub.federation.Peer;
import licencehub.federation.message.Lie;
import licencehub.hub.access.Operation;
import licencehub.model.MalformedValue;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.Holder;
import licencehub.sharing.Licence;
import licencehub.sharing.exemption.Silence;
import licencehub.sharing.item.ItemGuide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What other hubs say to questions asked here; nothing where there are none. */
final class Elsewhere {
  private final Optional<Neighbourhood> neighbours;
  private final String here;

  Elsewhere(@Nullable Neighbourhood neighbours, String here) {
    this.neighbours = Optional.ofNullable(neighbours);
    this.here = here;
  }

  /** The hubs that may be asked for a caller; none for a peer, which asks them itself. */
  Optional<Neighbourhood> around(Call call) {
    return neighbours.filter(it -> !call.isFromPeer());
  }

  /** The id of this hub. */
  String here() {
    return here;
  }

  /**
   * What holders have at other hubs.
   *
   * @param silent who may know of more and does not tell
   */
  record Held(List<Licence> licences, List<Silence> silent) {}

  /** The hub where a licence lives that is not here, if there is one to ask. */
  List<Peer> homesOf(Call call, LicenceIdentifier identifier) {
    return around(call).map(it -> it.homesOf(identifier)).orElse(List.of());
  }

  /** Whether a licence that is not here may live at a hub nobody here knows. */
  boolean isOutside(Call call, LicenceIdentifier identifier) {
    return around(call).map(it -> it.isOutside(identifier)).orElse(false);
  }

  /** The hubs that may have licences of a holder. */
  List<Peer> likely(Call call, Collection<HolderCode> holders) {
    return around(call).map(it -> it.likely(holders)).orElse(List.of());
  }

  /** One hub by its id. */
  List<Peer> named(Call call, String hub) {
    return around(call).flatMap(it -> it.find(hub)).stream().toList();
  }

  /**
   * The same search at other hubs. Licences whose proofs do not hold are not believed, nor is a hub
   * about licences that live elsewhere.
   */
  List<Voice> search(Call call, List<Peer> asked, ObjectNode body) {
    ObjectNode question = body.deepCopy();
    question.remove("hub");
    return around(call)
        .map(
            hubs ->
                ask(hubs, call, asked, Operation.SEARCH_LICENCES.id(), question).stream()
                    .map(it -> it instanceof Voice.Said said ? believed(hubs, said) : it)
                    .toList())
        .orElse(List.of());
  }

  private static Voice believed(Neighbourhood hubs, Voice.Said said) {
    try {
      return said.isProven()
          ? said.about(it -> mayVouch(hubs, said, it))
          : lied(hubs, said, Lie.PROOF_WRONG);
    } catch (MalformedValue e) {
      return lied(hubs, said, Lie.MALFORMED);
    }
  }

  private static boolean mayVouch(Neighbourhood hubs, Voice.Said said, JsonNode licence) {
    String identifier = licence.path("identifier").asString("");
    return hubs.mayVouch(said.peer(), LicenceIdentifier.parseInbound(identifier));
  }

  /** What the parties of an item have elsewhere, as far as the item is about it. */
  Held heldBy(Call call, JsonNode reason, ItemGuide guide, List<Holder> holders) {
    List<Peer> asked = likely(call, holders.stream().map(Holder::code).toList());
    return around(call)
        .filter(it -> !asked.isEmpty() && !holders.isEmpty())
        .map(it -> heldBy(it, call, asked, question(reason, guide, holders)))
        .orElse(new Held(List.of(), List.of()));
  }

  private static Held heldBy(Neighbourhood hubs, Call call, List<Peer> asked, ObjectNode question) {
    List<Licence> licences = new ArrayList<>();
    List<Silence> silent = new ArrayList<>();
    for (Voice voice : ask(hubs, call, asked, HubOperation.HOLDINGS.wire(), question)) {
      switch (read(hubs, voice, licences)) {
        case Voice.Said it -> {}
        case Voice.Unknown it -> silent.add(it.silence());
      }
    }
    return new Held(licences, silent);
  }

  /** Takes the licences a hub tells of, or none where one of them is not what it should be. */
  private static Voice read(Neighbourhood hubs, Voice voice, List<Licence> licences) {
    if (!(voice instanceof Voice.Said said)) {
      return voice;
    }
    try {
      licences.addAll(
          said.about(it -> mayVouch(hubs, said, it)).licences().stream()
              .map(it -> LicenceView.read(it, said.peer().hub(), said.at()))
              .toList());
      return said;
    } catch (MalformedValue | DateTimeException e) {
      return lied(hubs, said, Lie.MALFORMED);
    }
  }

  private static List<Voice> ask(
      Neighbourhood hubs, Call call, List<Peer> asked, String operation, ObjectNode body) {
    return hubs.ask(asked, operation, PeerForm.question(call.caller(), body)).entrySet().stream()
        .map(it -> Voice.of(it.getKey(), it.getValue()))
        .toList();
  }

  private static Voice lied(Neighbourhood hubs, Voice.Said said, Lie lie) {
    return Voice.of(said.peer(), hubs.lied(said.peer(), lie));
  }

  private static ObjectNode question(JsonNode reason, ItemGuide guide, List<Holder> holders) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("reason", reason);
    ArrayNode list = body.putArray("holders");
    for (Holder each : holders) {
      ObjectNode holder = list.addObject();
      holder.put("codeType", each.code().type().code());
      holder.put("code", each.code().value());
    }
    ArrayNode types = body.putArray("types");
    guide.types().forEach(it -> types.add(it.text()));
    guide.fields().forEach(body.putArray("fields")::add);
    return body;
  }
}
