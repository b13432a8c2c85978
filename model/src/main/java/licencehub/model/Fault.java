package licencehub.model;

/**
 * One thing wrong with one submission.
 *
 * @param path where: a JSON Pointer into the document, a column, or empty for the whole
 * @param detail the values that matter and the remedy, in both languages; never personal data
 */
public record Fault(Reason reason, String path, Text detail) {
  public static Fault of(Reason reason, Text detail) {
    return new Fault(reason, "", detail);
  }

  public static Fault at(String path, Reason reason, Text detail) {
    return new Fault(reason, path, detail);
  }
}
