package licencehub.hub.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import licencehub.model.Finding;
import licencehub.model.Text;
import licencehub.model.Verdict;
import licencehub.model.VerificationReport;
import licencehub.verification.CheckWords;
import licencehub.verification.FileExamination;

/** A report on a licence file in plain words, in both languages. */
public final class FileWords {
  private FileWords() {}

  /**
   * One check of a report.
   *
   * @param signature which seal or signature it is about, from 1; 0 for the file as a whole
   */
  public record Line(int signature, Text words, Finding finding) {}

  /** The verdict as a code: trusted, rejected or undecided. */
  public static String code(VerificationReport report) {
    return switch (report.verdict()) {
      case Verdict.Trusted it -> "trusted";
      case Verdict.Rejected it -> "rejected";
      case Verdict.Undecided it -> "undecided";
    };
  }

  /** The verdict as one sentence, with its reason. */
  public static Text verdict(VerificationReport report) {
    return switch (report.verdict()) {
      case Verdict.Trusted it ->
          Text.of("文件可信：内容完整，签章有效。", "The file is trusted: it is whole, and its seals are valid.");
      case Verdict.Rejected(Finding finding) ->
          Text.of(
              "文件不可信：" + why(finding).zh() + "。",
              "The file is not to be trusted: " + why(finding).en() + ".");
      case Verdict.Undecided(Finding finding) ->
          Text.of(
              "现在不能确定：" + why(finding).zh() + "。",
              "It cannot be told now: " + why(finding).en() + ".");
    };
  }

  /** Every check in its order. */
  public static List<Line> lines(FileExamination examination) {
    boolean signed = examination instanceof FileExamination.Examined it && !it.found().isEmpty();
    Map<String, Integer> seen = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Finding each : examination.report().findings()) {
      boolean whole = each.check().equals("file") || each.check().equals("signatures");
      int signature = signed && !whole ? seen.merge(each.check(), 1, Integer::sum) : 0;
      lines.add(new Line(signature, CheckWords.of(each.check()), each));
    }
    return lines;
  }

  private static Text why(Finding finding) {
    return Objects.requireNonNull(finding.reason()).text();
  }
}
