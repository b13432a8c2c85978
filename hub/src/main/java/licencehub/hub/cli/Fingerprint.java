package licencehub.hub.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.connectors.Discovered;
import licencehub.connectors.RawRecord;
import licencehub.model.Digest;
import licencehub.model.Text;

/**
 * What a source offers at one moment: its tables, folders or queues, how many records wait in each,
 * and the digests of the first ones. Two of them prove that nothing was taken in between.
 */
record Fingerprint(Map<String, Discovered> offers, List<Digest> first) {

  static Fingerprint of(List<Discovered> offers, List<RawRecord> first) {
    return new Fingerprint(
        offers.stream()
            .collect(Collectors.toMap(it -> it.kind() + " " + it.name(), it -> it, (a, b) -> a)),
        first.stream().map(Fingerprint::digest).toList());
  }

  /**
   * What was taken, marked or changed between this one and a later one. Records that were added
   * meanwhile are the department's own and no difference.
   */
  List<Text> differences(Fingerprint later) {
    List<Text> found = new ArrayList<>();
    offers.forEach((name, before) -> offer(name, before, later.offers.get(name), found));
    Set<Digest> still = new HashSet<>(later.first);
    long gone = first.stream().filter(it -> !still.contains(it)).count();
    if (gone > 0) {
      found.add(
          Text.of(
              "先前读到的" + gone + "条记录已不见或被改动",
              gone + " of the records read before are gone or changed"));
    }
    return found;
  }

  private static void offer(
      String name,
      Discovered before,
      @org.jspecify.annotations.Nullable Discovered after,
      List<Text> found) {
    if (after == null) {
      found.add(Text.of(name + " 不见了", name + " is gone"));
    } else if (!after.fields().equals(before.fields())) {
      found.add(Text.of(name + " 的列变了", "the columns of " + name + " changed"));
    } else if (after.waiting() < before.waiting()) {
      found.add(
          Text.of(
              name + " 待取记录由" + before.waiting() + "变为" + after.waiting(),
              name + " had " + before.waiting() + " waiting and has " + after.waiting()));
    }
  }

  private static Digest digest(RawRecord record) {
    byte[] locator = record.locator().getBytes(StandardCharsets.UTF_8);
    return Digest.of(locator, new byte[] {0}, record.bytes());
  }
}
