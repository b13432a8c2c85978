package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** What material files may be, and what such files begin with. */
enum MaterialType {
  PDF("application/pdf", "%PDF-"),
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  OFD("application/ofd", "PK\u0003\u0004");

  /** Bytes that tell one from the other. */
  static final int HEAD = 8;

  private final String mediaType;
  private final String begins;

  MaterialType(String mediaType, String begins) {
    this.mediaType = mediaType;
    this.begins = begins;
  }

  String mediaType() {
    return mediaType;
  }

  /** What begins like this; empty for anything else. */
  static Optional<MaterialType> of(byte[] head) {
    String text = new String(head, ISO_8859_1);
    return Arrays.stream(values()).filter(it -> text.startsWith(it.begins)).findFirst();
  }
}
