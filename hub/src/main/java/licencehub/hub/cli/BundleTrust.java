package licencehub.hub.cli;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licencehub.hub.evidence.BundleFile;
import licencehub.hub.evidence.BundleLayout;
import licencehub.model.Text;
import licencehub.verification.Algorithm;
import licencehub.verification.Policy;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.Revocations;
import licencehub.verification.Trust;

/**
 * What the signatures of a bundle are judged by.
 *
 * @param trust the certificates in it; anchors are those that none of the others issued
 * @param lists the revocation lists in it
 * @param at the moment judged for
 */
record BundleTrust(Trust trust, Revocations lists, Instant at) {
  /** A list of a later day is judged by what it says of the moment, not by its own age. */
  static final Policy POLICY =
      new Policy(
          "evidence",
          EnumSet.allOf(Algorithm.class),
          false,
          Duration.ofDays(1),
          WhenStale.ACCEPT,
          Duration.ofMinutes(5));

  /**
   * @throws licencehub.model.MalformedValue when a certificate or a list is damaged
   */
  static BundleTrust of(BundleFile bundle, Instant at) throws IOException {
    List<X509Certificate> chain = Trust.certificates(bundle.bytes(BundleLayout.CERTIFICATES));
    Trust trust = new Trust(tops(chain), chain, chain);
    List<byte[]> lists = new ArrayList<>();
    for (int i = 1; bundle.has(BundleLayout.list(i)); i++) {
      lists.add(bundle.bytes(BundleLayout.list(i)));
    }
    return new BundleTrust(trust, Revocations.holding(trust, lists), at);
  }

  /** The same with more anchors. */
  BundleTrust with(Optional<List<X509Certificate>> roots) {
    List<X509Certificate> all =
        Stream.concat(trust.anchors().stream(), roots.stream().flatMap(List::stream))
            .distinct()
            .toList();
    return new BundleTrust(new Trust(all, trust.intermediates(), trust.signers()), lists, at);
  }

  /** Whether the reader trusts the roots; without roots of the reader's own they are only told. */
  boolean isRooted(Optional<List<X509Certificate>> roots, Marks marks) {
    boolean known = true;
    for (X509Certificate top : trust.anchors()) {
      String name = top.getSubjectX500Principal().getName() + " SHA-256 " + Trust.id(top);
      if (roots.isEmpty()) {
        marks.skip(
            Text.of(
                "根证书取自证据包自身，请比对或用 --anchors 指定：" + name,
                "the root is the bundle's own, compare it or give yours by --anchors: " + name));
      } else {
        known &=
            marks.say(
                roots.get().contains(top),
                Text.of("根证书是所信任的：" + name, "the root is one you trust: " + name),
                Text.of("根证书不是所信任的：" + name, "the root is none you trust: " + name));
      }
    }
    return known;
  }

  /** Certificates that none of the others issued. */
  private static List<X509Certificate> tops(List<X509Certificate> chain) {
    return chain.stream()
        .filter(
            it ->
                chain.stream()
                    .noneMatch(
                        above ->
                            !above.equals(it)
                                && above
                                    .getSubjectX500Principal()
                                    .equals(it.getIssuerX500Principal())))
        .toList();
  }
}
