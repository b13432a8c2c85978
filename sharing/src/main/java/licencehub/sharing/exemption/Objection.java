package licencehub.sharing.exemption;

import licencehub.model.Text;
import licencehub.model.code.LicenceIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a document from being exempt.
 *
 * @param licence the licence it is about; null where it is about the document as a whole
 * @param detail the facts in words; never what stands in a field of a licence
 */
public record Objection(@Nullable LicenceIdentifier licence, Obstacle obstacle, Text detail) {
  static Objection general(Obstacle obstacle) {
    return new Objection(null, obstacle, obstacle.text());
  }

  /** With facts behind the obstacle's own words. */
  static Objection of(@Nullable LicenceIdentifier licence, Obstacle obstacle, Text facts) {
    Text text = obstacle.text();
    return new Objection(
        licence, obstacle, Text.of(text.zh() + "：" + facts.zh(), text.en() + ": " + facts.en()));
  }
}
