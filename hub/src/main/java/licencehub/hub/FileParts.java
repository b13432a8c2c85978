package licencehub.hub;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import licencehub.federation.anchors.AnchorList;
import licencehub.hub.config.HubSettings;
import licencehub.hub.copies.HubSeal;
import licencehub.hub.copies.UseCopyMaker;
import licencehub.hub.files.FilesOfRegions;
import licencehub.hub.files.OwnCopies;
import licencehub.hub.files.Scratch;
import licencehub.hub.http.FileServices;
import licencehub.hub.previews.PreviewLimits;
import licencehub.hub.previews.Previews;
import licencehub.model.code.LicenceIdentifier;
import licencehub.verification.FileVerifier;

/** Puts together what licence files are verified, kept and made with. */
final class FileParts {
  /** Files on disk at once: each may be as large as the limit allows. */
  private static final int AT_ONCE = 16;

  private FileParts() {}

  /** The anchors of the region a licence is of, where another hub tells them and is trusted to. */
  interface Regions extends Function<LicenceIdentifier, Optional<AnchorList>> {}

  /** Makes the hub's own seal when it is not there yet. */
  static FileServices open(
      HubSettings hub, Verifiers verifiers, HubKeys keys, Instant now, Regions regions) {
    SecureRandom random = new SecureRandom();
    HubSeal own = HubSeal.open(HubKeys.seal(keys.folder()), hub.name(), random, now);
    Scratch scratch =
        Scratch.open(hub.data().resolve("scratch"), hub.limits().fileBytes(), AT_ONCE);
    return new FileServices(
        new FilesOfRegions(
            verifier(verifiers, Optional.of(own.anchor())),
            licence -> regions.apply(licence).map(it -> under(verifiers, it))),
        scratch,
        new UseCopyMaker(own, scratch, random),
        own.anchor(),
        previews(hub));
  }

  /** Where workers draw, and how much they may cost. */
  static Previews previews(HubSettings hub) {
    return Previews.open(hub.data().resolve("previews"), PreviewLimits.USUAL);
  }

  /** What the running hub would say, from files alone. */
  static FileVerifier offline(HubSettings hub) {
    Path seal = HubKeys.seal(hub.data().resolve("keys"));
    return verifier(Verifiers.offline(hub), HubSeal.anchorIn(seal));
  }

  private static FileVerifier under(Verifiers verifiers, AnchorList list) {
    return verifiers.filesOf("peer " + list.hub(), list.anchors());
  }

  private static FileVerifier verifier(Verifiers verifiers, Optional<X509Certificate> own) {
    FileVerifier usual = verifiers.files(HubSettings.USUAL_POLICY, List.of());
    return own.<FileVerifier>map(
            it -> new OwnCopies(usual, verifiers.filesOf("use-copy", List.of(it))))
        .orElse(usual);
  }
}
