package licencehub.hub.http;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.event.Organisation;
import licencehub.sharing.Origin;
import licencehub.sharing.Sensitivity;
import licencehub.sharing.ValueKind;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.Form;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.Necessity;
import licencehub.sharing.item.Party;
import licencehub.sharing.item.RequiredDocument;
import licencehub.sharing.type.HolderCategory;
import licencehub.sharing.type.InformationItem;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.type.ValidityRule;
import licencehub.sharing.use.Basis;
import licencehub.sharing.use.Grant;
import licencehub.sharing.use.ItemScope;

/** What the tests' item asks for, and who may use which licences for it. */
final class Guides {
  static final ItemCode ITEM = new ItemCode("000117001000");

  /** May use the tests' licences, number and holder of them, and have copies. */
  static final CreditCode WINDOW = CreditCode.complete("11440300MB2C00008");

  /** May do so a few times. */
  static final CreditCode FEW = CreditCode.complete("11440300MB2C00009");

  static final int QUOTA = 5;
  private static final Grant.Terms COPIES = new Grant.Terms(true, false, false);
  private static final Organisation DEFINED_BY =
      new Organisation(new CreditCode(Documents.TYPE.text().substring(0, 18)), "测试定义机构");

  private Guides() {}

  static Directory directory() {
    Acceptance licence =
        new Acceptance(Set.of(Documents.TYPE), Party.APPLICANT, 30, Set.of(), List.of());
    Acceptance representative =
        new Acceptance(Set.of(Documents.TYPE), Party.LEGAL_REPRESENTATIVE, 0, Set.of(), List.of());
    List<RequiredDocument> documents =
        List.of(
            document("F01", Set.of(Form.PAPER, Form.LICENCE), List.of(licence)),
            document("F02", Set.of(Form.LICENCE), List.of(representative)),
            document("F03", Set.of(Form.PAPER), List.of()));
    return new Directory(
        List.of(type()),
        List.of(new ItemGuide(ITEM, 1, Text.of("食品经营许可", "Food"), Origin.DEMO, documents)),
        List.of(
            grant("window-food", WINDOW, COPIES, 1000),
            grant("few-food", FEW, Grant.Terms.USUAL, QUOTA)));
  }

  private static LicenceType type() {
    return new LicenceType(
        Documents.TYPE,
        Text.of("食品经营许可证", "food operation licence"),
        Origin.DEMO,
        DEFINED_BY,
        HolderCategory.MIXED,
        List.of(
            new InformationItem(
                Text.of("负责人", "person in charge"),
                "KZ_FZR",
                ValueKind.TEXT,
                false,
                Sensitivity.OTHER,
                Map.of())),
        null,
        new ValidityRule.Duration(List.of(Period.ofYears(5)), false),
        Map.of(),
        List.of("证照编号", "持证主体", "负责人"),
        Set.of());
  }

  private static Grant grant(String id, CreditCode organisation, Grant.Terms terms, long quota) {
    return new Grant(
        id,
        organisation,
        "食品经营许可",
        new ItemScope.Only(Set.of(ITEM)),
        Set.of(Documents.TYPE),
        Set.of("证照编号", "持证主体", "持证主体代码"),
        EnumSet.allOf(Basis.Kind.class),
        terms,
        new Grant.Quota(quota, quota),
        LocalDate.of(2020, 1, 1),
        null);
  }

  private static RequiredDocument document(String code, Set<Form> forms, List<Acceptance> accepts) {
    return new RequiredDocument(
        code, Text.of("材料" + code, "document " + code), Necessity.REQUIRED, 0, forms, accepts);
  }
}
