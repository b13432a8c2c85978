package licencehub.verification.x509;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CRLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The last good revocation list of every source. Readers see the lists before or after a refresh,
 * never in between; a source that fails keeps the list it had.
 */
public final class RevocationLists {
  private final Collection<ParsedCertificate> authorities;
  private final Map<URI, RevocationList> bySource = new ConcurrentHashMap<>();
  private volatile Map<Digest, List<RevocationList>> byIssuer = Map.of();

  public RevocationLists(Collection<ParsedCertificate> authorities) {
    this.authorities = List.copyOf(authorities);
  }

  /**
   * Fetches one source and, if it is sound and not older, puts it in place of what stood.
   *
   * @throws IOException when the source does not answer
   * @throws CRLException when what it answers is not taken
   */
  public void refresh(RevocationSource source) throws IOException, CRLException {
    take(source.uri(), source.fetch());
  }

  /**
   * Puts a list that is at hand in place of what stood, if it is sound and not older.
   *
   * @param source what it counts as coming from
   * @throws CRLException when it is not taken
   */
  public void take(URI source, byte[] bytes) throws CRLException {
    RevocationList fresh = RevocationList.parse(bytes, authorities);
    RevocationList standing = bySource.get(source);
    if (standing != null && !fresh.replaces(standing)) {
      throw new CRLException(
          "list number " + fresh.number() + " is older than number " + standing.number());
    }
    bySource.put(source, fresh);
    Map<Digest, List<RevocationList>> next = new HashMap<>();
    bySource.values().forEach(it -> join(next, it));
    byIssuer = Map.copyOf(next);
  }

  public @Nullable RevocationList of(URI source) {
    return bySource.get(source);
  }

  /** The newest list that speaks about {@code certificate}, if any does. */
  public Optional<RevocationList> covering(CertificatePath.Link link) {
    RevocationList best = null;
    for (RevocationList it : byIssuer.getOrDefault(link.issuer().keyId(), List.of())) {
      if (it.scope().covers(link.certificate())
          && (best == null || it.thisUpdate().isAfter(best.thisUpdate()))) {
        best = it;
      }
    }
    return Optional.ofNullable(best);
  }

  private static void join(Map<Digest, List<RevocationList>> lists, RevocationList one) {
    lists.computeIfAbsent(one.issuerKey(), it -> new ArrayList<>()).add(one);
  }
}
