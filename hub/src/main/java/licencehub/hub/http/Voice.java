package licencehub.hub.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import licencehub.federation.Peer;
import licencehub.federation.Told;
import licencehub.ledger.ProofResult;
import licencehub.ledger.ReceiptVerifier;
import licencehub.ledger.TlogProof;
import licencehub.model.Digest;
import licencehub.model.Text;
import licencehub.model.ledger.LedgerEntry;
import licencehub.sharing.exemption.Silence;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one other hub says to a question asked here. */
sealed interface Voice {
  Peer peer();

  /**
   * It answered.
   *
   * @param content what the operation gives there
   */
  record Said(Peer peer, JsonNode content, Instant at) implements Voice {
    List<JsonNode> licences() {
      return content.path("licences").valueStream().toList();
    }

    /** The same with some of its licences only. */
    Said about(Predicate<JsonNode> wanted) {
      ObjectNode fewer = Json.MAPPER.createObjectNode();
      ArrayNode licences = fewer.putArray("licences");
      licences().stream().filter(wanted).forEach(licences::add);
      if (content.has("next")) {
        fewer.set("next", content.get("next"));
      }
      return new Said(peer, fewer, at);
    }

    /**
     * Whether every receipt that comes with a licence leads to the hub's own ledger, and is of the
     * very event the licence rests on.
     */
    boolean isProven() {
      try {
        ReceiptVerifier verifier = new ReceiptVerifier(peer.card().ledgerKeys().getFirst());
        return licences().stream()
            .filter(it -> it.has("receipt"))
            .allMatch(it -> isProven(verifier, it));
      } catch (IllegalArgumentException | DateTimeException e) {
        return false;
      }
    }

    private static boolean isProven(ReceiptVerifier verifier, JsonNode licence) {
      TlogProof proof = proof(licence.path("receipt"));
      LedgerEntry entry = LedgerEntry.parse(proof.entry());
      JsonNode latest = licence.path("latest");
      return verifier.verify(proof) instanceof ProofResult.Proven
          && entry.source().text().equals(latest.path("source").asString(""))
          && entry.id().equals(latest.path("id").asString(""))
          && entry.type().wire().equals(latest.path("type").asString(""));
    }

    private static TlogProof proof(JsonNode receipt) {
      List<Digest> path = new ArrayList<>();
      receipt.path("path").forEach(it -> path.add(Digest.wrap(bytes(it))));
      return new TlogProof(
          bytes(receipt.path("entry")),
          receipt.path("index").asLong(-1),
          path,
          receipt.at("/checkpoint/note").asString(""));
    }

    private static byte[] bytes(JsonNode text) {
      return Base64.getDecoder().decode(text.asString(""));
    }
  }

  /**
   * What it knows cannot be told now.
   *
   * @param why in words, without anything about persons
   * @param until when it is asked again; null where nobody knows
   */
  record Unknown(Peer peer, Text why, @Nullable Instant until) implements Voice {
    Silence silence() {
      return new Silence(peer.hub(), peer.card().region(), until);
    }
  }

  /** What came of asking, taken apart. */
  static Voice of(Peer peer, Told told) {
    return switch (told) {
      case Told.Answered it ->
          it.answer().content().path("status").asInt() == 200
              ? new Said(peer, it.answer().content().path("json"), it.answer().at())
              : new Unknown(peer, refused(it.answer().content().path("json")), null);
      case Told.Silent it -> new Unknown(peer, SILENT, it.until());
      case Told.Lied it ->
          new Unknown(
              peer,
              Text.of("答复不可信：" + it.lie().text().zh(), "Not believed: " + it.lie().text().en()),
              it.until());
      case Told.Refused it ->
          new Unknown(
              peer,
              Text.of("该枢纽不接受本枢纽的请求：" + it.why(), "It refuses this hub: " + it.why()),
              it.until());
    };
  }

  Text SILENT = Text.of("该枢纽没有答复", "The hub did not answer");

  private static Text refused(JsonNode problem) {
    String code = problem.path("code").asString("");
    return Text.of("该枢纽不予答复：" + code, "The hub declines: " + code);
  }

  /** Every licence any of them tells of. */
  static Stream<JsonNode> licences(List<Voice> voices) {
    return voices.stream()
        .filter(Said.class::isInstance)
        .map(Said.class::cast)
        .flatMap(it -> it.licences().stream());
  }

  /** {@code {hub, name, region, answer, confirmedAt | why, until}}. */
  static void write(JsonGenerator json, Voice voice) {
    json.writeStartObject();
    json.writeStringProperty("hub", voice.peer().hub());
    Json.text(json, "name", voice.peer().card().name());
    json.writeStringProperty("region", voice.peer().card().region().text());
    switch (voice) {
      case Said it -> {
        json.writeStringProperty("answer", it.licences().isEmpty() ? "absent" : "found");
        json.writeStringProperty("confirmedAt", it.at().toString());
        if (it.content().has("next")) {
          json.writeNumberProperty("next", it.content().path("next").asLong());
        }
      }
      case Unknown it -> {
        json.writeStringProperty("answer", "unknown");
        Json.text(json, "why", it.why());
        if (it.until() != null) {
          json.writeStringProperty("until", it.until().toString());
        }
      }
    }
    json.writeEndObject();
  }
}
