package licencehub.verification;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.ofd.SealFacts;
import licencehub.verification.ofd.SesWriter;
import licencehub.verification.ofd.Signing;

/** Makes electronic seals: for demonstrations, tests and the hub's own use copies. */
public final class SealMaker {
  private final Signing maker;

  /**
   * @param key an SM2 key
   */
  public SealMaker(SignerKey key, SecureRandom random) {
    this.maker = OfdSealer.signing(key, random);
  }

  /**
   * What a new seal says.
   *
   * @param identifier unique with its maker; ASCII
   * @param name of the organisation, as on the seal
   * @param validity when it may be used
   * @param signers those who may use it
   */
  public record Description(
      String identifier,
      String name,
      Validity validity,
      List<X509Certificate> signers,
      SealPicture picture) {
    public Description {
      signers = List.copyOf(signers);
    }
  }

  public ElectronicSeal make(SealForm form, Description description, Instant at) {
    SealFacts facts =
        new SealFacts(
            description.identifier(),
            description.name(),
            at,
            description.validity().from(),
            description.validity().to(),
            description.signers().stream().map(Trust::der).toList(),
            description.picture().type(),
            description.picture().bytes(),
            description.picture().width(),
            description.picture().height());
    return new ElectronicSeal(
        switch (form) {
          case GBT38540 -> SesWriter.seal(facts, false, maker);
          case GBT38540_DIGESTS -> SesWriter.seal(facts, true, maker);
          case GMT0031 -> SesWriter.firstSeal(facts, maker);
        });
  }
}
