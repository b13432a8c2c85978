package licencehub.library;

/** Counts standing licences by what names nobody. */
public interface Facets {
  /**
   * @throws licencehub.model.Unavailable when the index does not answer, or has not caught up
   */
  FacetAnswer count(FacetQuery query);
}
