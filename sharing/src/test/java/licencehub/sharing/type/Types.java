package licencehub.sharing.type;

import static licencehub.model.event.LicenceStatus.CANCELLED;
import static licencehub.model.event.LicenceStatus.REVOKED;
import static licencehub.model.event.LicenceStatus.SUSPENDED;
import static licencehub.model.event.LicenceStatus.VALID;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.sharing.Draft;
import licencehub.sharing.Origin;
import licencehub.sharing.Sensitivity;
import licencehub.sharing.ValueKind;

/** Licence types for tests. */
public final class Types {
  public static final Organisation DEFINED_BY =
      new Organisation(new CreditCode(Draft.DEFINING_BODY), "演示证照定义机构");
  public static final Map<String, LicenceStatus> STATUS =
      Map.of("01", VALID, "02", SUSPENDED, "03", REVOKED, "04", CANCELLED);
  public static final List<InformationItem> ITEMS =
      List.of(
          item("经营项目", "KZ_JYXM", ValueKind.TEXT, true, Sensitivity.OPEN),
          item("住所", "KZ_ZS", ValueKind.TEXT, false, Sensitivity.ADDRESS),
          item("负责人", "KZ_FZR", ValueKind.TEXT, false, Sensitivity.NAME),
          item("面积", "KZ_MJ", ValueKind.NUMBER, false, Sensitivity.OPEN),
          item("发证日", "KZ_FZ", ValueKind.DATE, false, Sensitivity.OPEN),
          new InformationItem(
              Text.of("主体业态", "kind of business"),
              "KZ_ZTYT",
              ValueKind.CODE,
              false,
              Sensitivity.OPEN,
              Map.of("1", "食品销售经营者", "2", "餐饮服务经营者")));

  private Types() {}

  /** A food operation licence: five years, held by anybody, for any item. */
  public static LicenceType food() {
    return food(Set.of());
  }

  public static LicenceType food(Set<ItemCode> serves) {
    return type(
        Draft.FOOD,
        HolderCategory.MIXED,
        new ValidityRule.Duration(List.of(Period.ofYears(5)), false),
        serves);
  }

  static LicenceType type(
      LicenceTypeCode code, HolderCategory holders, ValidityRule rule, Set<ItemCode> serves) {
    return new LicenceType(
        code,
        Text.of("食品经营许可证", "food operation licence"),
        Origin.DEMO,
        DEFINED_BY,
        holders,
        ITEMS,
        NumberRule.of("JY[0-9]{14}", "JY14403070001234"),
        rule,
        STATUS,
        List.of("持证主体", "经营项目", "证照编号"),
        serves);
  }

  public static InformationItem item(
      String name, String column, ValueKind kind, boolean required, Sensitivity sensitivity) {
    return new InformationItem(
        Text.of(name, column), column, kind, required, sensitivity, Map.of());
  }
}
