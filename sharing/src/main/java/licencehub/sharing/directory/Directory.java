package licencehub.sharing.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Grant;

/**
 * The directory of sharing 证照目录: licence types, item guides and grants as one. Where something
 * stands twice the first counts; {@link Contradiction#of} tells.
 */
public record Directory(List<LicenceType> types, List<ItemGuide> guides, List<Grant> grants) {
  private static final Comparator<ItemGuide> CLOSER =
      Comparator.comparingInt((ItemGuide it) -> it.code().text().length())
          .thenComparingInt(ItemGuide::version);

  public Directory {
    types = List.copyOf(types);
    guides = List.copyOf(guides);
    grants = List.copyOf(grants);
  }

  public Optional<LicenceType> type(LicenceTypeCode code) {
    return types.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  /**
   * The guide for an item in its newest version: the one for the variant, else for the body's task,
   * else for the item of every body.
   */
  public Optional<ItemGuide> guide(ItemCode code) {
    return guides.stream().filter(it -> it.code().covers(code)).max(CLOSER);
  }

  /** The guide a case was accepted under. */
  public Optional<ItemGuide> guide(ItemCode code, int version) {
    return guides.stream()
        .filter(it -> it.code().covers(code) && it.version() == version)
        .max(CLOSER);
  }

  public List<Grant> grants(CreditCode organisation) {
    return grants.stream().filter(it -> it.organisation().equals(organisation)).toList();
  }
}
