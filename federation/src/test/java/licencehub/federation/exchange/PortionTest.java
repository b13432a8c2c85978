package licencehub.federation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import licencehub.ledger.TlogProof;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is given, as it travels. */
class PortionTest {
  @Test
  void it_is_read_as_it_was_written() {
    TlogProof proof =
        new TlogProof(new byte[] {1, 2}, 7, List.of(Digest.of(new byte[] {3})), "note\n1\n\n- s\n");
    Portion portion =
        new Portion(List.of(7L, 9L), List.of(new Given(new byte[] {'{', '}'}, proof)), 17, true);
    Portion read = Portion.read(portion.write());
    assertThat(read.next()).isEqualTo(17);
    assertThat(read.more()).isTrue();
    assertThat(read.named()).containsExactly(7L, 9L);
    assertThat(read.given())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.envelope()).asString().isEqualTo("{}");
              assertThat(it.proof().toString()).isEqualTo(proof.toString());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"given\": [], \"next\": \"1\", \"more\": true}",
        "{\"given\": [], \"next\": 1}",
        "{\"given\": [{\"envelope\": \"x\"}], \"next\": 1, \"more\": false}"
      })
  void anything_else_is_none(String text) {
    assertThatThrownBy(() -> Portion.read(JsonMapper.shared().readTree(text)))
        .isInstanceOf(MalformedValue.class);
  }

  @Test
  void an_origin_is_read_as_it_was_written() {
    Origin origin = new Origin("gd-440300", 17);
    assertThat(Origin.find(origin.toString())).contains(origin);
    assertThat(Origin.find("gd-440300/017")).isEmpty();
    assertThat(Origin.find("sz-market-2026-000001")).isEmpty();
  }
}
