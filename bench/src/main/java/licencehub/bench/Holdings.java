package licencehub.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import licencehub.demo.world.Body;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Licences of holders who have ten each, of the ten types that an item of ten documents asks for.
 */
final class Holdings implements Iterator<ObjectNode> {
  /** The shipped types that persons and organisations both may hold. */
  static final List<String> TYPES =
      List.of(
          "11990000MADETYPE81001",
          "11990000MADETYPE81002",
          "11990000MADETYPE81003",
          "11990000MADETYPE81004",
          "11990000MADETYPE81005",
          "11990000MADETYPE81006",
          "11990000MADETYPE81007",
          "11990000MADETYPE81008",
          "11990000MADETYPE81009",
          "11990000MADETYPE81010");

  static final String ITEM = "000199901000";
  private static final int TEMPLATES = 2_000;
  private final List<ObjectNode> templates;
  private final Body body;
  private final long licences;
  private long made;

  Holdings(Body body, long licences) {
    this.body = body;
    this.licences = licences;
    this.templates =
        Material.documents(body, 0, TEMPLATES).stream()
            .filter(it -> it.required("type").asString().startsWith("licence.issued"))
            .toList();
  }

  /** The item, as an operator would write it into a file. */
  static String item() {
    StringBuilder item =
        new StringBuilder(
            "code: \"%s\"\nversion: 1\nname: {zh: 十项材料的事项, en: Item of ten documents}\n"
                    .formatted(ITEM)
                + "origin: demo\ndocuments:\n");
    for (int i = 0; i < TYPES.size(); i++) {
      item.append(
          """
            - code: D%1$02d
              name: {zh: 第 %1$d 项, en: Document %1$d}
              necessity: required
              forms: [licence]
              accepts:
                - types: [%2$s]
                  remainingDays: 30
          """
              .formatted(i + 1, TYPES.get(i)));
    }
    return item.toString();
  }

  /** An exemption check about each holder in turn, far apart from the one before. */
  IntFunction<String> questions() {
    long holders = licences / TYPES.size();
    return i -> {
      String code = code(i * 7_919L % holders);
      return "{\"parties\":{\"applicant\":{\"codeType\":\"999\",\"code\":\"%s\"}},\"reason\":"
              .formatted(code)
          + "{\"item\":\"%s\",\"caseNumber\":\"bench-1\",\"purpose\":\"bench\",\"operator\":\"bench\"}}"
              .formatted(ITEM);
    };
  }

  @Override
  public boolean hasNext() {
    return made < licences;
  }

  @Override
  public ObjectNode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long number = made++;
    ObjectNode document = templates.get((int) (number % templates.size())).deepCopy();
    String type = TYPES.get((int) (number % TYPES.size()));
    String serial = String.format(Locale.ROOT, "BENCH%09d", number);
    LicenceIdentifier identifier =
        LicenceIdentifier.mint(new LicenceTypeCode(type), body.organisation().code(), serial, 1);
    document.put("id", "B-" + serial).put("subject", identifier.toString());
    ObjectNode said = (ObjectNode) document.required("data");
    said.put("identifier", identifier.toString()).put("number", serial);
    ObjectNode holder = (ObjectNode) said.required("holders").required(0);
    holder.put("codeType", "999").put("code", code(number / TYPES.size()));
    return document;
  }

  private static String code(long holder) {
    return String.format(Locale.ROOT, "BENCH%09d", holder);
  }
}
