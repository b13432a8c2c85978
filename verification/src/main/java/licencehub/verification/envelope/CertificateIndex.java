package licencehub.verification.envelope;

import java.math.BigInteger;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import licencehub.model.Digest;

/** Finds configured certificates as CMS names them. */
@FunctionalInterface
public interface CertificateIndex {
  Optional<Digest> find(X500Principal issuer, BigInteger serial);
}
