package licencehub.sharing.joint;

import java.time.Instant;
import licencehub.model.Text;
import licencehub.model.event.Stage;

/** How far a part has come. */
public sealed interface Progress {
  /** Nothing was reported of it yet. */
  record NotBegun() implements Progress {}

  /**
   * It is being handled.
   *
   * @param stage its last reported step
   */
  record UnderWay(Stage stage, Instant since) implements Progress {}

  /** It was not accepted 不予受理. */
  record Refused(Instant at, String reason) implements Progress {}

  /**
   * It is over 办结.
   *
   * @param result in the word on the wire
   * @param issued whether its own department ended it with what was applied for
   */
  record Completed(Instant at, String result, boolean issued) implements Progress {}

  /** Whether nothing more is to come of it. */
  default boolean isOver() {
    return switch (this) {
      case NotBegun it -> false;
      case UnderWay it -> false;
      case Refused it -> true;
      case Completed it -> true;
    };
  }

  default boolean isIssued() {
    return this instanceof Completed it && it.issued();
  }

  /** The published code. */
  default String code() {
    return switch (this) {
      case NotBegun it -> "not-begun";
      case UnderWay it -> "under-way";
      case Refused it -> "refused";
      case Completed it -> it.issued() ? "issued" : "ended";
    };
  }

  default Text text() {
    return switch (this) {
      case NotBegun it -> Text.of("尚未受理", "not begun");
      case UnderWay it -> Text.of("办理中", "under way");
      case Refused it -> Text.of("不予受理", "refused");
      case Completed it ->
          it.issued() ? Text.of("已办结出件", "issued") : Text.of("已办结未出件", "ended without issue");
    };
  }
}
