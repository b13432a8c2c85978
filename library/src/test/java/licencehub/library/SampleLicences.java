package licencehub.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.Holder;
import licencehub.model.submission.Outcome;

/** Issued licences by number, for tests of an engine's inside. */
public final class SampleLicences {
  private SampleLicences() {}

  public static LicenceIdentifier identifier(int serial) {
    return LicenceSample.identifier(serial);
  }

  public static byte[] document(int serial) {
    return LicenceSample.issued(serial).filing().document();
  }

  public static byte[] original(int serial) {
    return LicenceSample.issued(serial).filing().original().bytes();
  }

  /** Files it, if it is not there yet. */
  public static void file(Library library, int serial) {
    List<Entry> entries = List.of(LicenceSample.issued(serial).filing());
    assertThat(library.journal().file(entries).join())
        .hasOnlyElementsOfTypes(Outcome.Accepted.class, Outcome.Duplicate.class);
  }

  /** Files one for each holder, numbered from a serial on. */
  public static void file(Library library, int first, List<Holder> holders) {
    List<Entry> entries = new ArrayList<>();
    for (Holder it : holders) {
      entries.add(LicenceSample.issued(first + entries.size()).withHolders(it).filing());
    }
    assertThat(library.journal().file(entries).join())
        .hasOnlyElementsOfType(Outcome.Accepted.class);
  }
}
