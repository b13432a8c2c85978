package licencehub.model.code;

import java.util.Arrays;

/** The characters a code may be made of, each with its value: its place in the order. */
final class Alphabet {
  static final Alphabet DIGITS = new Alphabet("0123456789");
  static final Alphabet ALPHANUMERIC = new Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  static final Alphabet CREDIT = new Alphabet("0123456789ABCDEFGHJKLMNPQRTUWXY");
  static final Alphabet WORD =
      new Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

  private static final int ASCII = 128;

  private final String characters;
  private final byte[] values = new byte[ASCII];

  private Alphabet(String characters) {
    this.characters = characters;
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < characters.length(); i++) {
      values[characters.charAt(i)] = (byte) i;
    }
  }

  /** The value of a character; -1 when it is none of these. */
  int value(char c) {
    return c < ASCII ? values[c] : -1;
  }

  int size() {
    return characters.length();
  }

  char at(int value) {
    return characters.charAt(value);
  }

  boolean spells(String text) {
    return spells(text, 0, text.length());
  }

  boolean spells(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
