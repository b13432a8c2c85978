package licencehub.hub.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.hub.config.TrustSection.Policy;
import licencehub.hub.config.TrustSection.RevocationList;
import licencehub.hub.config.TrustSection.WhenStale;

/** Whose signatures a {@code hub.yaml} trusts. */
final class TrustReading {
  private static final Duration REFRESH = Duration.ofHours(1);
  private static final Duration STALE = Duration.ofDays(7);
  private static final Duration SKEW = Duration.ofMinutes(5);

  private TrustReading() {}

  static Set<String> policyNames(Tree hub) {
    return hub.get("trust").get("policies").items().stream()
        .map(it -> it.get("name").text())
        .collect(Collectors.toSet());
  }

  static TrustSection read(Tree trust, PointedFiles files) {
    return new TrustSection(
        trust.get("anchors").items().stream().flatMap(it -> files.matching(it).stream()).toList(),
        trust.get("signers").items().stream().flatMap(it -> files.matching(it).stream()).toList(),
        trust.get("revocation").items().stream().map(it -> revocationList(it, files)).toList(),
        trust.get("policies").items().stream().map(TrustReading::policy).toList());
  }

  private static RevocationList revocationList(Tree list, PointedFiles files) {
    Tree url = list.get("url");
    Tree file = list.get("file");
    return new RevocationList(
        url.isPresent() ? url.text() : null,
        file.isPresent() ? files.path(file) : null,
        list.get("refresh").duration(REFRESH));
  }

  private static Policy policy(Tree policy) {
    Tree revocation = policy.get("revocation");
    List<Tree> algorithms = policy.get("algorithms").items();
    return new Policy(
        policy.get("name").text(),
        algorithms.stream().map(Tree::text).collect(Collectors.toSet()),
        revocation.get("required").flag(false),
        revocation.get("staleAfter").duration(STALE),
        switch (revocation.get("whenStale").text()) {
          case "accept" -> WhenStale.ACCEPT;
          case "reject" -> WhenStale.REJECT;
          default -> WhenStale.UNDECIDED;
        },
        policy.get("clockSkew").duration(SKEW));
  }
}
