package licencehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import licencehub.model.Fault;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Whatever bytes arrive, the catalogue answers. Normal runs repeat the kept inputs; {@code
 * JAZZER_FUZZ=1} with {@code -Djazzer.hooks=true} searches for new ones.
 */
class CatalogueFuzzTest {
  private static final Catalogue CATALOGUE = new Catalogue();

  @FuzzTest(maxDuration = "60s")
  void any_bytes_get_an_answer(byte[] bytes) {
    answers(bytes);
  }

  @Test
  void a_sound_document_with_any_few_bytes_changed_gets_an_answer() {
    List<byte[]> documents = new ArrayList<>();
    Samples.named("sound-").forEach(it -> documents.add(Samples.bytes(it)));
    Random random = new Random(20260302);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = documents.get(random.nextInt(documents.size())).clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
      }
      answers(bytes);
    }
  }

  private static void answers(byte[] bytes) {
    CATALOGUE.idOf(bytes);
    switch (CATALOGUE.check(bytes)) {
      case Checked.Sound it -> assertThat(it.event().id()).isNotEmpty();
      case Checked.Unsound it -> {
        assertThat(it.faults()).isNotEmpty();
        it.faults().forEach(fault -> pointsSomewhere(fault, bytes));
      }
    }
  }

  private static void pointsSomewhere(Fault fault, byte[] bytes) {
    if (!fault.path().isEmpty()) {
      JsonNode root = tree(bytes);
      String parent = fault.path().substring(0, fault.path().lastIndexOf('/'));
      assertThat(root.at(parent).isMissingNode()).isFalse();
    }
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return Samples.JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new AssertionError("a fault with a place in what is no tree", e);
    }
  }
}
