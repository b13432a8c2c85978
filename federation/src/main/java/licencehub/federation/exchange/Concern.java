package licencehub.federation.exchange;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * Which regions a case concerns: where its steps are taken, those of the departments that take
 * them, and that of the body whose item it is. So a case accepted in one region for an item of
 * another concerns both, and every region around them.
 */
public record Concern(Set<RegionCode> regions) {
  public static final Concern NONE = new Concern(Set.of());

  public Concern {
    regions = Set.copyOf(regions);
  }

  /**
   * What one step tells of it.
   *
   * @param data of an event that was filed
   */
  public static Concern of(JsonNode data) {
    Set<RegionCode> regions = new HashSet<>();
    regions.add(new RegionCode(data.path("region").asString()));
    Stream.concat(
            Stream.of(new CreditCode(data.at("/department/code").asString())),
            ItemCode.bodyOf(data.at("/item/code").asString("")).stream())
        .filter(it -> !it.isNational())
        .forEach(it -> regions.add(it.region()));
    return new Concern(regions);
  }

  public Concern and(Concern other) {
    Set<RegionCode> both = new HashSet<>(regions);
    both.addAll(other.regions);
    return new Concern(both);
  }

  /** Whether it is a matter of this region, or of one in it. */
  public boolean isOf(RegionCode region) {
    return regions.stream().anyMatch(region::covers);
  }
}
