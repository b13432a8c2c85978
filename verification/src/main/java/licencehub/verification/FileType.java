package licencehub.verification;

/** The types of licence file the hub verifies. */
public enum FileType {
  /** GB/T 33190-2016. */
  OFD("application/ofd"),
  /** ISO 32000. */
  PDF("application/pdf");

  private final String mediaType;

  FileType(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }
}
