package licencehub.model.code;

/** The check-character systems the codes are built on. Each takes the body without its check. */
final class CheckCharacters {
  private static final int[] CITIZEN_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CheckCharacters() {}

  /** ISO/IEC 7064 MOD 37,36 (hybrid), as GB/T 17710-2008 has it: licence identifiers. */
  static char mod37And36(String body) {
    int product = 36;
    for (int i = 0; i < body.length(); i++) {
      int sum = (product + Alphabet.ALPHANUMERIC.value(body.charAt(i))) % 36;
      product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return Alphabet.ALPHANUMERIC.at((37 - product) % 36);
  }

  /** GB 32100-2015: weights are the powers of 3 modulo 31. */
  static char creditCode(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += Alphabet.CREDIT.value(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return Alphabet.CREDIT.at((31 - sum % 31) % 31);
  }

  /** ISO/IEC 7064 MOD 11-2 as GB 11643-1999 has it: citizen numbers. */
  static char citizen(String body) {
    return "10X98765432".charAt(weigh(body, CITIZEN_WEIGHTS) % 11);
  }

  /** GB 11714-1997: organisation codes. */
  static char organisation(String body) {
    return "0X987654321".charAt(weigh(body, ORGANISATION_WEIGHTS) % 11);
  }

  private static int weigh(String body, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += Alphabet.ALPHANUMERIC.value(body.charAt(i)) * weights[i];
    }
    return sum;
  }
}
