package licencehub.hub.http;

import java.util.List;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.code.ItemCode;
import licencehub.sharing.Origin;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.Form;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.Necessity;
import licencehub.sharing.item.Party;
import licencehub.sharing.item.RequiredDocument;

/** What the tests' item asks for. */
final class Guides {
  static final ItemCode ITEM = new ItemCode("000117001000");

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
        List.of(),
        List.of(new ItemGuide(ITEM, 1, Text.of("食品经营许可", "Food"), Origin.DEMO, documents)),
        List.of());
  }

  private static RequiredDocument document(String code, Set<Form> forms, List<Acceptance> accepts) {
    return new RequiredDocument(
        code, Text.of("材料" + code, "document " + code), Necessity.REQUIRED, 0, forms, accepts);
  }
}
