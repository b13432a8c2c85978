package licencehub.verification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.verification.x509.BouncyCastle;
import licencehub.verification.x509.Pem;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * A private key with its certificate. The text form names the certificate only.
 *
 * @param chain the key's certificate first, then those that lead to the root
 */
public record SignerKey(PrivateKey privateKey, List<X509Certificate> chain) {
  private static final String KEY = "PRIVATE KEY";
  private static final String CERTIFICATE = "CERTIFICATE";

  public SignerKey {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a signer's key has a certificate");
    }
  }

  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** SHA-256 of the certificate: what envelopes and sources call this signer. */
  public Digest id() {
    return Trust.id(certificate());
  }

  /** What this kind of key signs with: SM2-SM3, ES256, EdDSA or PS256. */
  public Algorithm algorithm() {
    return Trust.parsed(certificate())
        .type()
        .flatMap(Algorithm::usual)
        .orElseThrow(
            () ->
                MalformedValue.of(
                    Text.of("密钥", "key"),
                    privateKey.getAlgorithm(),
                    Text.of("不能用于签名信封", "cannot sign envelopes"),
                    Algorithm.SM2_SM3.wire()));
  }

  /**
   * Reads what {@link #save} writes: PKCS #8 and certificates as PEM in one file.
   *
   * @throws Unavailable when the file cannot be read
   * @throws MalformedValue when it does not hold one key and its certificate
   */
  public static SignerKey load(Path pem) {
    try {
      byte[] text = Files.readAllBytes(pem);
      List<X509Certificate> chain = Trust.certificates(text);
      List<Pem.Block> keys = Pem.read(text).stream().filter(it -> it.label().equals(KEY)).toList();
      if (keys.size() != 1 || chain.isEmpty()) {
        throw damaged(pem);
      }
      byte[] der = keys.get(0).content();
      String type = PrivateKeyInfo.getInstance(der).getPrivateKeyAlgorithm().getAlgorithm().getId();
      PrivateKey key =
          KeyFactory.getInstance(type, BouncyCastle.PROVIDER)
              .generatePrivate(new PKCS8EncodedKeySpec(der));
      return new SignerKey(key, chain);
    } catch (IOException e) {
      throw new Unavailable("密钥文件 key file " + pem, e.toString(), e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw e instanceof MalformedValue known ? known : damaged(pem);
    }
  }

  /**
   * Writes key and chain to a new file that only its owner can read (mode 600).
   *
   * @throws Unavailable when it cannot be written, or exists: keys are never overwritten
   */
  public void save(Path pem) {
    try (SeekableByteChannel out =
        Files.newByteChannel(
            pem, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(pem))) {
      ByteBuffer bytes = ByteBuffer.wrap(pem());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Unavailable(
          "密钥文件 key file " + pem, "已存在，不会覆盖；请先移走 it exists and stays; move it away first", e);
    } catch (IOException e) {
      throw new Unavailable("密钥文件 key file " + pem, e.toString(), e);
    }
  }

  /** Certificates as PEM text, for handing to others. */
  public static byte[] pem(List<X509Certificate> certificates) {
    return Pem.write(certificates.stream().map(SignerKey::block).toList());
  }

  @Override
  public String toString() {
    return "SignerKey[" + id() + ']';
  }

  private byte[] pem() throws IOException {
    List<Pem.Block> blocks = new ArrayList<>(List.of(new Pem.Block(KEY, pkcs8())));
    chain.forEach(it -> blocks.add(block(it)));
    return Pem.write(blocks);
  }

  /** The first version of PKCS #8: OpenSSL 3.0 does not read Ed25519 keys in the second. */
  private byte[] pkcs8() throws IOException {
    PrivateKeyInfo key = PrivateKeyInfo.getInstance(privateKey.getEncoded());
    return new PrivateKeyInfo(key.getPrivateKeyAlgorithm(), key.parsePrivateKey()).getEncoded();
  }

  private static FileAttribute<?>[] ownerOnly(Path pem) {
    boolean posix = pem.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static Pem.Block block(X509Certificate certificate) {
    return new Pem.Block(CERTIFICATE, Trust.der(certificate));
  }

  private static MalformedValue damaged(Path pem) {
    return MalformedValue.of(
        Text.of("密钥文件", "key file"),
        pem.toString(),
        Text.of("须含一个PKCS #8私钥及其证书", "must hold one PKCS #8 key and its certificate"),
        "-----BEGIN PRIVATE KEY-----");
  }
}
