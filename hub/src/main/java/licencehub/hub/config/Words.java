package licencehub.hub.config;

import java.util.Collection;
import java.util.List;
import licencehub.model.Text;

/** Words that must be known here, and what to answer when one is not. */
final class Words {
  private Words() {}

  /** Whether the word is known; a fault with the nearest known one if it is not. */
  static boolean known(Tree word, Collection<String> words, Text what) {
    if (!word.node().isString()) {
      return false;
    }
    if (!words.contains(word.text())) {
      unknown(word, words, what);
      return false;
    }
    return true;
  }

  private static void unknown(Tree word, Collection<String> words, Text what) {
    List<String> sorted = words.stream().sorted().toList();
    Text all =
        sorted.isEmpty()
            ? Text.of("此程序一种也没有", "this programme has none")
            : Text.of("可用：" + String.join("、", sorted), "there are: " + String.join(", ", sorted));
    word.wrong(
        Text.of("不认识的" + what.zh(), "unknown " + what.en()),
        Closest.to(word.text(), sorted)
            .map(
                it ->
                    Text.of("是否想写 " + it + "？" + all.zh(), "did you mean " + it + "? " + all.en()))
            .orElse(all));
  }
}
