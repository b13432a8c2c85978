package licencehub.hub.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import licencehub.library.Entry;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;

/** How far sampled records came on their journey. */
final class Judgement {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Stop, Integer> stopped = new EnumMap<>(Stop.class);

  /** The stations of a journey, in order. */
  enum Stop {
    RECOGNISE("识别", "recognise"),
    CHECK("检查", "check"),
    VERIFY("验签", "verify"),
    AUTHORISE("授权", "authorise");

    private final Text text;

    Stop(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    Text text() {
      return text;
    }

    /** Where a fault of this reason ends the journey. */
    static Stop of(Reason reason) {
      return switch (reason) {
        case BYTES_UNREADABLE, BYTES_TOO_LARGE, ENVELOPE_UNREADABLE -> RECOGNISE;
        case EVENT_TYPE_UNKNOWN, SCHEMA_VIOLATED, CODE_MALFORMED, SOURCE_MISMATCH, ID_REUSED ->
            CHECK;
        case SIGNER_NOT_ALLOWED,
            EVENT_NOT_ALLOWED,
            ISSUER_NOT_ALLOWED,
            TYPE_NOT_ALLOWED,
            REGION_NOT_ALLOWED ->
            AUTHORISE;
        default -> VERIFY;
      };
    }
  }

  void add(Entry entry) {
    entries.add(entry);
    if (entry instanceof Entry.Rejection it) {
      Stop first =
          it.faults().stream().map(Fault::reason).map(Stop::of).min(Stop::compareTo).orElseThrow();
      stopped.merge(first, 1, Integer::sum);
    }
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Records that got as far as this station. */
  int reached(Stop stop) {
    int before = 0;
    for (Stop each : Stop.values()) {
      if (each.compareTo(stop) < 0) {
        before += stopped.getOrDefault(each, 0);
      }
    }
    return entries.size() - before;
  }

  int passed(Stop stop) {
    return reached(stop) - stopped.getOrDefault(stop, 0);
  }

  /** Records that would be filed. */
  int fit() {
    return passed(Stop.AUTHORISE);
  }
}
