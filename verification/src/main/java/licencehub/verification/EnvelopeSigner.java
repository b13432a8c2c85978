package licencehub.verification;

import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import licencehub.verification.envelope.CmsWriter;
import licencehub.verification.envelope.Dsse;
import licencehub.verification.envelope.Jws;
import licencehub.verification.x509.BouncyCastle;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Signs as a department does. Safe for many threads. */
public final class EnvelopeSigner {
  private final SignerKey key;
  private final Algorithm algorithm;
  private final SecureRandom random;

  /** Made ready once and used again: four times as fast as a new object per signature. */
  private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

  public EnvelopeSigner(SignerKey key, SecureRandom random) {
    this(key, key.algorithm(), random);
  }

  /** For RSA keys that must sign with RS256 instead of PS256. */
  public EnvelopeSigner(SignerKey key, Algorithm algorithm, SecureRandom random) {
    if (algorithm.key() != key.algorithm().key()) {
      throw new IllegalArgumentException(
          "this key signs " + key.algorithm().wire() + ", not " + algorithm.wire());
    }
    this.key = key;
    this.algorithm = algorithm;
    this.random = random;
  }

  public SignerKey key() {
    return key;
  }

  /** A DSSE envelope around a CloudEvent in JSON. */
  public byte[] dsse(byte[] payload) {
    return dsse(payload, List.of(this));
  }

  /** A DSSE envelope that several sign. */
  public static byte[] dsse(byte[] payload, List<EnvelopeSigner> signers) {
    byte[] signed = Dsse.signed(payload);
    return Dsse.write(
        payload,
        signers.stream()
            .map(
                it ->
                    new Dsse.Signature(
                        it.key.id(), it.named(), it.sign(it.algorithm.jca(), signed)))
            .toList());
  }

  /** A CMS around the payload, with signed attributes and without a signing time. */
  public byte[] cms(byte[] payload, CmsForm form) {
    return cms(payload, form, null);
  }

  /** The same with a signing time. */
  public byte[] cms(byte[] payload, CmsForm form, @Nullable Instant signedAt) {
    return write(new CmsWriter(form == CmsForm.GBT35275, true, true, signedAt), payload);
  }

  /** A CMS beside the content: GB/T 35275 for an SM2 key, RFC 5652 for others. */
  public byte[] cmsDetached(byte[] content) {
    return cmsDetached(content, null);
  }

  /** The same with a signing time. */
  public byte[] cmsDetached(byte[] content, @Nullable Instant signedAt) {
    boolean chinese = algorithm == Algorithm.SM2_SM3;
    return write(new CmsWriter(chinese, false, true, signedAt), content);
  }

  /**
   * A compact JWS.
   *
   * @throws IllegalStateException with an SM2 key: JOSE has no algorithm for it, so no ordinary
   *     tool could check such a JWS
   */
  public byte[] jws(byte[] payload) {
    if (algorithm == Algorithm.SM2_SM3) {
      throw new IllegalStateException(
          "JWS没有SM2算法，请用DSSE或CMS: JOSE has no SM2 algorithm, use DSSE or CMS");
    }
    byte[] signed = Jws.signed(algorithm.wire(), key.id(), payload);
    String jca = algorithm == Algorithm.ES256 ? "SHA256withPLAIN-ECDSA" : algorithm.jca();
    return Jws.write(signed, sign(jca, signed));
  }

  byte[] write(CmsWriter writer, byte[] content) {
    return writer.write(content, contentSigner(), key.chain());
  }

  /** A CMS beside a content too large to be held. */
  byte[] write(CmsWriter writer, InputStream content) {
    return writer.write(content, contentSigner(), key.chain());
  }

  /** The bare signature, DER or raw as the algorithm has it. */
  byte[] sign(byte[] bytes) {
    return sign(algorithm.jca(), bytes);
  }

  private String named() {
    return algorithm == key.algorithm() ? "" : algorithm.wire();
  }

  private ContentSigner contentSigner() {
    try {
      return new JcaContentSignerBuilder(algorithm.jca())
          .setProvider(BouncyCastle.PROVIDER)
          .setSecureRandom(random)
          .build(key.privateKey());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("a signer's key fits its algorithm", e);
    }
  }

  private byte[] sign(String jca, byte[] bytes) {
    try {
      Signature ready = jca.equals(algorithm.jca()) ? idle.poll() : null;
      Signature signature = ready == null ? ready(jca) : ready;
      signature.update(bytes);
      byte[] made = signature.sign();
      if (jca.equals(algorithm.jca())) {
        idle.offer(signature);
      }
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signer's key fits its algorithm", e);
    }
  }

  private Signature ready(String jca) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(jca, BouncyCastle.PROVIDER);
    signature.initSign(key.privateKey(), random);
    return signature;
  }
}
