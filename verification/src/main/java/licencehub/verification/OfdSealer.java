package licencehub.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.ofd.OfdSealing;
import licencehub.verification.ofd.Signing;
import org.jspecify.annotations.Nullable;

/** Seals OFD files as an issuer does. Safe for many threads. */
public final class OfdSealer {
  private final EnvelopeSigner signer;
  private final Signing signing;
  private final @Nullable ElectronicSeal seal;

  private OfdSealer(SignerKey key, @Nullable ElectronicSeal seal, SecureRandom random) {
    this.signing = signing(key, random);
    this.signer = new EnvelopeSigner(key, random);
    this.seal = seal;
  }

  /**
   * With an electronic seal.
   *
   * @param key an SM2 key whose certificate the seal lists
   */
  public static OfdSealer with(ElectronicSeal seal, SignerKey key, SecureRandom random) {
    return new OfdSealer(key, seal, random);
  }

  /** Without a seal: a plain signature (GB/T 35275) with an SM2 key. */
  public static OfdSealer plain(SignerKey key, SecureRandom random) {
    return new OfdSealer(key, null, random);
  }

  /**
   * Signs the whole package and keeps signatures it has.
   *
   * @param at written as the time of signing
   * @throws MalformedValue when {@code ofd} is no sound OFD
   * @throws Unavailable when the disk does not play along
   */
  public void seal(Path ofd, Path sealed, Instant at) {
    try {
      new OfdSealing(
              FileLimits.USUAL.bounds(),
              new Deadline(FileLimits.USUAL.patience(), System::nanoTime))
          .sign(ofd, sealed, Optional.ofNullable(seal).map(ElectronicSeal::der), at, value(at));
    } catch (IOException e) {
      throw new Unavailable("证照文件 licence file", e.toString(), e);
    } catch (Refused e) {
      throw MalformedValue.hidden(
          Text.of("证照文件", "licence file"),
          Text.of(
              "不能签章：" + e.fault().detail().zh(), "cannot be sealed: " + e.fault().detail().en()),
          "licence.ofd");
    }
  }

  private OfdSealing.Value value(Instant at) {
    return seal == null
        ? (file, place) -> signer.cmsDetached(file, at)
        : OfdSealing.sealed(seal.der(), at, signing);
  }

  static Signing signing(SignerKey key, SecureRandom random) {
    if (key.algorithm() != Algorithm.SM2_SM3) {
      throw MalformedValue.of(
          Text.of("签章密钥", "sealing key"),
          key.algorithm().wire(),
          Text.of("须为SM2密钥", "must be an SM2 key"),
          Algorithm.SM2_SM3.wire());
    }
    EnvelopeSigner signer = new EnvelopeSigner(key, random);
    return new Signing() {
      @Override
      public byte[] certificate() {
        return Trust.der(key.certificate());
      }

      @Override
      public byte[] sign(byte[] bytes) {
        return signer.sign(bytes);
      }
    };
  }
}
