package licencehub.hub.backup;

import licencehub.model.Text;

/** What a look at a backup finds. */
public sealed interface Finding {
  /** A hub can go on from it. */
  record Sound(Backup backup) implements Finding {}

  /** It is none, or is no longer what was made. */
  record Damaged(Text what) implements Finding {}

  /** Ready words for the same finding. */
  static Damaged damaged(String zh, String en) {
    return new Damaged(Text.of(zh, en));
  }
}
