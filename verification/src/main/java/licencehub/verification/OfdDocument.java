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
 * @param watermark across every page; empty for none
 */
public record OfdDocument(
    String documentId,
    String title,
    Map<String, List<String>> metadata,
    OfdFace face,
    String watermark) {
  public OfdDocument {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** Lines of text, without a watermark. */
  public OfdDocument(
      String documentId, String title, Map<String, List<String>> metadata, List<String> lines) {
    this(documentId, title, metadata, OfdFace.ofLines(lines), "");
  }

  /**
   * Writes it as an unsigned OFD.
   *
   * @throws Unavailable when the disk does not take it
   */
  public void write(Path file) {
    try {
      OfdText.write(file, documentId, title, metadata, pages());
    } catch (IOException e) {
      throw new Unavailable("证照文件 licence file", e.toString(), e);
    }
  }

  private OfdPages pages() {
    OfdPages pages = new OfdPages(watermark);
    if (!face.heading().isEmpty()) {
      pages.heading(face.heading());
      pages.subheading(face.subheading());
    }
    face.fields().forEach(pages::field);
    if (!face.remarks().isEmpty()) {
      pages.parting();
      face.remarks().forEach(pages::remark);
    }
    if (!face.notes().isEmpty()) {
      if (!face.fields().isEmpty()) {
        pages.parting();
      }
      face.notes().forEach(pages::note);
    }
    return pages;
  }

  /** Names no value: they are about people. */
  @Override
  public String toString() {
    return "OfdDocument[" + documentId + ']';
  }
}
