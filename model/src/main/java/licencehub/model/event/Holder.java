package licencehub.model.event;

import licencehub.model.code.HolderCode;

/** Who holds a licence or applies in a case 持证主体. Personal data: the text form is masked. */
public record Holder(String name, HolderCode code) {
  /** Keeps a person's surname and nothing else of the name; organisations stay readable. */
  public String maskedName() {
    if (!code.type().isPerson() || name.isEmpty()) {
      return name;
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first)
        + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
  }

  @Override
  public String toString() {
    return maskedName() + " " + code;
  }
}
