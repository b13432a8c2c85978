package licencehub.sharing.item;

import java.util.List;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * A document an applicant must show for an item 申请材料.
 *
 * @param code names it within its item, for ever
 * @param deferDays working days within which it must follow, for a deferrable one; else 0
 * @param forms how it may be handed in
 * @param accepts licences that stand in for it, any of these ways; there is one exactly when the
 *     form licence is among the forms
 */
public record RequiredDocument(
    String code,
    Text name,
    Necessity necessity,
    int deferDays,
    Set<Form> forms,
    List<Acceptance> accepts) {
  public RequiredDocument {
    forms = Set.copyOf(forms);
    accepts = List.copyOf(accepts);
    if (accepts.isEmpty() == forms.contains(Form.LICENCE)) {
      throw wrong(
          code,
          Text.of("可引用证照时必须写明可替代的证照，否则不得写", "must say which licences it accepts, and only then"),
          "forms: [licence], accepts: [{types: [11100000MB0143028R001]}]");
    }
    if ((necessity == Necessity.DEFERRABLE) != (deferDays > 0)) {
      throw wrong(
          code,
          Text.of(
              "容缺后补的材料必须写明补交工作日数，其他不得写", "must say within how many days it follows, if deferrable"),
          "necessity: deferrable, deferDays: 5");
    }
  }

  /** Whether a licence can stand in for it at all. */
  public boolean isMetByLicence() {
    return forms.contains(Form.LICENCE);
  }

  private static MalformedValue wrong(String code, Text rule, String example) {
    return MalformedValue.of(Text.of("申请材料", "required document"), code, rule, example);
  }
}
