package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.verification.Algorithm;
import licencehub.verification.OfdDocument;
import licencehub.verification.OfdSealer;
import licencehub.verification.SealForm;
import licencehub.verification.SealMaker;
import licencehub.verification.SealPicture;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;

/** Licence files as a department makes them, of the licences in {@link Documents}. */
final class LicencePaper {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Path folder;
  private final SignerKey maker;

  /** The certificate the department seals with. */
  final SignerKey key;

  LicencePaper(Path folder, RunningEdge hub, Department department) {
    this.folder = folder;
    this.maker = key(hub, "示范印章制作中心");
    this.key = department.seal();
  }

  /** What stands in a sound file of the n-th licence. */
  static Map<String, List<String>> metadata(Department department, int serial) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("ZZBS", List.of(Documents.identifier(department, serial).toString()));
    all.put("ZZMC", List.of("食品经营许可证"));
    all.put("ZZBH", List.of("JY%012d".formatted(serial)));
    all.put("ZZBFJG", List.of(department.organisation().name()));
    all.put("ZZBFRQ", List.of("2026年3月2日"));
    all.put("CZZT", List.of(Documents.PERSON));
    all.put("CZZTDM", List.of(Documents.CITIZEN.text()));
    all.put("ZZYXQJZRQ", List.of("2031-03-01"));
    return all;
  }

  byte[] unsealed(Map<String, List<String>> metadata) {
    return bytes(write(metadata));
  }

  byte[] sealed(Map<String, List<String>> metadata) {
    return sealed(metadata, key);
  }

  byte[] sealed(Map<String, List<String>> metadata, SignerKey by) {
    Instant now = Instant.now();
    var years =
        new licencehub.verification.CertificateAuthority.Validity(
            now.minus(Duration.ofDays(100)), now.plus(Duration.ofDays(100)));
    var description =
        new SealMaker.Description(
            "TEST01", "示范市专用章", years, List.of(by.certificate()), SealPicture.round());
    var seal = new SealMaker(maker, RANDOM).make(SealForm.GBT38540, description, years.from());
    Path to = folder.resolve("sealed.ofd");
    OfdSealer.with(seal, by, RANDOM).seal(write(metadata), to, now.minusSeconds(60));
    return bytes(to);
  }

  private Path write(Map<String, List<String>> metadata) {
    Path file = folder.resolve("unsealed.ofd");
    new OfdDocument("0123456789abcdef0123456789abcdef", "食品经营许可证", metadata, List.of("食品经营许可证"))
        .write(file);
    return file;
  }

  private static SignerKey key(RunningEdge hub, String name) {
    return hub.authority.issue(
        Subject.of(name), Algorithm.SM2_SM3, Department.VALID, new SecureRandom());
  }

  /** The same file with one byte of its first entry changed. */
  static byte[] damaged(byte[] file) {
    byte[] damaged = file.clone();
    damaged[200] ^= 1;
    return damaged;
  }

  /** Bytes no reader takes for a licence file. */
  static byte[] nothing() {
    return "这不是证照文件".getBytes(UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
