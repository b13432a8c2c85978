package licencehub.verification.file;

import java.util.List;
import java.util.Map;

/**
 * A file taken apart; nothing about its signers is verified yet.
 *
 * @param facts form and size, for the report
 * @param documentId empty where it has none
 * @param entries metadata by name, in the order of the file
 */
public record FileContents(
    String facts,
    String documentId,
    Map<String, List<String>> entries,
    List<FileSignature> signatures) {
  public FileContents {
    signatures = List.copyOf(signatures);
  }
}
