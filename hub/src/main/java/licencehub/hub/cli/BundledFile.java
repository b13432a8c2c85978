package licencehub.hub.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import licencehub.hub.evidence.BundleFile;
import licencehub.hub.evidence.BundleLayout;
import licencehub.model.Digest;
import licencehub.model.Text;
import licencehub.verification.FileLimits;
import licencehub.verification.FileVerifiers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The licence file of a bundle.
 *
 * @param trust what its seals are judged by; empty where the bundle has no certificates
 */
record BundledFile(Optional<BundleTrust> trust, Talk talk) {
  private static final Text ABSENT =
      Text.of("事件所指的证照文件不在包中", "the licence file the event refers to is not in it");
  private static final Text SAME =
      Text.of("证照文件正是事件所指", "the licence file is the one the event refers to");
  private static final Text OTHER =
      Text.of("证照文件与事件所指不同", "the licence file is not the one the event refers to");

  /** Whether it is the one the event refers to, and trusted. */
  boolean passes(BundleFile bundle, byte[] event) throws IOException {
    Marks marks = new Marks(talk);
    JsonNode reference = JsonMapper.shared().readTree(event).at("/data/file");
    String part = bundle.has(BundleLayout.OFD) ? BundleLayout.OFD : BundleLayout.PDF;
    if (!bundle.has(part)) {
      if (!reference.isMissingNode()) {
        marks.skip(ABSENT);
      }
      return true;
    }
    Digest digest = bundle.digest(part);
    boolean same = digest.toString().equals(reference.path("digest").asString(""));
    return marks.say(same, SAME, OTHER) && (trust.isEmpty() || isSealed(bundle, part));
  }

  /** Seals are verified in a file of its own, which is removed again. */
  private boolean isSealed(BundleFile bundle, String part) throws IOException {
    BundleTrust by = trust.orElseThrow();
    Path copy = Files.createTempFile("licencehub", part);
    try {
      try (OutputStream out = Files.newOutputStream(copy)) {
        bundle.copy(part, out);
      }
      var verifier = FileVerifiers.of(BundleTrust.POLICY, by.trust(), by.lists(), FileLimits.USUAL);
      return new FileCheck(verifier, by::at, talk).passes(copy);
    } finally {
      Files.delete(copy);
    }
  }
}
