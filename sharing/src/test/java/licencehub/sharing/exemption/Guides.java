package licencehub.sharing.exemption;

import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.code.ItemCode;
import licencehub.model.code.RegionCode;
import licencehub.sharing.Draft;
import licencehub.sharing.Origin;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.FieldRule;
import licencehub.sharing.item.Form;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.Necessity;
import licencehub.sharing.item.Parties;
import licencehub.sharing.item.Party;
import licencehub.sharing.item.RequiredDocument;

/** Guides and parties for tests. */
public final class Guides {
  public static final ItemCode ITEM = new ItemCode("11370800MB285591843370117002011");

  /** A firm applies; a person is its legal representative. */
  public static final Parties PARTIES =
      new Parties(Map.of(Party.APPLICANT, Draft.FIRM, Party.LEGAL_REPRESENTATIVE, Draft.PERSON));

  /** The applicant's food operation licence in any state of being valid. */
  public static final Acceptance ACCEPTANCE = accepting(Set.of(), List.of());

  private Guides() {}

  static Acceptance accepting(Set<RegionCode> regions, List<FieldRule> fields) {
    return new Acceptance(Set.of(Draft.FOOD), Party.APPLICANT, 0, regions, fields);
  }

  public static RequiredDocument document(String code, Acceptance... accepts) {
    return new RequiredDocument(
        code,
        Text.of("材料" + code, "document " + code),
        Necessity.REQUIRED,
        0,
        Set.of(Form.PAPER, Form.LICENCE),
        List.of(accepts));
  }

  static RequiredDocument onPaper(String code) {
    return new RequiredDocument(
        code,
        Text.of("材料" + code, "document " + code),
        Necessity.REQUIRED,
        0,
        Set.of(Form.PAPER),
        List.of());
  }

  static ItemGuide guide(Acceptance acceptance) {
    return guide(document("D1", acceptance));
  }

  static ItemGuide guide(RequiredDocument document) {
    return guide(List.of(document));
  }

  public static ItemGuide guide(List<RequiredDocument> documents) {
    return new ItemGuide(ITEM, 1, Text.of("示例事项", "an item"), Origin.DEMO, documents);
  }
}
