package licencehub.hub.config;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.followup.FollowUpPolicy;
import licencehub.sharing.followup.FollowUpPolicy.Deadline;

/** Reads how long feedback and scans on trust may stay open. */
final class FollowUpReading {
  private FollowUpReading() {}

  static FollowUpPolicy read(Tree tree) {
    return new FollowUpPolicy(
        tree.get("answerDays").number(FollowUpPolicy.USUAL.answerDays()),
        tree.get("deadlines").items().stream().map(FollowUpReading::deadline).toList(),
        tree.get("checkDays").number(FollowUpPolicy.USUAL.checkDays()),
        tree.get("checkLongestDays").number(FollowUpPolicy.USUAL.checkLongestDays()),
        tree.get("remindDays").number(FollowUpPolicy.USUAL.remindDays()));
  }

  /** Notes what no schema can say. */
  static void check(Tree tree) {
    int within = tree.get("checkDays").number(FollowUpPolicy.USUAL.checkDays());
    int longest = tree.get("checkLongestDays").number(FollowUpPolicy.USUAL.checkLongestDays());
    if (longest < within) {
      tree.get("checkLongestDays")
          .wrong(
              Text.of("最长核验期限短于核验期限", "the longest time to check is below the usual one"),
              Text.of("改为不短于 checkDays", "make it at least as long as checkDays"));
    }
    Set<String> named = new HashSet<>();
    for (Tree type : types(tree)) {
      if (!named.add(type.text())) {
        type.wrong(
            Text.of("证照类型重复", "this type stands twice"), Text.of("只保留一个", "keep one of them"));
      }
    }
  }

  private static List<Tree> types(Tree tree) {
    return tree.get("deadlines").items().stream()
        .flatMap(it -> it.get("types").items().stream())
        .toList();
  }

  private static Deadline deadline(Tree it) {
    Set<LicenceTypeCode> types = new HashSet<>();
    for (Tree type : it.get("types").items()) {
      types.add(Objects.requireNonNull(type.value(LicenceTypeCode::new), "checked"));
    }
    return new Deadline(types, it.get("answerDays").number(FollowUpPolicy.USUAL.answerDays()));
  }
}
