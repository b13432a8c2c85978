package licencehub.verification.ofd;

import static licencehub.model.Finding.failed;
import static licencehub.model.Finding.passed;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.file.Hash;
import org.jspecify.annotations.Nullable;

/** The files a signature protects (GB/T 33190 section 18.2), and those it should. */
final class References {
  private static final String CHECK = "references";
  private static final String COVERAGE = "coverage";

  /** What the standard means where nothing is stated; too weak to count. */
  private static final String UNSTATED = "MD5";

  private final OfdPackage pack;
  private final Listed listed;
  private final Set<String> covered = new HashSet<>();

  References(OfdPackage pack, Listed listed) {
    this.pack = pack;
    this.listed = listed;
  }

  /** Computes the digest of every file named. */
  Finding digests() throws IOException, Refused {
    Optional<XmlElement> references = listed.info().child("References");
    String stated = references.flatMap(it -> it.attribute("CheckMethod")).orElse(UNSTATED);
    Hash hash = Hash.find(stated).orElse(null);
    if (hash == null) {
      return failed(CHECK, Reason.ALGORITHM_REFUSED, Faults.shown(stated));
    }
    List<XmlElement> all = references.map(it -> it.children("Reference")).orElse(List.of());
    Finding problem = null;
    for (XmlElement it : all) {
      Finding one = problem(it, hash);
      problem = problem == null ? one : problem;
    }
    return problem == null ? passed(CHECK, all.size() + " " + hash) : problem;
  }

  private @Nullable Finding problem(XmlElement reference, Hash hash) throws IOException, Refused {
    String location = reference.attribute("FileRef").orElse("");
    ZipItem item = pack.find(location, listed.file().name()).orElse(null);
    if (item == null) {
      return failed(
          CHECK, Reason.FILE_CHANGED, "所列文件不存在 the file is not there: " + Faults.shown(location));
    }
    covered.add(item.name());
    byte[] value = decoded(reference.textOf("CheckValue").orElse(""));
    return MessageDigest.isEqual(value, pack.digest(item, hash))
        ? null
        : failed(CHECK, Reason.FILE_CHANGED, Faults.shown(location));
  }

  /**
   * Looks for entries nobody vouches for.
   *
   * @param free files that belong to the signatures themselves and are checked otherwise
   */
  Finding coverage(Set<String> free) {
    for (ZipItem it : pack.items()) {
      if (!it.folder() && !covered.contains(it.name()) && !free.contains(it.name())) {
        return failed(COVERAGE, Reason.FILE_NOT_COVERED, Faults.shown(it.name()));
      }
    }
    return passed(COVERAGE, covered.size() + "/" + pack.items().size());
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
