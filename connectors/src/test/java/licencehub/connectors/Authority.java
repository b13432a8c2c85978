package licencehub.connectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of a test's own (RFC 5280 section 4.1); its keys end with the test. */
public final class Authority {
  /** Of every store it writes. */
  public static final String PASSWORD = "store-7130";

  private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
  private static final AtomicLong SERIAL = new AtomicLong();

  private final String name;
  private final KeyPair keys = pair();
  private final X509Certificate certificate;

  public Authority(String name) {
    this.name = name;
    byte[] isAuthority = Der.sequence(Der.yes());
    this.certificate =
        issue(
            name,
            keys.getPublic(),
            Der.sequence(Der.oid(2, 5, 29, 19), Der.yes(), Der.octets(isAuthority)),
            Duration.ofDays(1));
  }

  /** A PKCS #12 store of the authority's certificate alone. */
  public Path trustStore(Path file) {
    return store(file, store -> store.setCertificateEntry("authority", certificate));
  }

  /** The authority's certificate as PEM. */
  public Path pem(Path file) {
    try {
      String body = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
      String text = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
      return Files.writeString(file, text);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A PKCS #12 store of a new key and its certificate.
   *
   * @param host the one DNS name it is for
   */
  public Path keyStore(Path file, String host) {
    return keyStore(file, host, Duration.ofDays(1));
  }

  /** The same with a certificate that ended an hour ago. */
  public Path expiredKeyStore(Path file, String host) {
    return keyStore(file, host, Duration.ofHours(-1));
  }

  private Path keyStore(Path file, String host, Duration left) {
    KeyPair own = pair();
    byte[] names = Der.sequence(Der.value(0x82, host.getBytes(US_ASCII)));
    byte[] extension = Der.sequence(Der.oid(2, 5, 29, 17), Der.octets(names));
    X509Certificate issued = issue(host, own.getPublic(), extension, left);
    return store(
        file,
        store ->
            store.setKeyEntry(
                "own",
                own.getPrivate(),
                PASSWORD.toCharArray(),
                new X509Certificate[] {issued, certificate}));
  }

  /** What a server with the keys of such a store presents itself with. */
  public static SSLContext server(Path keyStore) {
    try (InputStream in = Files.newInputStream(keyStore)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate issue(String subject, PublicKey key, byte[] extension, Duration left) {
    Instant now = Instant.now();
    byte[] content =
        Der.sequence(
            Der.value(0xa0, Der.integer(BigInteger.TWO)),
            Der.integer(BigInteger.valueOf(SERIAL.incrementAndGet())),
            ECDSA_SHA256,
            named(name),
            Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(left))),
            named(subject),
            key.getEncoded(),
            Der.value(0xa3, Der.sequence(extension)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(content);
      byte[] whole = Der.sequence(content, ECDSA_SHA256, Der.bits(signature.sign()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] named(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.text(commonName))));
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Filling {
    void of(KeyStore store) throws GeneralSecurityException;
  }

  private static Path store(Path file, Filling filling) {
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      filling.of(store);
      store.store(out, PASSWORD.toCharArray());
      return file;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
