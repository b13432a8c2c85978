package licencehub.verification;

import java.util.List;
import licencehub.model.Fault;
import licencehub.model.Text;

/** What came of drawing a page of a licence file. */
public sealed interface PageDrawing {
  /**
   * @param png the page, with a note below it for whatever it lacks
   * @param pages how many the file has
   */
  record Drawn(byte[] png, int pages, List<Omission> omissions) implements PageDrawing {
    public Drawn {
      omissions = List.copyOf(omissions);
    }
  }

  /** The file has fewer pages. */
  record NoSuchPage(int pages) implements PageDrawing {}

  /** The file cannot be drawn: damaged, unsafe, or beyond the limits. */
  record Undrawable(Fault fault) implements PageDrawing {}

  /**
   * Something the page has and its picture lacks, or shows differently.
   *
   * @param code published
   * @param count how often
   */
  record Omission(String code, Text text, int count) {}
}
