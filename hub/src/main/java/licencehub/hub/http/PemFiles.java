package licencehub.hub.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** Makes key stores of PEM files, in memory, with what the JDK has. */
final class PemFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final String KIND = "PKCS12";
  private static final String ALIAS = "licencehub";

  private PemFiles() {}

  /** The server's chain and key under an empty password: the store never leaves memory. */
  static KeyStore identity(Path chain, Path privateKey) {
    try {
      Certificate[] certificates = certificates(chain).toArray(Certificate[]::new);
      PrivateKey key = key(privateKey, certificates[0].getPublicKey().getAlgorithm());
      KeyStore store = KeyStore.getInstance(KIND);
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, new char[0], certificates);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "证书与私钥不能使用 The certificate and key cannot be used: " + chain + ", " + privateKey, e);
    }
  }

  /** Every certificate of the files as one to be trusted, leaf or issuer. */
  static KeyStore trust(List<Path> files) {
    try {
      KeyStore store = KeyStore.getInstance(KIND);
      store.load(null, null);
      for (Path file : files) {
        for (Certificate certificate : certificates(file)) {
          store.setCertificateEntry(ALIAS + store.size(), certificate);
        }
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("证书不能使用 The certificates cannot be used: " + files, e);
    }
  }

  private static List<Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      List<Certificate> certificates =
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (certificates.isEmpty()) {
        throw wrong(file, Text.of("没有证书", "holds no certificate"), "server.pem");
      }
      return certificates;
    }
  }

  private static PrivateKey key(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw wrong(
          file, Text.of("不是 PKCS #8 私钥", "is no PKCS #8 private key in PEM"), "server-key.pem");
    }
    byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  private static MalformedValue wrong(Path file, Text rule, String example) {
    return MalformedValue.of(Text.of("文件", "file"), file.toString(), rule, example);
  }
}
