package licencehub.hub.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import licencehub.library.LicenceQuery;
import licencehub.library.LicenceRecord;
import licencehub.library.Search;
import licencehub.model.MalformedValue;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.Element;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.FileComparison;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.type.LicenceType;
import org.jspecify.annotations.Nullable;

/** Finds the licence of the repository that a file is about. */
final class KnownLicences {
  private final Search search;
  private final SharedLicences shared;
  private final Supplier<Directory> directory;

  KnownLicences(Search search, SharedLicences shared, Supplier<Directory> directory) {
    this.search = search;
    this.shared = shared;
    this.directory = directory;
  }

  /**
   * By the identifier the file states; where it states none, by its number, if only one licence has
   * that.
   */
  Optional<Licence> namedIn(Map<String, List<String>> entries, Instant now) {
    Optional<String> identifier = FileComparison.value(entries, Element.IDENTIFIER);
    return identifier.isPresent()
        ? byIdentifier(identifier.get(), now)
        : byNumber(entries).flatMap(it -> shared.shared(it, now));
  }

  /** What the directory says of a type. */
  Optional<LicenceType> type(LicenceTypeCode code) {
    return directory.get().type(code);
  }

  /** How what the file says compares with the licence. */
  FileComparison compare(Licence licence, Map<String, List<String>> entries) {
    LicenceType type = directory.get().type(licence.identifier().type()).orElse(null);
    return FileComparison.of(licence, type, entries);
  }

  private Optional<Licence> byIdentifier(String text, Instant now) {
    try {
      return shared.find(LicenceIdentifier.parseInbound(text), now);
    } catch (MalformedValue e) {
      return Optional.empty();
    }
  }

  private Optional<LicenceRecord> byNumber(Map<String, List<String>> entries) {
    Optional<String> number = FileComparison.value(entries, Element.NUMBER);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    List<LicenceRecord> found =
        search.search(new LicenceQuery(null, number.get(), type(entries), null, Long.MAX_VALUE, 2));
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static @Nullable LicenceTypeCode type(Map<String, List<String>> entries) {
    try {
      return FileComparison.value(entries, Element.TYPE_CODE)
          .map(LicenceTypeCode::new)
          .orElse(null);
    } catch (MalformedValue e) {
      return null;
    }
  }
}
