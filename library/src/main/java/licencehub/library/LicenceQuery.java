package licencehub.library;

import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; at least one of holder, number and name must be given.
 *
 * @param holder who holds it
 * @param number the number on its face
 * @param type narrows the others
 * @param namePart any part of a holder's name, Chinese included
 * @param before only licences whose content was filed before this sequence: the next page
 * @param limit 1 to 200
 */
public record LicenceQuery(
    @Nullable HolderCode holder,
    @Nullable String number,
    @Nullable LicenceTypeCode type,
    @Nullable String namePart,
    long before,
    int limit) {
  private static final int MOST = 200;

  public LicenceQuery {
    if (holder == null && number == null && (namePart == null || namePart.isBlank())) {
      throw MalformedValue.hidden(
          Text.of("查询条件", "search"),
          Text.of("应至少含持证主体、证照编号、名称之一", "must name a holder, a number or a part of a name"),
          "{\"number\":\"JY14403070001234\"}");
    }
    if (limit < 1 || limit > MOST) {
      throw MalformedValue.of(
          Text.of("查询条数", "limit"),
          Integer.toString(limit),
          Text.of("应为1至200", "must be 1 to 200"),
          "20");
    }
  }
}
