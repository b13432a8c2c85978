package licencehub.verification.x509;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import licencehub.model.Digest;

/** Certificates by the SHA-256 of their DER: the known ones for good, met ones while they fit. */
public final class Certificates {
  /** Bytes of DER kept of certificates that only envelopes brought. */
  private static final long ROOM = 32L * 1024 * 1024;

  private static final int SMALLEST = 256;

  private final Map<Digest, ParsedCertificate> known;
  private final Map<Name, ParsedCertificate> named;
  private final Cache<Digest, Met> met =
      Caffeine.newBuilder().maximumWeight(ROOM).weigher((Digest id, Met it) -> it.length()).build();

  public Certificates(Collection<ParsedCertificate> known) {
    this.known =
        known.stream()
            .collect(Collectors.toUnmodifiableMap(ParsedCertificate::id, it -> it, (a, b) -> a));
    this.named =
        known.stream()
            .collect(Collectors.toUnmodifiableMap(it -> Name.of(it.x509()), it -> it, (a, b) -> a));
  }

  /** A certificate the configuration names. */
  public Optional<ParsedCertificate> known(Digest id) {
    return Optional.ofNullable(known.get(id));
  }

  /** A certificate the configuration names, as CMS calls it. */
  public Optional<ParsedCertificate> named(X500Principal issuer, BigInteger serial) {
    return Optional.ofNullable(named.get(new Name(issuer, serial)));
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

  private record Name(X500Principal issuer, BigInteger serial) {
    static Name of(X509Certificate it) {
      return new Name(it.getIssuerX500Principal(), it.getSerialNumber());
    }
  }

  private record Met(ParsedCertificate certificate, int length) {}
}
