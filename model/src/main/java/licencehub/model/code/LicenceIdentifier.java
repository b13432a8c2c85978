package licencehub.model.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * A licence identifier 证照标识 (GB/T 36904-2018): {@code
 * 1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>}; the check is MOD 37,36 over type,
 * issuer, serial and version without separators.
 *
 * @param issuer the issuer's credit code; in old data a region or an organisation code
 * @param serial digits and capitals; in old data with separators, which the check leaves out
 * @param version three digits, the first is 001
 */
public record LicenceIdentifier(
    LicenceTypeCode type, String issuer, String serial, String version, char check) {
  private static final String ROOT = "1.2.156.3005.2.";
  private static final int PARTS = 5;
  private static final int LONGEST_SERIAL = 64;
  private static final int VERSION = 3;
  private static final int CREDIT_CODE = 18;
  private static final Set<Integer> ISSUER_LENGTHS = Set.of(6, 9, 10, CREDIT_CODE);

  public LicenceIdentifier {
    if (issuer.length() == CREDIT_CODE) {
      new CreditCode(issuer);
    }
    char expected = CheckCharacters.mod37And36(body(type, issuer, serial, version));
    if (expected != check) {
      throw wrong(
          ROOT + String.join(".", type.text(), issuer, serial, version, String.valueOf(check)),
          Text.of("校验位不符", "has a wrong check character"));
    }
  }

  /** Makes the identifier of a licence issued here; the strict form only. */
  public static LicenceIdentifier mint(
      LicenceTypeCode type, CreditCode issuer, String serial, int version) {
    String digits = String.format(Locale.ROOT, "%03d", version);
    char check = CheckCharacters.mod37And36(body(type, issuer.text(), serial, digits));
    return parse(
        ROOT + String.join(".", type.text(), issuer.text(), serial, digits, String.valueOf(check)));
  }

  /** Reads the form the standard prescribes today. */
  public static LicenceIdentifier parse(String text) {
    LicenceIdentifier identifier = parseInbound(text);
    LicenceTypeCode.strict(identifier.type.text());
    new CreditCode(identifier.issuer);
    if (!Alphabet.ALPHANUMERIC.spells(identifier.serial)) {
      throw wrong(text, Text.of("流水号应为数字和大写字母", "must have a serial of digits and capitals"));
    }
    return identifier;
  }

  /**
   * Reads what older systems still send: a region or an organisation code as issuer, short type
   * codes, separators in the serial. The check character must be right all the same.
   */
  public static LicenceIdentifier parseInbound(String text) {
    List<String> parts = parts(text);
    if (parts.size() != PARTS || !isForm(parts)) {
      throw wrong(
          text,
          Text.of(
              "应为根代码加类型、颁发机构、流水号、版本号、校验位",
              "must be the root, type, issuer, serial, version and check"));
    }
    return new LicenceIdentifier(
        new LicenceTypeCode(parts.get(0)),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        parts.get(4).charAt(0));
  }

  /** What the identifiers of one type by one issuer, and of no other, begin with. */
  public static String beginning(LicenceTypeCode type, String issuer) {
    return ROOT + type.text() + "." + issuer + ".";
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>(PARTS);
    int from = text.startsWith(ROOT) ? ROOT.length() : text.length() + 1;
    while (from <= text.length() && parts.size() <= PARTS) {
      int dot = text.indexOf('.', from);
      int to = dot < 0 ? text.length() : dot;
      parts.add(text.substring(from, to));
      from = to + 1;
    }
    return parts;
  }

  private static boolean isForm(List<String> parts) {
    String serial = parts.get(2);
    return Alphabet.ALPHANUMERIC.spells(parts.get(1))
        && ISSUER_LENGTHS.contains(parts.get(1).length())
        && !serial.isEmpty()
        && serial.length() <= LONGEST_SERIAL
        && Alphabet.WORD.spells(serial)
        && parts.get(3).length() == VERSION
        && Alphabet.DIGITS.spells(parts.get(3))
        && parts.get(4).length() == 1
        && Alphabet.ALPHANUMERIC.spells(parts.get(4));
  }

  /** The issuer's credit code, absent in old data that names a region or an organisation code. */
  public Optional<CreditCode> issuerCode() {
    return issuer.length() == CREDIT_CODE ? Optional.of(new CreditCode(issuer)) : Optional.empty();
  }

  @Override
  public String toString() {
    return ROOT + String.join(".", type.text(), issuer, serial, version, String.valueOf(check));
  }

  private static String body(LicenceTypeCode type, String issuer, String serial, String version) {
    String plain =
        Alphabet.ALPHANUMERIC.spells(serial)
            ? serial
            : serial.replace("_", "").replace("-", "").toUpperCase(Locale.ROOT);
    return type.text() + issuer + plain + version;
  }

  private static MalformedValue wrong(String text, Text rule) {
    return MalformedValue.of(
        Text.of("证照标识", "licence identifier"),
        text,
        rule,
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U");
  }
}
