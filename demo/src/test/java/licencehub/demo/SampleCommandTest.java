package licencehub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import licencehub.model.event.EventType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What is asked for samples of what departments do not tell. */
class SampleCommandTest {
  private static final int USAGE = 2;

  private static Stream<EventType> hubs() {
    return Arrays.stream(EventType.values()).filter(EventType::isHubs);
  }

  @ParameterizedTest
  @MethodSource("hubs")
  void what_the_hub_alone_states_has_no_sample_and_that_is_said(EventType type) {
    StringWriter said = new StringWriter();
    int exit =
        new CommandLine(new SampleCommand())
            .setErr(new PrintWriter(said, true))
            .execute("--schema", type.wire());
    assertThat(exit).isEqualTo(USAGE);
    assertThat(said.toString()).contains(type.wire(), "there is no sample");
  }
}
