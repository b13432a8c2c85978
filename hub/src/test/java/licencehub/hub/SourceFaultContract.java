package licencehub.hub;

import java.util.List;
import licencehub.hub.config.ConfigDraft;

/** A department's own server, which the hub collects from, fails. */
abstract class SourceFaultContract extends FaultContract {
  static final String SOURCE = "sz-market-front";
  final SampleCases cases = new SampleCases(SOURCE);

  @Override
  String item() {
    return "source " + SOURCE;
  }

  /** The connector, and after it the settings and the dialect, as lines of YAML in a source. */
  abstract String reached(ConfigDraft draft) throws Exception;

  @Override
  void configure(ConfigDraft draft) throws Exception {
    draft.write(
        "departments/approval.yaml",
        """
        department: {code: 11440300MB2D00225N, name: 示例市行政审批局}
        region: "440300"
        sources:
          - id: %s
            %s
            trust: channel
            mayState:
              events: [case.*]
              speakers: [11440300MB2D000147, 11440300MB2D00225N]
              regions: ["440300"]
            poll: {every: PT0.2S, backOffMost: PT2S}
        """
            .formatted(SOURCE, reached(draft).strip().replace("\n", "\n    ")));
  }

  @Override
  List<String> put(int count) throws Exception {
    List<String> numbers = SampleCases.numbers(count);
    leave(numbers);
    return numbers;
  }

  /** Has the department's server hold cases of these numbers. */
  abstract void leave(List<String> numbers) throws Exception;
}
