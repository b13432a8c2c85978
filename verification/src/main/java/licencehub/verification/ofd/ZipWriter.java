package licencehub.verification.ofd;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Hash;

/**
 * Writes a package and keeps the SM3 digest of every entry. The same entries give the same bytes.
 */
final class ZipWriter implements AutoCloseable {
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2020, 1, 1, 0, 0);
  private final ZipOutputStream zip;
  private final Map<String, byte[]> digests = new LinkedHashMap<>();

  ZipWriter(Path file) throws IOException {
    this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /** What writes the content of one entry. */
  interface Content {
    void write(ZipUnpacker.Sink sink) throws IOException, Refused;
  }

  void add(String name, byte[] content) throws IOException {
    OutputStream out = begin(name);
    out.write(content);
    zip.closeEntry();
    digests.put(name, Hash.SM3.of(content));
  }

  void add(String name, Content content) throws IOException, Refused {
    OutputStream out = begin(name);
    MessageDigest digest = Hash.SM3.start();
    content.write(
        (bytes, length) -> {
          out.write(bytes, 0, length);
          digest.update(bytes, 0, length);
        });
    zip.closeEntry();
    digests.put(name, digest.digest());
  }

  /** SM3 by name, in the order written. */
  Map<String, byte[]> digests() {
    return digests;
  }

  private OutputStream begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
    return zip;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
