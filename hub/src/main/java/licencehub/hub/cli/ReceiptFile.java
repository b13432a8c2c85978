package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import licencehub.ledger.TlogProof;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The receipts of one file: a C2SP tlog-proof, or JSON that holds receipts anywhere, as the hub
 * answers them: an outcome, a list of outcomes, a licence, or one of these a line.
 */
record ReceiptFile(List<TlogProof> proofs) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TLOG = "c2sp.org/tlog-proof@";

  ReceiptFile {
    proofs = List.copyOf(proofs);
  }

  /**
   * @throws MalformedValue when there is no receipt in it, or a damaged one
   */
  static ReceiptFile read(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (text.startsWith(TLOG)) {
      return new ReceiptFile(List.of(TlogProof.parse(text)));
    }
    List<TlogProof> proofs = new ArrayList<>();
    try {
      for (JsonNode tree : JSON.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll()) {
        tree.findValues("receipt").forEach(it -> proofs.add(proof(it)));
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw (MalformedValue) malformed().initCause(e);
    }
    if (proofs.isEmpty()) {
      throw malformed();
    }
    return new ReceiptFile(proofs);
  }

  private static TlogProof proof(JsonNode receipt) {
    Base64.Decoder base64 = Base64.getDecoder();
    List<Digest> path = new ArrayList<>();
    receipt.required("path").forEach(it -> path.add(Digest.wrap(base64.decode(it.asString()))));
    return new TlogProof(
        base64.decode(receipt.required("entry").asString()),
        receipt.required("index").asLong(),
        path,
        receipt.required("checkpoint").required("note").asString());
  }

  private static MalformedValue malformed() {
    return MalformedValue.hidden(
        Text.of("回执文件", "receipt file"),
        Text.of(
            "应为枢纽答复的回执（JSON）或 C2SP tlog-proof",
            "must hold a receipt as the hub answered it (JSON), or be a C2SP tlog-proof"),
        "{\"receipt\": {\"entry\": …, \"index\": …, \"path\": […], \"checkpoint\": …}}");
  }
}
