package licencehub.library.index;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import licencehub.library.IndexKey;
import licencehub.library.LicenceQuery;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.event.Holder;
import licencehub.model.event.Statement.LicenceContent;
import tools.jackson.databind.JsonNode;

/**
 * What stands in the index instead of holders, numbers and names: keyed hashes of the whole code
 * and number, and of every character and every two neighbouring characters of a name.
 */
public final class SearchTokens {
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BITS = 5;

  /** 60 bits: what is found is compared with the licence itself afterwards. */
  private static final int WHOLE = 12;

  /** 40 bits are plenty to tell characters apart, and keep a long name short. */
  private static final int PART = 8;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private final IndexKey keys;

  public SearchTokens(IndexKey keys) {
    this.keys = keys;
  }

  /** Everything the licence is found by. */
  public Set<String> of(LicenceContent content) {
    Set<String> tokens = new LinkedHashSet<>();
    tokens.add(type(content.identifier().type()));
    tokens.add(number(content.number()));
    for (Holder holder : content.holders()) {
      tokens.add(holder(holder.code()));
      name(holder.name(), tokens);
    }
    return tokens;
  }

  /** The same, from what stands on a licence. */
  public Set<String> of(Face face) {
    Set<String> tokens = new LinkedHashSet<>();
    tokens.add(type(face.identifier().type()));
    JsonNode content = face.content();
    tokens.add(number(content.path("number").asString("")));
    for (JsonNode it : content.path("holders")) {
      tokens.add(holder(it.path("codeType").asString(""), it.path("code").asString("")));
      name(it.path("name").asString(""), tokens);
    }
    return tokens;
  }

  /** What is looked for: a licence that is meant has every one of these. */
  public Set<String> of(LicenceQuery query) {
    Set<String> tokens = new LinkedHashSet<>();
    if (query.holder() != null) {
      tokens.add(holder(query.holder()));
    }
    if (query.number() != null) {
      tokens.add(number(query.number()));
    }
    if (query.type() != null) {
      tokens.add(type(query.type()));
    }
    if (query.namePart() != null) {
      String part = plain(query.namePart());
      parts(part, part.codePointCount(0, part.length()) == 1 ? 1 : 2, tokens);
    }
    return tokens;
  }

  /** A name as it is compared: full-width forms folded, lower case, without spaces. */
  static String plain(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return SPACE.matcher(folded).replaceAll("");
  }

  private String type(LicenceTypeCode type) {
    return hashed("type|" + type.text(), PART);
  }

  private String number(String number) {
    return hashed("number|" + number, WHOLE);
  }

  private String holder(HolderCode code) {
    return holder(code.type().code(), code.value());
  }

  private String holder(String type, String value) {
    return hashed("holder|" + type + "|" + value, WHOLE);
  }

  private void name(String name, Set<String> tokens) {
    String plain = plain(name);
    parts(plain, 1, tokens);
    parts(plain, 2, tokens);
  }

  private void parts(String name, int length, Set<String> tokens) {
    int[] points = name.codePoints().toArray();
    for (int i = 0; i + length <= points.length; i++) {
      tokens.add(hashed("name|" + new String(points, i, length), PART));
    }
  }

  private String hashed(String text, int digits) {
    long bits = ByteBuffer.wrap(keys.of(text)).getLong();
    char[] token = new char[digits];
    for (int i = 0; i < digits; i++) {
      token[i] =
          DIGITS.charAt((int) (bits >>> (Long.SIZE - BITS * (i + 1))) & (DIGITS.length() - 1));
    }
    return new String(token);
  }
}
