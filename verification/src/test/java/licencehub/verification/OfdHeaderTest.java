package licencehub.verification;

import static licencehub.verification.Paper.failures;
import static licencehub.verification.Paper.refused;
import static licencehub.verification.Paper.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages whose two headers of an entry tell different things besides its content. */
class OfdHeaderTest {
  private static final int DIRECTORY = 0x02014b50;
  private static final int EXTENDED_TIME = 0x5455;
  private final FileVerifier verifier = Paper.verifier();
  @TempDir private Path folder;

  /** Places in the local header: the version to unpack with, the time, the date. */
  @ParameterizedTest
  @CsvSource({"4, 1", "10, 2", "12, 32"})
  void a_local_header_that_differs_from_the_directory_is_unsafe(int at, byte difference)
      throws IOException {
    Path sealed = sealed(folder);
    assertThat(failures(verifier, sealed)).isEmpty();
    byte[] bytes = Files.readAllBytes(sealed);
    bytes[at] ^= difference;
    assertThat(refused(verifier, Files.write(folder.resolve("x.ofd"), bytes)))
        .isEqualTo(Reason.FILE_UNSAFE);
  }

  @ParameterizedTest
  @CsvSource({"6, 1", "12, 2", "14, 32"})
  void a_directory_that_differs_from_the_local_header_is_unsafe(int at, byte difference)
      throws IOException {
    byte[] bytes = Files.readAllBytes(sealed(folder));
    bytes[directory(bytes) + at] ^= difference;
    assertThat(refused(verifier, Files.write(folder.resolve("x.ofd"), bytes)))
        .isEqualTo(Reason.FILE_UNSAFE);
  }

  @Test
  void a_second_time_among_extra_fields_must_be_told_twice_alike() throws IOException {
    Path timed = timed(Paper.entries(sealed(folder)));
    assertThat(failures(verifier, timed)).isEmpty();
    byte[] bytes = Files.readAllBytes(timed);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int extra = 30 + buffer.getShort(26);
    assertThat(buffer.getShort(extra)).isEqualTo((short) EXTENDED_TIME);
    bytes[extra + 5] ^= 1;
    assertThat(refused(verifier, Files.write(folder.resolve("x.ofd"), bytes)))
        .isEqualTo(Reason.FILE_UNSAFE);
  }

  /** The same package as a writer leaves it that knows times to the second. */
  private Path timed(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("timed.ofd");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> it : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(it.getKey());
        entry.setLastModifiedTime(FileTime.fromMillis(1_700_000_001_000L));
        zip.putNextEntry(entry);
        zip.write(it.getValue());
      }
    }
    return file;
  }

  private static int directory(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (buffer.getInt(at) != DIRECTORY) {
      at++;
    }
    return at;
  }
}
