package licencehub.connectors;

import java.util.Base64;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes outcomes the way departments get them, whichever way they submitted. */
public final class OutcomeJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private OutcomeJson() {}

  /**
   * The outcome of one submission.
   *
   * @param id the sender's number, null where the submission could not be read that far
   */
  public static ObjectNode of(SourceId source, @Nullable String id, Outcome outcome) {
    ObjectNode node = NODES.objectNode();
    node.put("outcome", outcome.word());
    node.put("source", source.text());
    if (id != null) {
      node.put("id", id);
    }
    switch (outcome) {
      case Outcome.Accepted it -> node.set("receipt", receipt(it.receipt()));
      case Outcome.Duplicate it -> node.set("receipt", receipt(it.first()));
      case Outcome.Superseded it -> {
        node.set("receipt", receipt(it.receipt()));
        node.put("standing", it.standing());
      }
      case Outcome.Quarantined it -> {
        node.put("quarantine", it.number());
        node.set("faults", faults(it.faults()));
      }
    }
    return node;
  }

  /**
   * The outcomes of one piece as UTF-8: an object where the piece was one submission, otherwise an
   * array in the piece's order. The sender's number is the one the receipt names, where there is
   * one.
   */
  public static byte[] bytes(SourceId source, List<Outcome> outcomes) {
    if (outcomes.size() == 1) {
      return JSON.writeValueAsBytes(of(source, id(outcomes.getFirst()), outcomes.getFirst()));
    }
    ArrayNode all = NODES.arrayNode();
    outcomes.forEach(it -> all.add(of(source, id(it), it)));
    return JSON.writeValueAsBytes(all);
  }

  /** A receipt; digests and entry are base64, the note is text. */
  public static ObjectNode receipt(Receipt receipt) {
    Base64.Encoder base64 = Base64.getEncoder();
    Checkpoint checkpoint = receipt.checkpoint();
    ObjectNode node = NODES.objectNode();
    node.put("entry", base64.encodeToString(receipt.entry().bytes()));
    node.put("index", receipt.index());
    ArrayNode path = node.putArray("path");
    for (Digest digest : receipt.path()) {
      path.add(base64.encodeToString(digest.bytes()));
    }
    node.putObject("checkpoint")
        .put("size", checkpoint.size())
        .put("root", base64.encodeToString(checkpoint.root().bytes()))
        .put("note", checkpoint.note());
    return node;
  }

  /** Faults, each with its published code and both languages. */
  public static ArrayNode faults(List<Fault> faults) {
    ArrayNode array = NODES.arrayNode();
    for (Fault fault : faults) {
      ObjectNode node = array.addObject();
      node.put("code", fault.reason().code());
      node.put("path", fault.path());
      node.put("final", fault.reason().isFinal());
      node.set("message", text(fault.reason().text()));
      node.set("detail", text(fault.detail()));
    }
    return array;
  }

  private static @Nullable String id(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted it -> it.receipt().entry().id();
      case Outcome.Duplicate it -> it.first().entry().id();
      case Outcome.Superseded it -> it.receipt().entry().id();
      case Outcome.Quarantined it -> null;
    };
  }

  private static ObjectNode text(Text text) {
    return NODES.objectNode().put("zh", text.zh()).put("en", text.en());
  }
}
