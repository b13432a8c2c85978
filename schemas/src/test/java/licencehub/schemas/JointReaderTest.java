package licencehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import licencehub.model.Fault;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointInspection.Result;
import licencehub.model.event.JointOpening;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class JointReaderTest {
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final String OPENED = "joint.opened/sound-full.json";

  @Test
  void an_opening_brings_its_parts_materials_and_inspection() {
    JointOpening opening = (JointOpening) Catalogue.filed(Samples.bytes(OPENED)).statement();
    assertThat(opening.joint().text()).isEqualTo("LB-440300-2026-000012");
    assertThat(opening.speaker().name()).isEqualTo("深圳市市场监督管理局");
    JointOpening.Part food = opening.parts().getFirst();
    assertThat(food.after()).containsExactlyInAnyOrder(number("XF-0002"), number("WS-0003"));
    assertThat(opening.materials().get(0).origin().licence()).isNotNull();
    assertThat(opening.materials().get(1).origin().scan()).isNotNull();
    assertThat(opening.materials().get(2).origin()).isEqualTo(new JointOpening.Origin(null, null));
    assertThat(opening.materials().get(2).parts()).isEqualTo(Set.of(number("WS-0003")));
    assertThat(opening.visit()).isNotNull();
    assertThat(opening.visit().departments())
        .hasSize(2)
        .contains(opening.visit().lead())
        .contains(opening.parts().get(1).department().code());
  }

  @Test
  void a_check_says_what_was_looked_at_and_an_inspection_what_was_found() {
    JointCheck check =
        (JointCheck) Catalogue.filed(Samples.bytes("joint.checked/sound-full.json")).statement();
    assertThat(check.sound()).isFalse();
    assertThat(check.reason()).isEqualTo("与现场不符");
    assertThat(check.origin().scan()).isNotNull();
    JointInspection held =
        (JointInspection)
            Catalogue.filed(Samples.bytes("joint.inspected/sound-full.json")).statement();
    assertThat(held.state()).isEqualTo(JointInspection.State.HELD);
    assertThat(held.findings().get(1).result()).isEqualTo(Result.RECTIFY);
    assertThat(held.findings().get(0).department()).isEqualTo(new CreditCode("11440300MB2D000147"));
  }

  @Test
  void every_contradiction_is_told_at_its_place_and_personal_words_are_not_repeated() {
    ObjectNode document = Samples.json(OPENED);
    ((ObjectNode) document.at("/data/parts/1")).putArray("after").add("SP-0001");
    ((ArrayNode) document.at("/data/materials/0/for")).add("张三").add("XX-1");
    ((ObjectNode) document.at("/data/materials/2")).put("code", "F01");
    List<Fault> faults = ((Checked.Unsound) CATALOGUE.check(Samples.bytes(document))).faults();
    assertThat(faults)
        .extracting(Fault::path)
        .contains("/data/parts", "/data/materials/0/for", "/data/materials/2/code");
    assertThat(faults.stream().filter(it -> it.path().equals("/data/materials/0/for")))
        .allSatisfy(it -> assertThat(it.detail().zh()).contains("XX-1").doesNotContain("张三"));
  }

  private static CaseNumber number(String text) {
    return new CaseNumber(text);
  }
}
