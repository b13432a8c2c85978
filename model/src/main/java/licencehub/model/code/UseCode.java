package licencehub.model.code;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.util.Locale;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * A use code 用证码: one authorised use of one licence in one case. 20 characters of the alphabet of
 * GB 32100 (no I, O, S, V, Z): 16 that nobody can guess (79 bits), 3 that follow from them and the
 * case number, 1 check. The three catch a code that strays into another case (but for one in
 * 29,791); what the code allows is decided by the recorded use alone.
 */
public record UseCode(String text) {
  /** How many random bytes a new code needs. */
  public static final int RANDOM_BYTES = 16;

  private static final int LENGTH = 20;
  private static final int CHECK_AT = 19;
  private static final int SECRET = 16;
  private static final int BINDING = 3;
  private static final int GROUP = 5;

  public UseCode {
    if (text.length() != LENGTH || !Alphabet.CREDIT.spells(text)) {
      throw wrong(Text.of("应为20位数字或大写字母", "must be 20 digits or capitals"));
    }
    if (CheckCharacters.creditCode(text.substring(0, CHECK_AT)) != text.charAt(CHECK_AT)) {
      throw wrong(Text.of("校验位不符", "has a wrong check character"));
    }
  }

  /**
   * Makes a code for a use in a case.
   *
   * @param random at least {@link #RANDOM_BYTES} from a source nobody can predict
   */
  public static UseCode mint(byte[] random, CaseNumber caseNumber) {
    if (random.length < RANDOM_BYTES) {
      throw new IllegalArgumentException(
          "a use code needs " + RANDOM_BYTES + " random bytes, not " + random.length);
    }
    String secret = spell(random, SECRET);
    String body = secret + binding(secret, caseNumber);
    return new UseCode(body + CheckCharacters.creditCode(body));
  }

  /** Reads what people write: groups, small letters, and letters mistaken for the digits. */
  public static UseCode parse(String written) {
    return new UseCode(
        written
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('Z', '2')
            .replace('S', '5'));
  }

  /** Whether it may have been made for this case: false is certain, true but for one in 29,791. */
  public boolean fits(CaseNumber caseNumber) {
    return text.startsWith(binding(text.substring(0, SECRET), caseNumber), SECRET);
  }

  /** In four groups, for reading aloud. */
  public String grouped() {
    return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  @Override
  public String toString() {
    return text;
  }

  private static String binding(String secret, CaseNumber caseNumber) {
    byte[] digest = Digest.of((secret + caseNumber.text()).getBytes(US_ASCII)).bytes();
    return spell(digest, BINDING);
  }

  private static String spell(byte[] bytes, int length) {
    BigInteger rest = new BigInteger(1, bytes);
    StringBuilder spelt = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(Alphabet.CREDIT.size()));
      spelt.append(Alphabet.CREDIT.at(parts[1].intValue()));
      rest = parts[0];
    }
    return spelt.toString();
  }

  private static MalformedValue wrong(Text rule) {
    return MalformedValue.hidden(Text.of("用证码", "use code"), rule, "7K2QN-D0XT4-HW9PB-3EMAQ");
  }
}
