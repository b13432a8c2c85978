package licencehub.verification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a licence file says about itself: CustomDatas of an OFD (GB/T 36903 short names such as
 * ZZBS, ZZBH, CZZT), document information of a PDF. As good as the file's verdict, and no better.
 * The text form names no value: they are about people.
 *
 * @param documentId DocID of an OFD, the first identifier of a PDF; empty where there is none
 * @param entries by name; a holder, for example, may stand there several times
 */
public record FileMetadata(String documentId, Map<String, List<String>> entries) {
  public FileMetadata {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The value of a name that has exactly one. */
  public Optional<String> one(String name) {
    List<String> all = entries.getOrDefault(name, List.of());
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "FileMetadata[" + documentId + ", " + entries.keySet() + ']';
  }
}
