package licencehub.verification.x509;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licencehub.model.Digest;

/** Certificates by the SHA-256 of their DER: the known ones for good, met ones while they fit. */
public final class Certificates {
  /** Bytes of DER kept of certificates that only envelopes brought. */
  private static final long ROOM = 32L * 1024 * 1024;

  private static final int SMALLEST = 256;

  private final Map<Digest, ParsedCertificate> known;
  private final Cache<Digest, Met> met =
      Caffeine.newBuilder().maximumWeight(ROOM).weigher((Digest id, Met it) -> it.length()).build();

  public Certificates(Collection<ParsedCertificate> known) {
    this.known =
        known.stream()
            .collect(Collectors.toUnmodifiableMap(ParsedCertificate::id, it -> it, (a, b) -> a));
  }

  /** A certificate the configuration names. */
  public Optional<ParsedCertificate> known(Digest id) {
    return Optional.ofNullable(known.get(id));
  }

  /** The certificate in these bytes, parsed at most once while it stays in the cache. */
  public ParsedCertificate of(byte[] der) throws CertificateException {
    Digest id = Digest.of(der);
    ParsedCertificate one = known.get(id);
    if (one != null) {
      return one;
    }
    Met before = met.getIfPresent(id);
    if (before != null) {
      return before.certificate();
    }
    ParsedCertificate fresh = ParsedCertificate.parse(der);
    met.put(id, new Met(fresh, Math.max(der.length, SMALLEST)));
    return fresh;
  }

  private record Met(ParsedCertificate certificate, int length) {}
}
