package licencehub.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.verification.x509.ParsedCertificate;
import licencehub.verification.x509.Pem;

/**
 * The certificates an operator has chosen to believe in.
 *
 * @param anchors roots: every signer must lead to one of them
 * @param intermediates authorities between, for signers that do not enclose them; they also verify
 *     revocation lists
 * @param signers departments' certificates, for envelopes that only name them
 */
public record Trust(
    List<X509Certificate> anchors,
    List<X509Certificate> intermediates,
    List<X509Certificate> signers) {
  public Trust {
    anchors = List.copyOf(anchors);
    intermediates = List.copyOf(intermediates);
    signers = List.copyOf(signers);
  }

  /**
   * Reads PEM or DER files; a folder stands for all {@code .pem}, {@code .crt} and {@code .cer}
   * files in it.
   *
   * @throws Unavailable when a file cannot be read
   * @throws MalformedValue when one holds no certificate or a damaged one
   */
  public static Trust read(List<Path> anchors, List<Path> intermediates, List<Path> signers) {
    return new Trust(certificates(anchors), certificates(intermediates), certificates(signers));
  }

  /** The same with more signers. */
  public Trust withSigners(List<X509Certificate> more) {
    return new Trust(
        anchors, intermediates, Stream.concat(signers.stream(), more.stream()).toList());
  }

  /** All certificates in a PEM or DER text. */
  public static List<X509Certificate> certificates(byte[] text) {
    try {
      List<X509Certificate> found = new ArrayList<>();
      if (text.length > 0 && text[0] == 0x30) {
        found.add(ParsedCertificate.parse(text).x509());
      } else {
        for (Pem.Block it : Pem.read(text)) {
          if (it.label().equals("CERTIFICATE")) {
            found.add(ParsedCertificate.parse(it.content()).x509());
          }
        }
      }
      return found;
    } catch (IOException | CertificateException e) {
      throw MalformedValue.hidden(
          Text.of("证书", "certificate"),
          Text.of("已损坏或不是PEM或DER", "is damaged, or neither PEM nor DER"),
          "-----BEGIN CERTIFICATE-----");
    }
  }

  /** What envelopes, reports and sources call a certificate: SHA-256 of its DER. */
  public static Digest id(X509Certificate certificate) {
    return Digest.of(der(certificate));
  }

  static ParsedCertificate parsed(X509Certificate certificate) {
    try {
      return ParsedCertificate.parse(der(certificate));
    } catch (CertificateException e) {
      throw MalformedValue.of(
          Text.of("证书", "certificate"),
          String.valueOf(certificate.getSubjectX500Principal()),
          Text.of("无法解析", "cannot be parsed"),
          "-----BEGIN CERTIFICATE-----");
    }
  }

  static List<ParsedCertificate> parsed(List<X509Certificate> certificates) {
    return certificates.stream().map(Trust::parsed).toList();
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has an encoding", e);
    }
  }

  private static List<X509Certificate> certificates(List<Path> places) {
    return places.stream().flatMap(it -> certificates(it).stream()).toList();
  }

  private static List<X509Certificate> certificates(Path place) {
    try {
      List<X509Certificate> found = new ArrayList<>();
      for (Path file : files(place)) {
        found.addAll(certificates(Files.readAllBytes(file)));
      }
      if (found.isEmpty()) {
        throw MalformedValue.of(
            Text.of("证书文件", "certificate file"),
            place.toString(),
            Text.of("不含证书", "holds no certificate"),
            "-----BEGIN CERTIFICATE-----");
      }
      return found;
    } catch (IOException e) {
      throw new Unavailable("证书文件 certificate file " + place, e.toString(), e);
    }
  }

  private static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.filter(it -> it.toString().matches(".*\\.(pem|crt|cer)")).sorted().toList();
    }
  }
}
