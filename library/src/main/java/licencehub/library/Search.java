package licencehub.library;

import java.util.List;

/** Finds licences when their identifier is not at hand. */
public interface Search {
  /**
   * The standing licences that meet every given criterion, newest first.
   *
   * @throws licencehub.model.MalformedValue when no criterion is given
   */
  List<LicenceRecord> search(LicenceQuery query);
}
