package licencehub.hub.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import licencehub.connectors.OutcomeJson;
import licencehub.ledger.VerifierKey;
import licencehub.library.FileStore;
import licencehub.library.KeptSubmission;
import licencehub.model.Digest;
import licencehub.routes.Sources;
import licencehub.verification.Backing;
import licencehub.verification.Envelope;
import licencehub.verification.SignerKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts together what speaks for one submission. Certificates and lists are those of today: what was
 * judged by then is named in the report.
 */
public final class BundleMaker {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LARGEST_LIST = 16 << 20;

  private final String hub;
  private final FileStore files;
  private final Sources sources;
  private final List<VerifierKey> keys;

  /**
   * @param hub its id
   * @param sources whose verifiers know the certificates
   * @param keys of the ledger
   */
  public BundleMaker(String hub, FileStore files, Sources sources, List<VerifierKey> keys) {
    this.hub = hub;
    this.files = files;
    this.sources = sources;
    this.keys = List.copyOf(keys);
  }

  /**
   * The bundle, ready to be written; what it takes from the file store has been read once.
   *
   * @throws IOException when the licence file is damaged
   */
  public Bundle make(KeptSubmission kept, Instant at) throws IOException {
    List<Part> parts = new ArrayList<>();
    parts.add(Part.of(BundleLayout.ABOUT, about(kept, at)));
    parts.add(Part.of(BundleLayout.ORIGINAL, kept.original()));
    parts.add(Part.of(BundleLayout.EVENT, kept.event().document()));
    if (kept.report() != null) {
      parts.add(Part.of(BundleLayout.REPORT, kept.report().getBytes(UTF_8)));
    }
    parts.add(Part.of(BundleLayout.RECEIPT, receipt(kept)));
    String note = kept.receipt().checkpoint().note();
    parts.add(Part.of(BundleLayout.CHECKPOINT, note.getBytes(UTF_8)));
    parts.add(Part.of(BundleLayout.KEYS, lines(keys)));
    backing(kept).ifPresent(it -> add(it, parts));
    Optional<Part> file = file(kept);
    file.ifPresent(parts::add);
    return new Bundle(parts);
  }

  private byte[] about(KeptSubmission kept, Instant at) {
    return (JSON.createObjectNode()
                .put("hub", hub)
                .put("madeAt", at.toString())
                .put("source", kept.event().source().text())
                .put("id", kept.event().id())
                .put("type", kept.event().type().wire())
                .put("mediaType", kept.mediaType())
                .put("ledgerIndex", kept.event().sequence())
                .toPrettyString()
            + "\n")
        .getBytes(UTF_8);
  }

  private static byte[] receipt(KeptSubmission kept) {
    String receipt =
        JSON.createObjectNode()
            .set("receipt", OutcomeJson.receipt(kept.receipt()))
            .toPrettyString();
    return (receipt + "\n").getBytes(UTF_8);
  }

  private static byte[] lines(List<VerifierKey> keys) {
    return keys.stream().map(it -> it + "\n").collect(Collectors.joining()).getBytes(UTF_8);
  }

  /** Empty for what came in no envelope, and of sources that are no longer configured. */
  private Optional<Backing> backing(KeptSubmission kept) {
    if (kept.report() == null) {
      return Optional.empty();
    }
    return sources
        .find(kept.event().source())
        .map(it -> it.rules().verifier())
        .flatMap(
            it ->
                it.open(kept.original()) instanceof Envelope.Opened opened
                    ? Optional.of(it.backing(opened))
                    : Optional.empty());
  }

  private static void add(Backing backing, List<Part> parts) {
    if (!backing.certificates().isEmpty()) {
      parts.add(Part.of(BundleLayout.CERTIFICATES, SignerKey.pem(backing.certificates())));
    }
    List<byte[]> lists =
        backing.lists().stream()
            .filter(it -> it.length <= LARGEST_LIST)
            .limit(BundleLayout.MOST_LISTS)
            .toList();
    for (int i = 0; i < lists.size(); i++) {
      parts.add(Part.of(BundleLayout.list(i + 1), lists.get(i)));
    }
  }

  private Optional<Part> file(KeptSubmission kept) throws IOException {
    JsonNode reference = JSON.readTree(kept.event().document()).at("/data/file");
    if (reference.isMissingNode() || kept.event().type().isHubs()) {
      return Optional.empty();
    }
    Digest digest = Digest.parse(reference.required("digest").asString());
    if (files.size(digest).isEmpty()) {
      return Optional.empty();
    }
    boolean ofd = reference.required("mediaType").asString().equals("application/ofd");
    String name = ofd ? BundleLayout.OFD : BundleLayout.PDF;
    return Optional.of(
        Part.of(
            name,
            () ->
                files
                    .open(digest)
                    .orElseThrow(() -> new FileNotFoundException("the licence file has gone"))));
  }
}
