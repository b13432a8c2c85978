package licencehub.hub.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import licencehub.library.Archive;
import licencehub.library.Archive.Part;
import licencehub.library.Archive.Row;
import org.jspecify.annotations.Nullable;

/** Reads one part of two libraries side by side, in the order of its keys, page by page. */
final class Comparison {
  private static final int PAGE = 1_000;

  private final Part part;
  private final Set<Long> standIns;
  private final AuditReport.Draft draft;

  /**
   * @param standIns sequences that have been reported already
   */
  Comparison(Part part, Set<Long> standIns, AuditReport.Draft draft) {
    this.part = part;
    this.standIns = standIns;
    this.draft = draft;
  }

  /** Names a row of a part without its values. */
  static String place(Part part, Object key) {
    return part.text() + " " + key;
  }

  void run(Archive found, Archive replayed) {
    Rows actual = new Rows(found, part);
    Rows expected = new Rows(replayed, part);
    Row is = actual.next();
    Row ought = expected.next();
    while (is != null || ought != null) {
      int order = order(is, ought);
      if (order == 0 && is != null && ought != null) {
        draft.compared(part);
        differences(is, ought);
      } else if (order < 0 && is != null) {
        draft.add(
            Discrepancy.added(
                place(part, shown(is)), "没有已受理的事件产生它", "no accepted event accounts for it"));
      } else if (ought != null && !isStandIn(ought)) {
        draft.add(
            Discrepancy.missing(
                place(part, shown(ought)), "按已受理的事件应有此行", "accepted events call for it"));
      }
      is = order <= 0 ? actual.next() : is;
      ought = order >= 0 ? expected.next() : ought;
    }
  }

  private void differences(Row is, Row ought) {
    if (is.values().equals(ought.values()) || isStandIn(ought)) {
      return;
    }
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < is.values().size(); i++) {
      if (!is.values().get(i).equals(ought.values().get(i))) {
        differing.add(is.values().get(i).replaceFirst("=.*", ""));
      }
    }
    String columns = String.join(", ", differing);
    draft.add(
        Discrepancy.altered(
            place(part, shown(is)), "与已受理的事件不符：" + columns, "not what was accepted: " + columns));
  }

  private String shown(Row row) {
    return isBySequence() ? sequence(row) + "" : String.join(" ", row.key());
  }

  private boolean isBySequence() {
    return part == Part.EVENTS || part == Part.LEAVES;
  }

  private static long sequence(Row row) {
    return Long.parseLong(row.key().getFirst());
  }

  private boolean isStandIn(Row row) {
    return isBySequence()
        ? standIns.contains(sequence(row))
        : row.key().contains(Replay.STAND_IN_CASE.text());
  }

  /** A row that is not there comes after all that are. */
  private static int order(@Nullable Row is, @Nullable Row ought) {
    if (is == null || ought == null) {
      return is == null ? 1 : -1;
    }
    for (int i = 0; i < is.key().size(); i++) {
      int order = is.key().get(i).compareTo(ought.key().get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** One part of one library, row by row. */
  private static final class Rows {
    private final Archive archive;
    private final Part part;
    private final Deque<Row> read = new ArrayDeque<>();
    private List<String> last = List.of();
    private boolean ended;

    Rows(Archive archive, Part part) {
      this.archive = archive;
      this.part = part;
    }

    @Nullable Row next() {
      if (read.isEmpty() && !ended) {
        read.addAll(archive.rows(part, last, PAGE));
        ended = read.size() < PAGE;
        last = read.isEmpty() ? last : read.getLast().key();
      }
      return read.poll();
    }
  }
}
