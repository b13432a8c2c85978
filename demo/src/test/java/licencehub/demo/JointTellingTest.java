package licencehub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import licencehub.demo.world.Body;
import licencehub.demo.world.JointTelling;
import licencehub.demo.world.Story;
import licencehub.demo.world.StoryTeller;
import licencehub.model.event.EventType;
import licencehub.schemas.Catalogue;
import licencehub.schemas.Checked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class JointTellingTest {
  @Test
  void every_sample_of_a_joint_application_is_sound() {
    Story story =
        new StoryTeller(7, Instant.parse("2026-01-05T01:00:00Z")).tell(Body.number(0), 5_000_001);
    List<ObjectNode> told = JointTelling.of(story);
    assertThat(told)
        .extracting(it -> it.required("type").asString())
        .containsExactly(
            EventType.JOINT_OPENED.wire(),
            EventType.JOINT_CHECKED.wire(),
            EventType.JOINT_INSPECTED.wire());
    Catalogue catalogue = new Catalogue();
    assertThat(told)
        .allSatisfy(
            it ->
                assertThat(catalogue.check(it.toString().getBytes(UTF_8)))
                    .isInstanceOf(Checked.Sound.class));
  }
}
