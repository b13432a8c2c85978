package licencehub.demo.players;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import licencehub.demo.stage.Authority;
import licencehub.demo.world.Body;
import licencehub.demo.world.LicencePaper;
import licencehub.model.Digest;
import licencehub.model.event.EventType;
import licencehub.verification.SignerKey;
import tools.jackson.databind.node.ObjectNode;

/**
 * A department's sealed licence files. A department seals every one; here only the first ones of a
 * run are, so that a run of many cases measures the hub and not the sealing. For one thread.
 */
public final class LicenceFiles {
  private static final int MOST = 200;

  private final Body body;
  private final SignerKey issuer;
  private final SignerKey maker;
  private final InstantSource clock;

  /** References by the sender's number: a licence told twice has one file. */
  private final Map<String, ObjectNode> references = new HashMap<>();

  public LicenceFiles(Body body, Authority authority, InstantSource clock) {
    this.body = body;
    this.issuer = authority.keys(body).current();
    this.maker = authority.sealMaker();
    this.clock = clock;
  }

  /**
   * The same sendings, with licences referring to their files.
   *
   * @param send hands a file to the hub and returns it once the hub has it
   */
  List<Sending> attached(List<Sending> sendings, UnaryOperator<byte[]> send) {
    return sendings.stream().map(it -> hasFile(it) ? attached(it, send) : it).toList();
  }

  private boolean hasFile(Sending sending) {
    return sending.blemish() == Blemish.NONE
        && EventType.parse(sending.document().required("type").asString()).isLicence()
        && (references.size() < MOST || references.containsKey(sending.id()));
  }

  private Sending attached(Sending sending, UnaryOperator<byte[]> send) {
    ObjectNode document = sending.document().deepCopy();
    ObjectNode reference =
        references.computeIfAbsent(
            sending.id(), id -> reference(send.apply(sealed(document)), document));
    ((ObjectNode) document.required("data")).set("file", reference);
    return new Sending(document, sending.blemish());
  }

  private static ObjectNode reference(byte[] file, ObjectNode document) {
    return document
        .objectNode()
        .put("digest", Digest.of(file).toString())
        .put("mediaType", "application/ofd")
        .put("size", file.length);
  }

  private byte[] sealed(ObjectNode document) {
    LicencePaper paper = new LicencePaper(body, document);
    try {
      Path folder = Files.createTempDirectory("licence");
      Path plain = folder.resolve("plain.ofd");
      Path sealed = folder.resolve("sealed.ofd");
      try {
        paper.document().write(plain);
        paper
            .sealer(references.size(), issuer, maker, clock.instant())
            .seal(plain, sealed, clock.instant());
        return Files.readAllBytes(sealed);
      } finally {
        Files.deleteIfExists(plain);
        Files.deleteIfExists(sealed);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
