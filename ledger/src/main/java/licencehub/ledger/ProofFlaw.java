package licencehub.ledger;

import licencehub.model.Text;

/** Why a checkpoint or a receipt proves nothing. */
public enum ProofFlaw {
  NOTE_TOO_LARGE("检查点超过大小限制", "The checkpoint is larger than any real one"),
  NOTE_MALFORMED("检查点格式错误", "The checkpoint is not a C2SP checkpoint"),
  SIGNATURE_MISSING("检查点没有该公钥的签名", "The checkpoint carries no signature by this key"),
  SIGNATURE_WRONG("检查点签名与内容不符", "The checkpoint's signature does not fit its text"),
  ORIGIN_DIFFERS("检查点属于另一账本", "The checkpoint is of another log"),
  CHECKPOINT_DIFFERS(
      "回执所列大小或根与已签名检查点不一致", "The receipt's size or root is not that of the signed checkpoint"),
  INDEX_OUTSIDE("序号超出检查点范围", "The entry's index lies outside the checkpoint's log"),
  PATH_LENGTH("证明路径长度不符", "The path has not the length this index and size demand"),
  ROOT_DIFFERS(
      "条目、序号或路径与签名的根不符（其中之一被改动）",
      "Entry, index and path do not lead to the signed root: one of them was changed");

  private final Text text;

  ProofFlaw(String zh, String en) {
    this.text = Text.of(zh, en);
  }

  public Text text() {
    return text;
  }
}
