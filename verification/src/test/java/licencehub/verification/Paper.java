package licencehub.verification;

import static licencehub.verification.Town.AUTHORITY;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.RANDOM;
import static licencehub.verification.Town.YEARS;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import licencehub.model.Finding;
import licencehub.model.Finding.Result;
import licencehub.model.Reason;
import licencehub.model.VerificationReport;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.Policy.WhenStale;

/** Licence files to test with, sound and less so. */
final class Paper {
  static final Instant SIGNED = NOON.minus(Duration.ofHours(1));
  static final SignerKey MAKER =
      AUTHORITY.issue(Subject.of("测试印章制作中心"), Algorithm.SM2_SM3, YEARS, RANDOM);
  static final String SIGNS = "Doc_0/Signs/";
  static final String FIRST = SIGNS + "Sign_0/";
  static final Map<String, List<String>> METADATA =
      Map.of(
          "ZZBS",
              List.of("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U"),
          "ZZMC", List.of("安全生产考核合格证书"),
          "CZZT", List.of("张三", "李四"));

  private Paper() {}

  static FileVerifier verifier() {
    return verifier(FileLimits.USUAL);
  }

  static FileVerifier verifier(FileLimits limits) {
    return FileVerifiers.of(
        Town.policy(false, WhenStale.UNDECIDED), Town.trust(), Revocations.none(), limits);
  }

  static SignerKey department() {
    return Town.key(Algorithm.SM2_SM3);
  }

  static Path unsealed(Path folder) {
    Path file = folder.resolve("unsealed.ofd");
    new OfdDocument(
            "0123456789abcdef0123456789abcdef", "证照", METADATA, List.of("安全生产考核合格证书", "<&\">"))
        .write(file);
    return file;
  }

  static ElectronicSeal seal(SealForm form, SignerKey maker, Validity validity, SignerKey... by) {
    return new SealMaker(maker, RANDOM)
        .make(
            form,
            new SealMaker.Description(
                "TEST0001",
                "测试市场监管局",
                validity,
                Arrays.stream(by).map(SignerKey::certificate).toList(),
                SealPicture.round()),
            YEARS.from());
  }

  static ElectronicSeal seal() {
    return seal(SealForm.GBT38540, MAKER, YEARS, department());
  }

  static Path sealed(Path folder) {
    return sealed(folder, OfdSealer.with(seal(), department(), RANDOM));
  }

  static Path sealed(Path folder, OfdSealer sealer) {
    Path file = folder.resolve("sealed.ofd");
    sealer.seal(unsealed(folder), file, SIGNED);
    return file;
  }

  /** The same package with other entries. */
  static Path edited(Path file, Consumer<Map<String, byte[]>> edit) {
    Map<String, byte[]> entries = entries(file);
    edit.accept(entries);
    return packed(file.resolveSibling("edited.ofd"), entries);
  }

  static Map<String, byte[]> entries(Path file) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry it = in.getNextEntry(); it != null; it = in.getNextEntry()) {
        entries.put(it.getName(), in.readAllBytes());
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path packed(Path file, Map<String, byte[]> entries) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> it : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(it.getKey());
        entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(it.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static FileExamination.Examined examined(FileVerifier verifier, Path file) {
    return switch (verifier.verify(file, NOON)) {
      case FileExamination.Examined it -> it;
      case FileExamination.Unreadable it -> throw new AssertionError(it.fault().toString());
    };
  }

  /** The failed checks with their reasons, in order. */
  static List<String> failures(FileVerifier verifier, Path file) {
    return failures(verifier.verify(file, NOON).report());
  }

  static List<String> failures(VerificationReport report) {
    return report.findings().stream()
        .filter(it -> it.result() == Result.FAILED)
        .map(it -> it.check() + ' ' + Objects.requireNonNull(it.reason()))
        .toList();
  }

  /** Why a file is not even taken apart. */
  static Reason refused(FileVerifier verifier, Path file) {
    return switch (verifier.verify(file, NOON)) {
      case FileExamination.Examined it -> throw new AssertionError(it.report().toString());
      case FileExamination.Unreadable it -> it.fault().reason();
    };
  }

  static List<String> checks(VerificationReport report) {
    return report.findings().stream().map(Finding::check).toList();
  }
}
