package licencehub.sharing.item;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;

/**
 * One way in which a licence stands in for a required document: all of it must hold.
 *
 * @param types licence types, any of them
 * @param holder who must hold it
 * @param remainingDays days it must still hold after today; 0 accepts one that ends today
 * @param regions where it must have been issued, each with all below it; empty for anywhere
 * @param fields what its fields must say
 */
public record Acceptance(
    Set<LicenceTypeCode> types,
    Party holder,
    int remainingDays,
    Set<RegionCode> regions,
    List<FieldRule> fields) {
  public Acceptance {
    types = Set.copyOf(types);
    regions = Set.copyOf(regions);
    fields = List.copyOf(fields);
    if (types.isEmpty()) {
      throw MalformedValue.of(
          Text.of("可替代的证照类型", "accepted licence types"),
          "",
          Text.of("应至少有一个", "must name at least one"),
          "types: [11100000MB0143028R001]");
    }
    if (remainingDays < 0) {
      throw MalformedValue.of(
          Text.of("剩余有效天数", "remaining days"),
          Integer.toString(remainingDays),
          Text.of("应不小于0", "must not be below 0"),
          "remainingDays: 30");
    }
  }

  /** Everybody who has to be known before it can be decided on. */
  public Set<Party> needs() {
    return Stream.concat(
            Stream.of(holder),
            fields.stream()
                .filter(FieldRule.Names.class::isInstance)
                .map(it -> ((FieldRule.Names) it).party()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a licence issued there could be accepted, or one issued somewhere within it. */
  public boolean mayComeFrom(RegionCode region) {
    return regions.isEmpty()
        || regions.stream().anyMatch(it -> it.covers(region) || region.covers(it));
  }
}
