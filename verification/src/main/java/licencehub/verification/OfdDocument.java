package licencehub.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.model.Unavailable;
import licencehub.verification.ofd.OfdPages;
import licencehub.verification.ofd.OfdText;

/**
 * A small licence file to be: pages of text, with metadata.
 *
 * @param documentId 32 hexadecimal digits (DocID)
 * @param metadata CustomDatas by name (GB/T 36903 short names)
 * @param lines from top to bottom; long ones go on below
 * @param watermark across every page; empty for none
 */
public record OfdDocument(
    String documentId,
    String title,
    Map<String, List<String>> metadata,
    List<String> lines,
    String watermark) {
  public OfdDocument {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    lines = List.copyOf(lines);
  }

  /** Without a watermark. */
  public OfdDocument(
      String documentId, String title, Map<String, List<String>> metadata, List<String> lines) {
    this(documentId, title, metadata, lines, "");
  }

  /**
   * Writes it as an unsigned OFD.
   *
   * @throws Unavailable when the disk does not take it
   */
  public void write(Path file) {
    try {
      OfdText.write(file, documentId, title, metadata, new OfdPages(lines, watermark));
    } catch (IOException e) {
      throw new Unavailable("证照文件 licence file", e.toString(), e);
    }
  }

  /** Names no value: they are about people. */
  @Override
  public String toString() {
    return "OfdDocument[" + documentId + ']';
  }
}
