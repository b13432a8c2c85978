package licencehub.library;

import java.util.List;

/**
 * Asks a search index only what needs one: what is looked for by holder or number the repository
 * finds by itself, whether or not the index answers.
 */
public record SplitSearch(Search repository, Search index) implements Search {
  @Override
  public List<LicenceRecord> search(LicenceQuery query) {
    boolean needsNoIndex = query.holder() != null || query.number() != null;
    return (needsNoIndex ? repository : index).search(query);
  }
}
