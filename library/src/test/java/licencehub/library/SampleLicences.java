package licencehub.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import licencehub.model.code.LicenceIdentifier;
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
}
