package licencehub.hub.copies;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;

/**
 * A use copy to be made. Personal data: the text form is identifier and use code's case.
 *
 * @param licence whose copy it is; stands in it whether granted or not, so that it can be told from
 *     others
 * @param title the licence's name
 * @param face what it shows, by Chinese names, in the order of the licence's face
 */
public record UseCopy(
    LicenceIdentifier licence, String title, Map<String, String> face, Annotation annotation) {
  /**
   * What it was made for 加注 (GB/T 36901, GB/T 36903).
   *
   * @param purpose in words, 1 to 200 characters
   * @param maker the organisation it was made for 制作者
   * @param operator who asked for it there, by account
   * @param hub who made and sealed it
   * @param expires from when it counts no more, after {@code madeAt}
   */
  public record Annotation(
      String purpose,
      String maker,
      String operator,
      CaseNumber caseNumber,
      UseCode code,
      Text hub,
      Instant madeAt,
      Instant expires) {
    private static final int LONGEST = 200;

    public Annotation {
      need(purpose, Text.of("加注件用途", "purpose of a use copy"), "食品经营许可核验");
      need(maker, Text.of("加注件制作者", "maker of a use copy"), "示例市市场监督管理局");
      if (!expires.isAfter(madeAt)) {
        throw MalformedValue.of(
            Text.of("加注件有效期截止时间", "end of a use copy"),
            expires.toString(),
            Text.of("应晚于制作时间", "must be later than when it is made"),
            "2026-12-31T16:00:00Z");
      }
    }

    private static void need(String value, Text what, String example) {
      if (value.isBlank() || value.length() > LONGEST) {
        throw MalformedValue.hidden(
            what, Text.of("必填，至多200字", "must be given, 200 characters at the most"), example);
      }
    }
  }

  public UseCopy {
    face = Collections.unmodifiableMap(new LinkedHashMap<>(face));
  }

  /** What stands across a copy, and whatever else is shown for a use. */
  public static String watermark(String maker, String purpose) {
    return "仅供" + maker + "办理" + purpose + "使用";
  }

  @Override
  public String toString() {
    return "UseCopy[" + licence + ", " + annotation.caseNumber() + ']';
  }
}
