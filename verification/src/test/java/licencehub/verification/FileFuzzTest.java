package licencehub.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import licencehub.model.Verdict;
import org.junit.jupiter.api.io.TempDir;

/**
 * Coverage-guided search for files that make an engine throw, take long, or believe. In the
 * ordinary run only the collected inputs are tried; {@code JAZZER_FUZZ=1} searches.
 */
class FileFuzzTest {
  private static final FileVerifier VERIFIER = Paper.verifier();
  private static @TempDir Path folder;

  @FuzzTest(maxDuration = "3m")
  void any_file(byte[] bytes) throws IOException {
    verify(Files.write(folder.resolve("any"), bytes));
  }

  @FuzzTest(maxDuration = "3m")
  void any_package(byte[] bytes) throws IOException {
    verify(Files.write(folder.resolve("any.ofd"), with(new byte[] {'P', 'K', 3, 4}, bytes)));
  }

  @FuzzTest(maxDuration = "3m")
  void any_pdf(byte[] bytes) throws IOException {
    verify(Files.write(folder.resolve("any.pdf"), with("%PDF-1.7\n".getBytes(US_ASCII), bytes)));
  }

  @FuzzTest(maxDuration = "3m")
  void any_root(byte[] bytes) {
    entry("OFD.xml", bytes);
  }

  @FuzzTest(maxDuration = "3m")
  void any_signature_file(byte[] bytes) {
    entry(Paper.FIRST + "Signature.xml", bytes);
  }

  @FuzzTest(maxDuration = "3m")
  void any_signed_value(byte[] bytes) {
    entry(Paper.FIRST + "SignedValue.dat", bytes);
  }

  private static void entry(String name, byte[] bytes) {
    Map<String, byte[]> entries =
        Paper.entries(Paper.sealed(folder, OfdSealer.plain(Paper.department(), Town.RANDOM)));
    entries.put(name, bytes);
    entries.put(
        Paper.SIGNS + "Signatures.xml",
        new String(entries.get(Paper.SIGNS + "Signatures.xml"), US_ASCII)
            .replace(" Type=\"Sign\"", "")
            .getBytes(US_ASCII));
    verify(Paper.packed(folder.resolve("entry.ofd"), entries));
  }

  private static void verify(Path file) {
    if (VERIFIER.verify(file, Town.NOON).report().verdict() instanceof Verdict.Trusted) {
      throw new AssertionError("nobody trusted signed this");
    }
  }

  private static byte[] with(byte[] head, byte[] rest) {
    byte[] all = new byte[head.length + rest.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return all;
  }
}
