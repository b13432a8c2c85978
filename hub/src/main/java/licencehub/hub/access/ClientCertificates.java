package licencehub.hub.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.event.Organisation;

/**
 * Departments by the certificates configured as their signers: the same certificate opens a mutual
 * TLS connection. Only exact certificates count, never their issuers.
 */
public final class ClientCertificates {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----");

  private final Map<Digest, Caller> callers;

  private ClientCertificates(Map<Digest, Caller> callers) {
    this.callers = Map.copyOf(callers);
  }

  /** No department may come by certificate. */
  public static ClientCertificates none() {
    return new ClientCertificates(Map.of());
  }

  /**
   * Reads the first certificate of each PEM or DER file.
   *
   * @throws MalformedValue when two departments claim one certificate, or a file holds none
   */
  public static ClientCertificates of(Map<Organisation, List<Path>> signers) {
    Map<Digest, Caller> callers = new HashMap<>();
    signers.forEach(
        (department, files) -> {
          Caller caller = new Caller(department.code().text(), Role.DEPARTMENT, department.code());
          files.forEach(file -> put(callers, file, caller));
        });
    return new ClientCertificates(callers);
  }

  /** The department whose certificate this is. */
  public Optional<Caller> find(X509Certificate certificate) {
    try {
      return Optional.ofNullable(callers.get(Digest.of(certificate.getEncoded())));
    } catch (CertificateEncodingException e) {
      return Optional.empty();
    }
  }

  private static void put(Map<Digest, Caller> callers, Path file, Caller caller) {
    Caller other = callers.put(Digest.of(der(file)), caller);
    if (other != null && !other.equals(caller)) {
      throw wrong(
          file,
          Text.of(
              "已属于部门 " + other.name() + "，一张证书只能属于一个部门",
              "already belongs to department "
                  + other.name()
                  + "; one certificate, one department"));
    }
  }

  /** The file's bytes as they are hashed; the key inside may be of a kind the JDK does not know. */
  private static byte[] der(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
      if (pem.find()) {
        return Base64.getMimeDecoder().decode(pem.group(1));
      }
      if (bytes.length > 0 && bytes[0] == 0x30) {
        return bytes;
      }
      throw wrong(file, Text.of("不是 PEM 或 DER 证书", "is no PEM or DER certificate"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MalformedValue wrong(Path file, Text rule) {
    return MalformedValue.of(
        Text.of("证书文件", "certificate file"), file.toString(), rule, "signer.pem");
  }
}
