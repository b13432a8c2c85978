package licencehub.demo.regions;

import licencehub.federation.message.Lie;
import licencehub.model.Text;

/** Ways in which a hub that was taken over could deceive others. */
enum Deceit {
  IMPOSTOR(Lie.SIGNATURE_WRONG, "冒名者签名", "a wrong signature"),
  OLD_ANSWER(Lie.OTHER_REQUEST, "重放旧答复", "an old answer again"),
  OTHER_HASH(Lie.OTHER_REQUEST, "答复另一请求", "another request's hash"),
  OLD_CHECKPOINT(Lie.CHECKPOINT_STALE, "陈旧的检查点", "a stale checkpoint"),
  TWO_HISTORIES(Lie.SPLIT_VIEW, "分叉的账本", "a split view");

  private final Lie lie;
  private final Text text;

  Deceit(Lie lie, String zh, String en) {
    this.lie = lie;
    this.text = Text.of(zh, en);
  }

  /** What others must call it. */
  Lie lie() {
    return lie;
  }

  Text text() {
    return text;
  }
}
