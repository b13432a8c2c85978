package licencehub.library;

import java.util.List;
import licencehub.model.code.LicenceIdentifier;

/**
 * Licences whose validity may have ended, of one stretch of what was looked through.
 *
 * @param next where to go on: an identifier when all were looked through, a sequence in the news;
 *     empty at the end
 */
public record Ended(List<LicenceIdentifier> licences, String next) {
  public Ended {
    licences = List.copyOf(licences);
  }
}
